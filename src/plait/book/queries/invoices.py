"""Invoices, the payments that may be for them, and what settled them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q

from plait.accounts.models import Person
from plait.book import models as rows
from plait.book.fingerprints import fingerprint_of
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
    without: Collection[int] = (),
) -> tuple[InvoicePayment, ...]:
    """Return the payments up to a date that may be for these invoices, by days.

    Those of the invoices' roles, and what came in anywhere of exactly an invoice's
    amount: its reference may name the invoice. A payment split over roles is one for
    each. `without` are the numbers of payments that are no income, such as a loan: only
    the person's word makes one of these pay an invoice.
    """
    if not held:
        return ()
    since = min(one.issued_on for one in held) - _BEFORE
    amounts = sorted({one.amount_minor for one in held})[:_MOST_AMOUNTS]
    mine = Q(role__in={one.role_id for one in held})
    mine |= Q(amount_minor__in=amounts) & ~Q(status=RecordStatus.PRIVATE)
    parts = parts_by_payment(viewer)
    mine |= Q(pk__in=parts)
    noted = rows.Settlement.objects.filter(owner=viewer, fingerprint__isnull=False)
    is_noted = Q(pk__in=noted.values("payment"))
    is_noted |= Q(fingerprint__in=noted.values("fingerprint"))
    found = rows.Payment.objects.filter(
        (mine & ~Q(pk__in=without)) | is_noted,
        owner=viewer,
        booked_on__gte=since,
        booked_on__lte=on,
    ).order_by("booked_on", "fingerprint")
    names = payer_names(viewer)
    columns = ("pk", "fingerprint", "booked_on", "amount_minor", "currency")
    return tuple(
        InvoicePayment(
            *(key, booked_on, minor, currency),
            NO_ROLE if role is None else index_of[role],
            *(names.of(payer), reference),
        )
        for pk, whole, booked_on, amount, currency, payer, reference, own in (
            found.values_list(*columns, "payer", "reference", "role")
        )
        for key, minor, role in _parts(whole, amount, own, parts.get(pk, ()))
    )


class PaymentPart(NamedTuple):
    """A part of a payment that is another role's, and the key it pays invoices by."""

    key: int
    role: int
    minor: int


def parts_by_payment(viewer: Person) -> dict[int, list[PaymentPart]]:
    """Return the parts of payments that are other roles', by payment."""
    found: dict[int, list[PaymentPart]] = defaultdict(list)
    held = rows.PaymentShare.objects.filter(owner=viewer).order_by("pk")
    for payment, whole, role, key, minor in held.values_list(
        *("payment", "payment__fingerprint", "role", "role__key", "amount_minor")
    ):
        part = PaymentPart(fingerprint_of(f"{whole}\x1f{key}"), role, minor)
        found[payment].append(part)
    return found


def _parts(
    whole: int, minor: int, role: int | None, parts: Sequence[PaymentPart]
) -> Iterator[tuple[int, int, int | None]]:
    """Yield the key, the amount and the role of each part; its own role's first."""
    yield whole, minor - sum(one.minor for one in parts), role
    for one in parts:
        yield one.key, one.minor, one.role


def settlements(viewer: Person, held: Sequence[rows.Invoice]) -> tuple[Settlement, ...]:
    """Return what is said to have settled these invoices, by their order.

    Of a payment split over roles an invoice is settled by its own role's part.
    """
    if not held:
        return ()
    index_of = {one.pk: index for index, one in enumerate(held)}
    part_of = {
        (payment, one.role): one.key
        for payment, parts in parts_by_payment(viewer).items()
        for one in parts
    }
    noted = rows.Settlement.objects.filter(owner=viewer)
    columns = ("invoice", "amount_minor", "kind", "on", "source", "fingerprint")
    found = [
        Settlement(
            index_of[invoice],
            minor,
            SettlementKind(kind),
            part_of.get((payment, role), fingerprint if now is None else now),
            on,
            SettlementSource(source),
        )
        for invoice, minor, kind, on, source, fingerprint, now, payment, role in (
            noted.values_list(
                *columns, "payment__fingerprint", "payment", "invoice__role"
            )
        )
    ]
    return tuple(sorted(found, key=_in_order))


def _in_order(one: Settlement) -> tuple[object, ...]:
    """Return what puts settlements in the same order in every copy of a book."""
    return one.invoice, one.kind, one.payment or 0, one.on or date.min, one.minor
