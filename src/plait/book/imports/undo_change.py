"""Undoing any change of a book: what a person did, or a whole import."""

from datetime import datetime

from plait.accounts.models import Person
from plait.book.imports.undo import undo_import
from plait.book.models import Change
from plait.book.operations.journal import redo_rows, undo_rows
from plait.domain.changes import NOT_UNDONE
from plait.domain.errors import PlaitError


class HasLeft(PlaitError):
    """What a change sent is with others by now."""


class ImportStaysUndone(PlaitError):
    """An import that was undone is not made again from the journal."""


def undo_change(*, viewer: Person, change: Change, now: datetime) -> int:
    """Undo a change; return how many rows of the book differ.

    Raise `LaterChange` or `StillUsed` (`book.operations.journal_conflicts`) where it
    cannot be undone yet, `HasLeft` where it never can. Of an import, what a later one holds too stays.
    """
    if change.what in NOT_UNDONE:
        raise HasLeft(
            "This has left your book and cannot be undone",
            value=str(change.number),
            fix=NOT_UNDONE[change.what],
        )
    if change.batch is not None:
        return sum(undo_import(viewer=viewer, batch=change.batch, now=now))
    return undo_rows(viewer=viewer, change=change, now=now)


def redo_change(*, viewer: Person, change: Change) -> int:
    """Make an undone change again; raise `ImportStaysUndone` for an import."""
    if change.batch is not None:
        raise ImportStaysUndone(
            "An import is not made again from the history",
            value=str(change.number),
            fix="Import its files again.",
        )
    return redo_rows(viewer=viewer, change=change)
