"""Changes to invoices: what is to be paid. What paid it stands in `settlements`."""

from datetime import date
from decimal import Decimal
from typing import cast

from plait.accounts.models import Person
from plait.book.models import Batch, Invoice, Role
from plait.book.operations.settlements import Settling, mark_paid
from plait.book.operations.writing import book_of
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.schemas.book_records import InvoiceRecord
from plait.domain.schemas.field_types import Text
from plait.domain.schemas.resilience import INVOICE
from plait.domain.settlements import SettlementSource

LONGEST_NUMBER = cast("Text", INVOICE.field("number").type).most
MOST_MONEY = Decimal(1_000_000_000)


class BadInvoice(PlaitError):
    """Days out of order, or an amount that cannot be."""


class InvoiceExists(PlaitError):
    """The role has an invoice of that number, day and amount already."""


def add_invoice(
    *, viewer: Person, role: Role, invoice: InvoiceRecord, batch: Batch | None = None
) -> Invoice:
    """Add an invoice, paid in full where its record says so; raise `InvoiceExists`."""
    _check_invoice(invoice)
    number, amount = invoice.number[:LONGEST_NUMBER], invoice.amount
    same = {"role": role, "issued_on": invoice.issued_on, "number": number}
    with book_of(viewer, role, what="add_invoice"):
        minor = amount.minor
        mine = Invoice.objects.filter(owner=viewer, amount_minor=minor, **same)
        if mine.exists():
            raise InvoiceExists(
                "This invoice is there already",
                value=f"{invoice.number or amount}, {invoice.issued_on}",
                fix="Give each invoice a number of its own.",
            )
        added = Invoice.objects.create(
            owner=viewer,
            due_on=invoice.due_on,
            amount_minor=minor,
            currency=amount.currency,
            batch=batch,
            **same,
        )
        if invoice.paid_on is not None:
            pay_in_full(viewer=viewer, invoice=added, on=invoice.paid_on, batch=batch)
        return added


def pay_in_full(
    *, viewer: Person, invoice: Invoice, on: date, batch: Batch | None
) -> None:
    """Note the day on which all of an invoice was paid, as its record has it."""
    source = SettlementSource.FILE if batch else SettlementSource.PERSON
    amount = Money.from_minor(invoice.amount_minor, invoice.currency)
    settling = Settling(amount, noted_on=None, on=on, source=source)
    mark_paid(viewer=viewer, invoice=invoice, settling=settling, batch=batch)


def remove_invoice(*, viewer: Person, invoice: Invoice) -> None:
    """Remove an invoice."""
    with book_of(viewer, invoice, what="remove_invoice"):
        invoice.delete()


def _check_invoice(invoice: InvoiceRecord) -> None:
    amount, issued_on, due_on = invoice.amount, invoice.issued_on, invoice.due_on
    if not 0 < amount.number <= MOST_MONEY or amount.minor < 1:
        raise BadInvoice(
            "The amount of an invoice is above zero, and at most a thousand million",
            value=str(amount),
            fix="Write it without a minus, and check the decimal mark.",
        )
    if due_on < issued_on:
        raise BadInvoice(
            "An invoice is due on its own date or later",
            value=f"{issued_on}, due {due_on}",
            fix="Correct one of the two dates.",
        )
    _check_paid(issued_on, invoice.paid_on)


def _check_paid(issued_on: date, paid_on: date | None) -> None:
    if paid_on is not None and paid_on < issued_on:
        raise BadInvoice(
            "An invoice is paid on its own date or later",
            value=f"{issued_on}, paid {paid_on}",
            fix="Correct one of the two dates.",
        )
