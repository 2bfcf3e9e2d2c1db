"""Undoing a change of the book, and making it again."""

from collections.abc import Iterator
from datetime import datetime

from django.db import IntegrityError, transaction

from plait.accounts.models import Person
from plait.book.journal import ChangedRow, pack_rows, unpack
from plait.book.models import Change
from plait.book.models.row_values import Values
from plait.book.operations.journal_conflicts import (
    StandsInPlace,
    present_of,
    refuse_conflicts,
)
from plait.book.operations.journal_rows import turn
from plait.book.operations.writing import book_of, refuse_others
from plait.domain.errors import PlaitError


class UndoneAlready(PlaitError):
    """The change was undone before, or is redone while it is not undone."""


def undo_rows(*, viewer: Person, change: Change, now: datetime) -> int:
    """Let everything be as it was before the change; return how many rows differ.

    Raise `LaterChange` where a later one touches the same, `StillUsed` where
    something later belongs to what this one added.
    """
    with book_of(viewer, change) as recorder, recorder.paused():
        fresh = Change.objects.filter(owner=viewer, pk=change.pk, undone_at=None)
        if not fresh.update(undone_at=now):
            raise UndoneAlready(
                "This change was undone before",
                value=str(change.number),
                fix="Make it again with: plait redo.",
            )
        return _turn(viewer, change, [*swapped(unpack(change.rows))])


def redo_rows(*, viewer: Person, change: Change) -> int:
    """Make an undone change again; return how many rows differ, raise as undoing."""
    with book_of(viewer, change) as recorder, recorder.paused():
        undone = Change.objects.filter(
            owner=viewer, pk=change.pk, undone_at__isnull=False
        )
        if not undone.update(undone_at=None):
            raise UndoneAlready("This change is not undone", value=str(change.number))
        return _turn(viewer, change, [*unpack(change.rows)])


def swapped(rows: Iterator[ChangedRow]) -> Iterator[ChangedRow]:
    """Yield the way back of each row."""
    for model, key, before, after in rows:
        yield ChangedRow(model, key, after, before)


def _turn(viewer: Person, change: Change, rows: list[ChangedRow]) -> int:
    rows = refuse_conflicts(viewer, change, rows)
    try:
        with transaction.atomic():
            turn(viewer, rows)
    except IntegrityError as error:
        raise StandsInPlace(
            "Something that came later stands in its place",
            value=str(change.number),
            fix="Remove or rename that first.",
        ) from error
    viewer.refresh_from_db()  # settings are changes too
    return len(rows)


_Chained = dict[tuple[str, int], Values]


# What an import corrects, and the rest only goes with.
_LINES = {"Payment", "TimeEntry", "Event"}


def revert_updates(*, viewer: Person, change: Change) -> int:
    """Undo what an import changed of records there before; return of how many lines.

    Where a later change touches the same field, that one starts from what this one
    found, so that undoing them in any order ends alike.
    """
    refuse_others(viewer, (change,))
    rows = [row for row in swapped(unpack(change.rows)) if row.before and row.after]
    if not rows:
        return 0
    mine, others = _still_and_moved(rows)
    turn(viewer, mine)
    later = Change.objects.filter(
        owner=viewer, number__gt=change.number, undone_at=None
    )
    for one in later.order_by("number") if others else ():
        packed = pack_rows(_rebased(one, others))
        if packed != one.rows:
            one.rows = packed
            one.save(update_fields=["rows"])
    return sum(row.model in _LINES for row in rows)


def _still_and_moved(rows: list[ChangedRow]) -> tuple[list[ChangedRow], _Chained]:
    """Return what still is as the change left it, and the rest by row and field."""
    mine: list[ChangedRow] = []
    others: _Chained = {}
    present = present_of(rows)
    for row in rows:
        now = present.get((row.model, row.key), {})
        left, wanted = row.before or {}, row.after or {}
        same = [field for field in left if field in now and now[field] == left[field]]
        if same:
            was, back = ({f: one[f] for f in same} for one in (left, wanted))
            mine.append(ChangedRow(row.model, row.key, was, back))
        if len(same) < len(left):
            rest = {f: wanted[f] for f in left if f not in same}
            others[row.model, row.key] = rest
    return mine, others


def _rebased(change: Change, others: _Chained) -> Iterator[ChangedRow]:
    """Yield the rows of a later change as if the one before it had never been.

    What is handed on to this change is taken from `others`: it is the next one.
    """
    for row in unpack(change.rows):
        found = others.get((row.model, row.key))
        if not found or row.before is None:
            yield row
            continue
        start = {f: found.pop(f) for f in [*found] if f in row.before}
        yield row._replace(before=row.before | start)
