"""Changes to invoices: what was asked for, and when it was paid."""

from datetime import date
from decimal import Decimal

from plait.accounts.models import Person
from plait.book.models import Batch, Invoice, Role
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money

MOST_MONEY = Decimal(1_000_000_000)


class BadInvoice(PlaitError):
    """Days out of order, or an amount that nobody asks for."""


class InvoiceExists(PlaitError):
    """The role asked for the same amount on the same day under that number before."""


def add_invoice(  # the fields of an invoice
    *,
    viewer: Person,
    role: Role,
    amount: Money,
    issued_on: date,
    due_on: date,
    paid_on: date | None = None,
    number: str = "",
    batch: Batch | None = None,
) -> Invoice:
    """Note money that was asked for; raise `InvoiceExists` for the same one twice."""
    _check_invoice(amount, issued_on, due_on, paid_on)
    named = {"role": role, "issued_on": issued_on, "number": number[:100]}
    with book_of(viewer, role):
        minor = amount.minor
        mine = Invoice.objects.filter(owner=viewer, amount_minor=minor, **named)
        if mine.exists():
            raise InvoiceExists(
                "This invoice is noted already",
                value=f"{number or amount}, {issued_on}",
                fix="Give each invoice a number of its own.",
            )
        return Invoice.objects.create(
            owner=viewer,
            due_on=due_on,
            amount_minor=minor,
            currency=amount.currency,
            paid_on=paid_on,
            batch=batch,
            **named,
        )


def pay_invoice(*, viewer: Person, invoice: Invoice, on: date | None) -> Invoice:
    """Say when an invoice was paid; None where it was not after all."""
    _check_paid(invoice.issued_on, on)
    with book_of(viewer, invoice):
        invoice.paid_on = on
        invoice.save(update_fields=["paid_on"])
    return invoice


def remove_invoice(*, viewer: Person, invoice: Invoice) -> None:
    """Remove an invoice."""
    with book_of(viewer, invoice):
        invoice.delete()


def _check_invoice(
    amount: Money, issued_on: date, due_on: date, paid_on: date | None
) -> None:
    if not 0 < amount.number <= MOST_MONEY or amount.minor < 1:
        raise BadInvoice(
            "An invoice asks for money",
            value=str(amount),
            fix="Write the amount without a minus, and look at the decimal mark.",
        )
    if due_on < issued_on:
        raise BadInvoice(
            "An invoice is due on the day it is written or later",
            value=f"{issued_on}, due {due_on}",
            fix="Correct one of the two dates.",
        )
    _check_paid(issued_on, paid_on)


def _check_paid(issued_on: date, paid_on: date | None) -> None:
    if paid_on is not None and paid_on < issued_on:
        raise BadInvoice(
            "An invoice is paid after it was written",
            value=f"{issued_on}, paid {paid_on}",
            fix="Correct one of the two dates.",
        )
