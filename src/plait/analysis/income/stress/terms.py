"""What a role's terms and invoices say of its money: notice, an end, delay, what is due.

A month is thirty days; the first month is the one after the date.
"""

from datetime import date

import numpy as np

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceStatus
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Invoice
from plait.domain.roles import Role
from plait.reference.rates import Rates

DAYS_A_MONTH = 30
# Where no paid invoice says otherwise, an invoice is paid after thirty days: the term
# of Directive 2011/7/EU where none was agreed.
USUAL_DELAY = 1.0


def notice(role: Role, on: date) -> int:
    """Return the months that are still paid once notice is given."""
    terms = role.agreement_on(on)
    return round((terms.notice_days or 0) / DAYS_A_MONTH) if terms else 0


def ends_in(role: Role, on: date) -> int | None:
    """Return the month in which a role is known to end, None for an open one."""
    ends = [role.period.end] if role.period.end else []
    last = max(role.agreements, key=lambda a: a.period.start, default=None)
    if last and last.period.end:
        ends.append(last.period.end)
    return max(0, _months_to(min(ends), on)) if ends else None


def delay(portfolio: Portfolio, role: int) -> float:
    """Return how many months pass from a role's invoice to its money, on average."""
    days = [
        (status.paid_on - invoice.issued_on).days
        for invoice, status in _mine(portfolio, role)
        if status.paid_on is not None
    ]
    return max(0.0, sum(days) / len(days) / DAYS_A_MONTH) if days else USUAL_DELAY


def due(portfolio: Portfolio, role: int, rates: Rates) -> tuple[float, ...] | None:
    """Return what unpaid invoices bring in the coming months, None without any.

    What remains of one that was paid in part; one that is past due counts in the
    first month, and one that may have been paid already not at all. In the home
    currency, at the rate of the date.
    """
    unpaid = [pair for pair in _mine(portfolio, role) if pair[1].is_awaited]
    if not unpaid:
        return None
    on, home = portfolio.on, portfolio.person.currency
    due_in = [max(0, _months_to(invoice.due_on, on)) for invoice, _ in unpaid]
    months = [0.0] * (max(due_in) + 1)
    for month, (invoice, status) in zip(due_in, unpaid, strict=True):
        rest = Money.from_minor(status.remaining, invoice.amount.currency)
        months[month] += _at_home(rest, home, rates, on)
    return tuple(months)


def _mine(portfolio: Portfolio, role: int) -> list[tuple[Invoice, InvoiceStatus]]:
    return [
        (invoice, status)
        for invoice, status in zip(portfolio.invoices, settled(portfolio), strict=True)
        if invoice.role == role and invoice.issued_on <= portfolio.on
    ]


def _at_home(money: Money, home: str, rates: Rates, on: date) -> float:
    """Return an amount at the rate of the day, 0 where there is none."""
    amount, currency = float(money.number), money.currency
    if currency == home:
        return amount
    days = np.array([on], dtype="datetime64[D]")
    there = float(rates.per_euro_or_nan(currency, days)[0])
    here = float(rates.per_euro_or_nan(home, days)[0])
    return float(np.nan_to_num(amount / there * here))


def _months_to(day: date, on: date) -> int:
    """Return the month that holds a day, 0 for the one after the date."""
    return day.year * 12 + day.month - (on.year * 12 + on.month) - 1
