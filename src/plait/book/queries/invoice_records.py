"""Invoices, and what settled them, as a file tells them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import Invoice, Settlement
from plait.domain.money import Money
from plait.domain.schemas.book_records import InvoiceRecord, SettlementRecord
from plait.domain.settlements import SettlementKind, SettlementSource
from plait.formats.plait.cells import written_fingerprint


def invoice_records(*, viewer: Person) -> Iterator[InvoiceRecord | SettlementRecord]:
    """Yield invoices, then what settled them, as they were added.

    An invoice that a file brought in as paid says so itself, as that file did.
    """
    noted: dict[int, list[Settlement]] = {}
    for one in in_order(Settlement, viewer).select_related("payment"):
        noted.setdefault(one.invoice_id, []).append(one)
    settlements: list[SettlementRecord] = []
    for bill in in_order(Invoice, viewer).select_related("role"):
        mine = noted.get(bill.pk, [])
        is_whole = len(mine) == 1 and _is_paid_in_full(bill, mine[0])
        yield InvoiceRecord(
            "invoice",
            role=bill.role.key,
            amount=Money.from_minor(bill.amount_minor, bill.currency),
            issued_on=bill.issued_on,
            due_on=bill.due_on,
            paid_on=mine[0].on if is_whole else None,
            number=bill.number,
        )
        if not is_whole:
            settlements += (_record(bill, one) for one in mine)
    yield from settlements


def _is_paid_in_full(bill: Invoice, one: Settlement) -> bool:
    """Return whether `paid` in the invoice itself says all there is."""
    return (
        one.kind == SettlementKind.PAYMENT
        and one.source == SettlementSource.FILE
        and one.fingerprint is None
        and one.noted_on is None
        and one.on is not None
        and one.amount_minor == bill.amount_minor
    )


def _record(bill: Invoice, one: Settlement) -> SettlementRecord:
    now = one.payment.fingerprint if one.payment else one.fingerprint
    return SettlementRecord(
        "settlement",
        role=bill.role.key,
        issued_on=bill.issued_on,
        amount=Money.from_minor(one.amount_minor, bill.currency),
        kind=SettlementKind(one.kind),
        number=bill.number,
        invoice=Money.from_minor(bill.amount_minor, bill.currency),
        payment=written_fingerprint(now),
        on=one.on,
        source=SettlementSource(one.source),
        noted_on=one.noted_on,
    )


def in_order(kind: type[Any], viewer: Person) -> QuerySet[Any]:
    """Return what is the person's own of that kind, oldest first."""
    mine: QuerySet[Any] = kind.objects.filter(owner=viewer)
    return mine.order_by("pk")
