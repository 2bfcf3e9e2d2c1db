"""Invoices past their day that nothing was paid for.

An invoice is taken for paid on the day the person noted, or where a payment of its
amount came for the role after it was sent; one payment pays one invoice.
"""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from plait.analysis.income.payment_schedule.expected_pay import By
from plait.analysis.income.payment_schedule.judged import Kind
from plait.analysis.income.payment_schedule.unexpected import Unexpected
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Invoice

# Money that was sent on the last day needs a few to be booked, over a weekend too.
_BOOKED = timedelta(days=4)


def overdue(portfolio: Portfolio) -> Iterator[Unexpected]:
    """Yield the invoices that should have been paid by the portfolio's date."""
    used: set[int] = set()
    for invoice in sorted(portfolio.invoices, key=lambda one: one.issued_on):
        if invoice.paid_on is not None or _is_paid(portfolio, invoice, used):
            continue
        if invoice.due_on + _BOOKED < portfolio.on:
            yield _unexpected(portfolio, invoice)


def _is_paid(portfolio: Portfolio, invoice: Invoice, used: set[int]) -> bool:
    payments, minor = portfolio.payments, invoice.amount.minor
    fits = (payments.role == invoice.role) & (payments.minor == minor)
    fits &= payments.on >= np.datetime64(invoice.issued_on, "D")
    for row in np.flatnonzero(fits).tolist():
        code = payments.currencies[int(payments.currency[row])]
        if row not in used and code == invoice.amount.currency:
            used.add(row)
            return True
    return False


def _unexpected(portfolio: Portfolio, invoice: Invoice) -> Unexpected:
    amount, due = float(invoice.amount.number), invoice.due_on
    return Unexpected(
        kind=Kind.MISSING,
        role=invoice.role,
        payer=portfolio.roles[invoice.role].organisation.name,
        by=By.INVOICE,
        currency=invoice.amount.currency,
        since=due,
        due_on=due,
        n=1,
        agreed=amount,
        expected=amount,
        came=0.0,
        days=(portfolio.on - due).days,
        n_seen=0,
    )
