"""What the hours given come to at the agreed rate, day by day and payday by payday.

Pay by the hour comes to the hours of each day at that day's rate; pay by the day to
one day's rate for each day with four hours or more. A payday pays the work of its
own month or of one of the two before: the one that explains the payments best.
"""

from dataclasses import dataclass
from statistics import median

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.slots import Slots
from plait.analysis.series.months import month_number
from plait.domain.columns import Days
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, PayBasis
from plait.reference.rates import Rates

_A_DAY = 4.0
_LAGS = (0, 1, 2)
_FEWEST = 6


@dataclass(frozen=True, eq=False, slots=True)
class Worked:
    """What each day's work is worth, in order of days."""

    on: Days
    worth: Floats


def worked(portfolio: Portfolio, role: int, currency: str, rates: Rates) -> Worked:
    """Return the days that the role's terms pay for by the hour or the day."""
    on, seconds = portfolio.hours.of_role(role)
    days, index = np.unique(on, return_inverse=True)
    hours = np.bincount(index, seconds, len(days)) / 3600
    terms = [portfolio.roles[role].agreement_on(day) for day in days.tolist()]
    worth = np.array([_worth(t, h) for t, h in zip(terms, hours, strict=True)])
    codes = [t.pay.currency if t and t.pay else currency for t in terms]
    for code in set(codes) - {currency}:
        here = np.array([one == code for one in codes])
        worth[here] /= rates.per_euro_or_nan(code, days[here])
        worth[here] *= rates.per_euro_or_nan(currency, days[here])
    paid = worth > 0
    return Worked(days[paid], worth[paid])


def _worth(terms: Agreement | None, hours: float) -> float:
    if terms is None or terms.pay is None:
        return 0.0
    rate = float(terms.pay.number)
    if terms.pay_basis is PayBasis.HOURLY:
        return hours * rate
    if terms.pay_basis is PayBasis.DAILY:
        return rate if hours >= _A_DAY else 0.0
    return 0.0


def due_by_month(work: Worked, slots: Slots, pay: Floats) -> Floats | None:
    """Return what each monthly payday pays for, NaN for months without any work.

    None where no lag has six paydays to go by.
    """
    if not len(work.on):
        return None
    month = month_number(work.on)
    first, n = int(month[0]), int(month[-1] - month[0]) + 1
    by_month = np.bincount(month - first, work.worth, n)
    found: list[tuple[float, Floats]] = []
    for lag in _LAGS:
        index = slots.month - lag - first
        inside = (index >= 0) & (index < n)
        due = np.where(inside, by_month[np.clip(index, 0, n - 1)], np.nan)
        due[due == 0] = np.nan
        spread = varies(pay / due)
        if spread is not None:
            found.append((spread, due))
    return min(found, key=lambda one: one[0])[1] if found else None


def varies(ratio: Floats) -> float | None:
    """Return the median distance from the median, as a share of it; None of few."""
    known: list[float] = ratio[~np.isnan(ratio)].tolist()
    if len(known) < _FEWEST:
        return None
    middle = median(known)
    return median(abs(one / middle - 1) for one in known)
