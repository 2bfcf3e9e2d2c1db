"""Invoices, the payments that may be for them, and what settled them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.payer_names import payer_names
from plait.domain.columns import NO_ROLE
from plait.domain.money import Money
from plait.domain.records import RecordStatus
from plait.domain.resilience import Invoice
from plait.domain.settlements import (
    InvoicePayment,
    Settlement,
    SettlementKind,
    SettlementSource,
)

# What an amount says of a payment before an invoice, looked back on from its date.
_BEFORE = timedelta(days=400)
# As many as one question to the database takes beside the rest.
_MOST_AMOUNTS = 500


def invoice_rows(*, viewer: Person) -> list[rows.Invoice]:
    """Return all invoices with their roles, in the order of the portfolio's."""
    held = rows.Invoice.objects.filter(owner=viewer).select_related("role")
    return list(held.order_by("due_on", "pk"))


def invoices(
    held: Sequence[rows.Invoice], index_of: Mapping[int, int]
) -> tuple[Invoice, ...]:
    """Return invoices for the portfolio, in their order."""
    return tuple(
        Invoice(
            role=index_of[one.role_id],
            issued_on=one.issued_on,
            due_on=one.due_on,
            amount=Money.from_minor(one.amount_minor, one.currency),
            number=one.number,
        )
        for one in held
    )


def invoice_payments(
    viewer: Person,
    on: date,
    held: Sequence[rows.Invoice],
    index_of: Mapping[int, int],
) -> tuple[InvoicePayment, ...]:
    """Return the payments up to a date that may be for these invoices, by days.

    Those of the invoices' roles, and what came in anywhere of exactly an invoice's
    amount: its reference may name the invoice.
    """
    if not held:
        return ()
    since = min(one.issued_on for one in held) - _BEFORE
    amounts = sorted({one.amount_minor for one in held})[:_MOST_AMOUNTS]
    mine = Q(role__in={one.role_id for one in held})
    mine |= Q(amount_minor__in=amounts) & ~Q(status=RecordStatus.PRIVATE)
    noted = rows.Settlement.objects.filter(owner=viewer, fingerprint__isnull=False)
    mine |= Q(pk__in=noted.values("payment"))
    mine |= Q(fingerprint__in=noted.values("fingerprint"))
    columns = ("fingerprint", "booked_on", "amount_minor", "currency", "role")
    found = rows.Payment.objects.filter(
        mine, owner=viewer, booked_on__gte=since, booked_on__lte=on
    ).order_by("booked_on", "fingerprint")
    names = payer_names(viewer)
    return tuple(
        InvoicePayment(
            *(key, booked_on, minor, currency),
            NO_ROLE if role is None else index_of[role],
            *(names.of(payer), reference),
        )
        for key, booked_on, minor, currency, role, payer, reference in found.values_list(
            *columns, "payer", "reference"
        )
    )


def settlements(viewer: Person, held: Sequence[rows.Invoice]) -> tuple[Settlement, ...]:
    """Return what is said to have settled these invoices, by their order."""
    if not held:
        return ()
    index_of = {one.pk: index for index, one in enumerate(held)}
    noted = rows.Settlement.objects.filter(owner=viewer)
    columns = ("invoice", "amount_minor", "kind", "on", "source", "fingerprint")
    found = [
        Settlement(
            index_of[invoice],
            minor,
            SettlementKind(kind),
            fingerprint if now is None else now,
            on,
            SettlementSource(source),
        )
        for invoice, minor, kind, on, source, fingerprint, now in noted.values_list(
            *columns, "payment__fingerprint"
        )
    ]
    return tuple(sorted(found, key=_in_order))


def _in_order(one: Settlement) -> tuple[object, ...]:
    """Return what puts settlements in the same order in every copy of a book."""
    return one.invoice, one.kind, one.payment or 0, one.on or date.min, one.minor
