"""Filling a week's grid: hours per role and day, typed where no clock has them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from plait.accounts.models import Person
from plait.book.models import Role, TimeEntry
from plait.book.operations.by_hand import chance_fingerprint
from plait.book.operations.records import Imported, check_seconds
from plait.book.operations.writing import book_of
from plait.book.queries.log import TYPED
from plait.domain.records import RecordStatus


class Cell(NamedTuple):
    """What a role's hours of a day are to come to, in seconds."""

    role: Role
    on: date
    seconds: int


def set_days(*, viewer: Person, cells: Sequence[Cell]) -> int:
    """Let roles' days come to so many hours; return how many days changed.

    What files, clocks and lines tell stays; the rest of a day is one typed entry.
    Raise `Imported` for a day that is to hold less than those come to; then no day
    changes.
    """
    with book_of(viewer, *(cell.role for cell in cells), what="set_days"):
        return sum(_set(viewer, cell) for cell in cells)


def typed(entries: QuerySet[TimeEntry]) -> QuerySet[TimeEntry]:
    """Return those of the entries that a grid has written."""
    return entries.filter(TYPED)


def _set(viewer: Person, cell: Cell) -> bool:
    mine = TimeEntry.objects.filter(owner=viewer, role=cell.role, on=cell.on)
    held = dict(typed(mine).values_list("pk", "seconds"))
    elsewhere = sum(mine.exclude(pk__in=held).values_list("seconds", flat=True))
    wanted = _rest(cell, elsewhere)
    if wanted == sum(held.values()):
        return False
    mine.filter(pk__in=held).delete()
    if wanted:
        TimeEntry.objects.create(
            owner=viewer,
            fingerprint=chance_fingerprint(),
            role=cell.role,
            status=RecordStatus.ASSIGNED,
            on=cell.on,
            seconds=wanted,
        )
    return True


def _rest(cell: Cell, elsewhere: int) -> int:
    """Return what is left to type beside what stands there otherwise."""
    if cell.seconds:
        check_seconds(cell.seconds)
    if cell.seconds < elsewhere:
        raise Imported(
            "More hours of that day came in with a file, a line or the clock",
            value=f"{cell.role.name}, {cell.on}: {elsewhere / 3600:g} h",
            fix="Write at least that many, or undo where they came from.",
        )
    return cell.seconds - elsewhere
