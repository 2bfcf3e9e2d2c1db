"""What a person's book holds, in numbers, and the files beside it."""

from pathlib import Path

from django.db import connection

from plait.accounts.models import Person
from plait.accounts.queries import others_than
from plait.book import models as rows
from plait.book.backup import book_file
from plait.book.updating import COPIES
from plait.domain.contents import BookContents


def book_contents(*, viewer: Person) -> BookContents:
    """Return what goes if everything is deleted, and which files stay."""

    def n(kind: type[rows.Role | rows.Payment | rows.TimeEntry | rows.Event]) -> int:
        return kind.objects.filter(owner=viewer).count()

    file = _own_file(viewer)
    return BookContents(
        roles=n(rows.Role),
        payments=n(rows.Payment),
        entries=n(rows.TimeEntry),
        events=n(rows.Event),
        check_ins=rows.CheckIn.objects.filter(owner=viewer).count(),
        calendars=rows.CalendarSource.objects.filter(owner=viewer).count(),
        imports=rows.Batch.objects.filter(owner=viewer).count(),
        changes=rows.Change.objects.filter(owner=viewer).count(),
        file=str(file) if file else "",
        copies=tuple(map(str, _copies(file))) if file else (),
    )


def _own_file(viewer: Person) -> Path | None:
    """Return the file of a book that is this person's alone, None on a server."""
    if connection.vendor != "sqlite" or others_than(viewer=viewer):
        return None
    file = book_file(connection.settings_dict)
    return file if file.is_file() else None


def _copies(book: Path) -> list[Path]:
    """Return the copies that Plait made, and the backups that were put beside it."""
    beside = [one for one in book.parent.glob("*.sqlite3") if one != book]
    return sorted([*beside, *(book.parent / COPIES).glob("*.sqlite3")])
