"""One line under watch: its paydays, what each brought, what each should have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.agreed import agreed_at, least_agreed_at
from plait.analysis.income.payment_schedule.expected_pay import (
    Awaited,
    By,
    tolerance_of,
    usual_of,
)
from plait.analysis.income.payment_schedule.invoiced import invoiced
from plait.analysis.income.payment_schedule.judged import Watched
from plait.analysis.income.payment_schedule.lines import Line
from plait.analysis.income.payment_schedule.matched import BEFORE, filled
from plait.analysis.income.payment_schedule.slots import slots_of
from plait.analysis.income.payment_schedule.worked import due_by_month, varies, worked
from plait.analysis.income.payment_schedule.yearly import is_salary
from plait.analysis.series.known import (
    income_gaps,
    income_known_until,
    until_by_account,
)
from plait.domain.columns import Bools, Days
from plait.domain.money import minor_digits
from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates

# Paydays of the last year are judged; what is usual is learned from two before it.
_JUDGED = np.timedelta64(365, "D")
_LEARNED = np.timedelta64(3 * 365, "D")
# How near a payment by another name has to come to the usual amount.
_AS_LARGE = 0.1
# How much closer hours have to bring the amounts before they are taken to explain them.
# Where the same comes though hours grow, the hours left the agreement, not the money.
_BETTER = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class WatchedLine:
    """A line under watch, and what was awaited of it."""

    watched: Watched
    awaited: Awaited


def watch(
    portfolio: Portfolio,
    line: Line,
    others: Sequence[Line],
    rates: Rates,
    for_invoices: Bools,
) -> WatchedLine | None:
    """Return a line under watch, None without a rhythm or a payment in three years.

    `others` are the same role's lines: a payer may have changed its name.
    `for_invoices` says which payments of the portfolio settle an invoice.
    """
    rhythm = line.rhythm
    if rhythm is None:
        return None
    reach = _reach(portfolio, line)
    is_recent = line.on > reach - _LEARNED
    if not is_recent.any():
        return None
    role = portfolio.roles[line.role]
    amounts, currency = _own_amounts(portfolio, line)
    recent = line.only(is_recent)
    ahead = np.timedelta64(rhythm.days or 31 * rhythm.months, "D")
    slots = slots_of(recent, rhythm, reach + ahead)
    n_over = int(np.searchsorted(slots.due, reach))
    paydays = filled(recent.on, amounts[is_recent], slots, n_over)
    agreed = agreed_at(role, slots.due, rhythm, currency, rates)
    by_hours = None
    if rhythm.months == 1:
        work = worked(portfolio, line.role, currency, rates)
        by_hours = due_by_month(work, slots, paydays.pay)
    if by_hours is not None and _explains(paydays.pay, by_hours, agreed):
        agreed = by_hours
        usual = usual_of(paydays, agreed, By.HOURS)
    else:
        least = least_agreed_at(role, slots.due, rhythm, currency, rates)
        usual = usual_of(paydays, agreed, least=least)
    watched = Watched(
        on=recent.on,
        amounts=amounts[is_recent],
        rhythm=rhythm,
        slots=slots,
        paydays=paydays,
        usual=usual,
        reach=reach,
        begin=int(np.searchsorted(slots.due, reach - _JUDGED)),
        is_salary=is_salary(role),
        elsewhere=_elsewhere(line, others),
        gaps=income_gaps(portfolio, line.role),
        invoiced=invoiced(portfolio, line.role, currency),
        is_for_invoice=for_invoices[recent.rows],
    )
    n = len(slots.due)
    awaited = Awaited(
        role=line.role,
        payer=line.payer,
        every=rhythm.every,
        by=usual.by,
        currency=currency,
        due=slots.due,
        month=slots.month,
        agreed=agreed,
        expected=usual.expected,
        short=usual.short,
        came=paydays.came,
        late=paydays.late,
        tolerance=tolerance_of(paydays.late.tolist(), n, rhythm),
        n_seen=min(BEFORE, int(np.count_nonzero(paydays.came))),
        next_on=_next_on(watched),
    )
    return WatchedLine(watched, awaited)


def _explains(pay: Floats, by_hours: Floats, agreed: Floats) -> bool:
    """Return whether hours explain the amounts clearly better than steady terms do."""
    by_steady = [varies(pay), varies(pay / agreed)]
    steady = min((one for one in by_steady if one is not None), default=0.0)
    return (varies(pay / by_hours) or 0.0) < _BETTER * steady


def _reach(portfolio: Portfolio, line: Line) -> np.datetime64:
    """Return how far the account is known that the line was last paid on."""
    if not portfolio.payments.accounts[int(portfolio.payments.account[line.rows[-1]])]:
        # By hand, or by a file that names no account: the role says until when.
        until = income_known_until(portfolio, line.role)
        return np.datetime64(until or portfolio.on, "D")
    account = int(portfolio.payments.account[line.rows[-1]])
    newest: np.datetime64 = until_by_account(portfolio)[account]
    return newest


def _own_amounts(portfolio: Portfolio, line: Line) -> tuple[Floats, str]:
    """Return a line's amounts in the currency it is paid in, at home if in several."""
    payments = portfolio.payments
    codes = np.unique(payments.currency[line.rows])
    if len(codes) > 1:
        return line.amounts, portfolio.person.currency
    currency = payments.currencies[int(codes[0])]
    minor = payments.minor[line.rows].astype(np.float64)
    return minor / 10 ** minor_digits(currency), currency


def _elsewhere(line: Line, others: Sequence[Line]) -> Days:
    """Return the days of payments by others that are as large, without a rhythm."""
    usual = float(np.median(line.amounts[-BEFORE:]))
    days = [
        other.on[np.abs(other.amounts - usual) <= _AS_LARGE * usual]
        for other in others
        if other.rhythm is None
    ]
    return np.concatenate([line.on[:0], *days])


def _next_on(watched: Watched) -> date | None:
    """Return the first payday that got nothing yet and is not over."""
    empty = np.flatnonzero(np.isnan(watched.paydays.pay))
    waited = (slot for slot in empty.tolist() if not watched.is_over(slot))
    slot = next(waited, None)
    if slot is None:
        return None
    day: date = watched.slots.due[slot].astype(date)
    return day
