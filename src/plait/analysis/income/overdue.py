"""Invoices past their day that were not paid, or not all of them.

What has paid an invoice says the one matcher (`series.settling`). One that payments
fit, but others as well, is not held overdue: it waits for the person's word.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.analysis.income.payment_schedule.expected_pay import By
from plait.analysis.income.payment_schedule.judged import Kind
from plait.analysis.income.payment_schedule.unexpected import Unexpected
from plait.analysis.series.known import invoice_known_until
from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceStatus
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Invoice

# Money that was sent on the last day needs a few to be booked, over a weekend too.
_BOOKED = timedelta(days=4)


def overdue(portfolio: Portfolio) -> Iterator[Unexpected]:
    """Yield the invoices that should have been paid by the portfolio's date."""
    for status in settled(portfolio):
        invoice = portfolio.invoices[status.invoice]
        until = judged_until(portfolio, invoice)
        if status.is_awaited and invoice.due_on + _BOOKED < until:
            yield _unexpected(portfolio, invoice, status)


def judged_until(portfolio: Portfolio, invoice: Invoice) -> date:
    """Return the day up to which it is known whether an invoice was paid.

    The one place to ask how far the accounts of an invoice's role are known.
    """
    return invoice_known_until(portfolio, invoice.role)


def _unexpected(
    portfolio: Portfolio, invoice: Invoice, status: InvoiceStatus
) -> Unexpected:
    currency, due = invoice.amount.currency, invoice.due_on
    came = Money.from_minor(status.settled, currency)
    return Unexpected(
        kind=Kind.MISSING,
        role=invoice.role,
        payer=portfolio.roles[invoice.role].organisation.name,
        by=By.INVOICE,
        currency=currency,
        since=due,
        due_on=due,
        n=1,
        agreed=float(invoice.amount.number),
        expected=float(invoice.amount.number),
        came=float(came.number),
        days=(portfolio.on - due).days,
        n_seen=0,
    )
