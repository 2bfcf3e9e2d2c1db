"""Changing many records at once: one change of the book, undone at once too.

Rows are written by the piece, never one by one: ten thousand take a second or two.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.models import (
    Event,
    Payment,
    PaymentShare,
    Role,
    TimeEntry,
    TimeShare,
)
from plait.book.operations.identity import remember_removed
from plait.book.operations.payments import refuse_other_way
from plait.book.operations.rule_from_record import Subject, rule_for
from plait.book.operations.writing import book_of
from plait.book.queries.record_lists.chosen import chosen_keys
from plait.domain.errors import PlaitError
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.records import RecordStatus
from plait.domain.selection import ChosenRecords, RecordKind

_MODELS: dict[RecordKind, Any] = {
    RecordKind.PAYMENTS: Payment,
    RecordKind.TIME: TimeEntry,
    RecordKind.EVENTS: Event,
}
_MOVED = {
    RecordKind.PAYMENTS: "move_payments",
    RecordKind.TIME: "move_entries",
    RecordKind.EVENTS: "place_record",
}


class CannotChangeThese(PlaitError):
    """Records of a kind that is not changed from its list."""


def move_records(*, viewer: Person, chosen: ChosenRecords, role: Role | None) -> int:
    """Move records to a role, or make them private; return how many were chosen."""
    kind = chosen.selection.kind
    keys = _keys(viewer, chosen)
    with book_of(viewer, role, what=_MOVED[kind]):
        for piece in in_pieces(keys):
            _move(viewer, kind, piece, role)
    return len(keys)


def _move(viewer: Person, kind: RecordKind, keys: list[int], role: Role | None) -> None:
    status = RecordStatus.ASSIGNED if role else RecordStatus.PRIVATE
    held = _MODELS[kind].objects.filter(owner=viewer, pk__in=keys)
    others = held.exclude(role=role, status=status, rule=None)
    if kind is RecordKind.TIME:
        _note_edited(viewer, others.exclude(role=role, status=status))
    others.update(role=role, rule=None, status=status)
    if role is not None and kind is RecordKind.PAYMENTS:
        PaymentShare.objects.filter(payment__in=keys, role=role).delete()
    elif role is not None and kind is RecordKind.TIME:
        TimeShare.objects.filter(entry__in=keys, role=role).delete()


def _note_edited(viewer: Person, moved: Any) -> None:  # noqa: ANN401  # a question about entries
    """Let imported entries keep their role at the next import."""
    imported = moved.filter(batch__isnull=False).values_list("pk", "edited")
    by_edited: dict[str, list[int]] = defaultdict(list)
    for key, edited in imported:
        names = {*filter(None, edited.split(","))}
        if "role" not in names:
            by_edited[",".join(sorted({*names, "role"}))].append(key)
    for edited, keys in by_edited.items():
        TimeEntry.objects.filter(owner=viewer, pk__in=keys).update(edited=edited)


def remove_records(*, viewer: Person, chosen: ChosenRecords) -> int:
    """Remove payments or hours; an import of the same file does not bring them."""
    kind = chosen.selection.kind
    if kind is RecordKind.EVENTS:
        raise CannotChangeThese(
            "Events are not removed from their list",
            value=kind.value,
            fix="Remove them in their calendar, and refresh it.",
        )
    keys = _keys(viewer, chosen)
    what = "remove_payments" if kind is RecordKind.PAYMENTS else "remove_entries"
    with book_of(viewer, what=what):
        for piece in in_pieces(keys):
            held = _MODELS[kind].objects.filter(owner=viewer, pk__in=piece)
            remember_removed(viewer, [*held])
            held.delete()
    return len(keys)


def set_kind_of(
    *, viewer: Person, chosen: ChosenRecords, kind: PaymentKind | None
) -> int:
    """Say what payments are; None leaves it to Plait. Raise `NotOfThisKind`."""
    if chosen.selection.kind is not RecordKind.PAYMENTS:
        raise CannotChangeThese(
            "Only payments are income or costs",
            value=chosen.selection.kind.value,
            fix="Choose payments.",
        )
    keys = _keys(viewer, chosen)
    with book_of(viewer, what="set_payment_kind"):
        for piece in in_pieces(keys):
            held = Payment.objects.filter(owner=viewer, pk__in=piece)
            _refuse_other_way(held, kind)
            held.exclude(kind=kind or "").update(kind=kind or "")
    return len(keys)


def _refuse_other_way(held: Any, kind: PaymentKind | None) -> None:  # noqa: ANN401  # a question about payments
    came_in, went_out = held.filter(amount_minor__gt=0), held.filter(amount_minor__lt=0)
    for one in (came_in.first(), went_out.first()):
        if one is not None:
            refuse_other_way(one.amount_minor, kind)


def always_so(
    *, viewer: Person, chosen: ChosenRecords, role: Role | None, now: datetime
) -> tuple[int, Sequence[Subject]]:
    """Move records, and keep a rule for each payer, project or title they name.

    Return how many were chosen, and what the rules look for.
    """
    kind = chosen.selection.kind
    keys = _keys(viewer, chosen)
    with book_of(viewer, role, what="keep_rules"):
        some: list[Any] = []
        for piece in in_pieces(keys):
            some += _MODELS[kind].objects.filter(owner=viewer, pk__in=piece)
        subjects = rule_for(viewer=viewer, records=some, role=role, now=now)
        move_records(viewer=viewer, chosen=chosen, role=role)
    return len(keys), subjects


def _keys(viewer: Person, chosen: ChosenRecords) -> list[int]:
    """Return what was chosen; raise `CannotChangeThese` for nothing, or check-ins."""
    kind = chosen.selection.kind
    if kind not in _MODELS:
        raise CannotChangeThese(
            "Check-ins are not changed from their list",
            value=kind.value,
            fix="Answer the check-in of that week again.",
        )
    keys = chosen_keys(viewer=viewer, chosen=chosen)
    if not keys:
        raise CannotChangeThese(
            "Nothing is ticked",
            value=kind.value,
            fix="Tick the records that are to change.",
        )
    return keys
