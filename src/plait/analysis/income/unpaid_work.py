"""Days of work that wait longer than ever to be paid, for pay by the day.

Where payments have no rhythm, money is set against the days in the order they were
worked: each payment pays the oldest day that is not paid yet. How old that was,
payment by payment, is what this role's payers usually take. A day that is older than
any of them was is reported. Payments may carry VAT: they have to be whole days with it or
without. Hours cannot be counted back out of a sum, so pay by the hour is not judged.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.expected_pay import By
from plait.analysis.income.payment_schedule.judged import Kind
from plait.analysis.income.payment_schedule.unexpected import Unexpected
from plait.analysis.income.payment_schedule.worked import Worked, worked
from plait.analysis.series.known import payment_known_until
from plait.domain.columns import Days
from plait.domain.portfolio import Portfolio
from plait.domain.roles import PayBasis
from plait.reference.rates import Rates

# What payments come to of the work: without VAT, or with that of some country.
_SHARES = (1.0, 1.09, 1.19, 1.2, 1.21)
# How far from whole days payments may be, and how many of them.
_NEAR, _MOST_ODD = 0.05, 0.2
_FEWEST = 10
_GRACE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Waits:
    """The oldest unpaid work and its worth, and how long others waited, in days."""

    since: date
    worth: float
    longest: int
    n_seen: int


def unpaid_work(
    portfolio: Portfolio, role: int, on: Days, amounts: Floats, rates: Rates
) -> Unexpected | None:
    """Return the work of a role that waits longer than any did, None without.

    `on` and `amounts` are the role's payments in the home currency.
    """
    terms = portfolio.roles[role].agreement_on(portfolio.on)
    if terms is None or terms.pay_basis is not PayBasis.DAILY or len(on) < _FEWEST:
        return None
    currency = portfolio.person.currency
    work = worked(portfolio, role, currency, rates)
    until = payment_known_until(portfolio, role)
    waits = _waits(work, on, amounts, np.datetime64(until, "D"))
    if waits is None:
        return None
    waited = (until - waits.since).days
    if waited <= waits.longest + _GRACE.days:
        return None
    return Unexpected(
        kind=Kind.MISSING,
        role=role,
        payer="",
        by=By.DAYS,
        currency=currency,
        since=waits.since,
        due_on=waits.since + timedelta(days=waits.longest),
        n=1,
        agreed=waits.worth,
        expected=waits.worth,
        came=0.0,
        days=waited,
        n_seen=waits.n_seen,
    )


def _waits(
    work: Worked, on: Days, amounts: Floats, today: np.datetime64
) -> _Waits | None:
    if not len(work.on):
        return None
    # Payments for work before the first that was logged say nothing.
    known = on >= work.on[0]
    on, amounts = on[known], amounts[known]
    share = _share(work, on, amounts)
    if share is None or len(on) < _FEWEST:
        return None
    done, paid = np.cumsum(work.worth * share), np.cumsum(amounts)
    # What was done by each payment; at some time nothing was left to be paid.
    by_then = np.concatenate([[0.0], done])[np.searchsorted(work.on, on, side="right")]
    paid = paid + min(0.0, float((by_then - paid).min()))
    before = np.concatenate([[paid[0] - amounts[0]], paid[:-1]])
    cent = 0.005
    oldest = np.searchsorted(done, before + cent, side="right")
    has_work = oldest < len(work.on)
    waited = (on[has_work] - work.on[oldest[has_work]]).astype(np.int64)
    first = int(np.searchsorted(done, paid[-1] + cent, side="right"))
    if first >= len(work.on) or len(waited) < _FEWEST:
        return None
    since: date = work.on[first].astype(date)
    longest = int(waited.max())
    late = work.on + np.timedelta64(longest, "D") < today
    worth = float(done[late][-1] - paid[-1]) if late.any() else 0.0
    return _Waits(since, worth, longest, len(waited))


def _share(work: Worked, on: Days, amounts: Floats) -> float | None:
    """Return what payments come to of a day's worth; None if they are no whole days."""
    latest = np.searchsorted(work.on, on, side="right") - 1
    days = amounts / work.worth[np.maximum(latest, 0)]
    for share in _SHARES:
        whole = np.rint(days / share).clip(1)
        odd = np.abs(days / share / whole - 1) > _NEAR
        if odd.mean() <= _MOST_ODD:
            return share
    return None
