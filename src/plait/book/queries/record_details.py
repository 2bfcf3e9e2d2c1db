"""One record with all that is known of it."""

from typing import Any

from plait.accounts.models import Person
from plait.book.models import Payment, TimeEntry
from plait.book.queries.changes import history_of
from plait.book.queries.lists import NotThere
from plait.book.queries.record_lists.lines import line_of
from plait.domain.money import Money
from plait.domain.record_details import RecordDetails
from plait.domain.record_list import ListedRecord
from plait.domain.selection import RecordKind

_TEXTS = {
    RecordKind.TIME: ("client", "project", "task", "description", "tags", "person"),
    RecordKind.PAYMENTS: ("payer", "counter_account", "reference", "bank_id"),
}


def entries_of(*, viewer: Person, keys: list[int]) -> list[TimeEntry]:
    """Return time entries by their numbers, in that order; raise `NotThere`."""
    found = TimeEntry.objects.filter(owner=viewer, pk__in=keys).select_related("role")
    held = {one.pk: one for one in found}
    return [_there(held, key) for key in dict.fromkeys(keys)]


def payments_of(*, viewer: Person, keys: list[int]) -> list[Payment]:
    """Return payments by their numbers, in that order; raise `NotThere`."""
    found = Payment.objects.filter(owner=viewer, pk__in=keys).select_related("role")
    held = {one.pk: one for one in found}
    return [_there(held, key) for key in dict.fromkeys(keys)]


def _there(held: dict[int, Any], key: int) -> Any:  # noqa: ANN401  # of the caller's kind
    if key not in held:
        raise NotThere(
            "There is no record of that number",
            value=str(key),
            fix="See the records with: plait records.",
        )
    return held[key]


def entry_details(*, viewer: Person, entry: TimeEntry) -> RecordDetails:
    """Return a time entry with where it came from, and its history."""
    shares = entry.shares.select_related("role").order_by("pk")
    return RecordDetails(
        is_billable=entry.is_billable,
        also_for=tuple(share.role.name for share in shares),
        edited=tuple(filter(None, entry.edited.split(","))),
        beside=_beside(viewer, entry),
        **_shared(viewer, RecordKind.TIME, entry),
    )


def payment_details(*, viewer: Person, payment: Payment) -> RecordDetails:
    """Return a payment with where it came from, and its history."""
    shared = _shared(viewer, RecordKind.PAYMENTS, payment)
    share = "" if payment.share is None else f"{payment.share / 10:g} %"
    account = payment.account.identifier if payment.account else ""
    more = [("account", account), ("share", share), ("kind", payment.kind)]
    shared["texts"] += tuple((name, text) for name, text in more if text)
    parts = payment.parts.select_related("role").order_by("pk")
    return RecordDetails(
        is_billable=None,
        also_for=tuple(
            f"{part.role.name}: {Money.from_minor(part.amount_minor, payment.currency)}"
            for part in parts
        ),
        edited=(),
        beside=(),
        **shared,
    )


def _shared(
    viewer: Person, kind: RecordKind, record: Payment | TimeEntry
) -> dict[str, Any]:
    model = type(record).__name__
    texts = ((name, getattr(record, name)) for name in _TEXTS[kind])
    return {
        "kind": kind,
        "record": line_of(kind, record, viewer),
        "texts": tuple((name, text) for name, text in texts if text),
        "source": record.source,
        "batch": record.batch.number if record.batch else None,
        "changes": tuple(history_of(viewer=viewer, model=model, key=record.pk)),
    }


def _beside(viewer: Person, entry: TimeEntry) -> tuple[ListedRecord, ...]:
    same = TimeEntry.objects.filter(owner=viewer, on=entry.on, role=entry.role)
    others = same.exclude(pk=entry.pk).select_related("role").order_by("pk")
    return tuple(line_of(RecordKind.TIME, other, viewer) for other in others)
