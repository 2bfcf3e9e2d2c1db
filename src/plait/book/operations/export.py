"""Writing everything the book holds into a folder, as open files."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from django.db import transaction

from plait.accounts.models import Person
from plait.book.models import Book
from plait.book.queries import export as held
from plait.book.whole import is_part_of, written_whole
from plait.domain.errors import PlaitError
from plait.formats.plait import book, readme, tables
from plait.formats.plait.tables_written import write_events, write_payments, write_time
from plait.formats.source import Source

BOOK, README = "book.json", "README.txt"
PAYMENTS, TIME, EVENTS = "payments.csv", "time.csv", "events.csv"
_FORMATS = {
    BOOK: book,
    PAYMENTS: tables,
    TIME: tables,
    EVENTS: tables,
    README: readme,
}


class FolderInUse(PlaitError):
    """The folder holds something else that must not be mixed with an export."""


class CannotWrite(PlaitError):
    """The folder or a file in it cannot be written."""


def export_book(*, viewer: Person, folder: Path, today: date) -> dict[str, int]:
    """Write the viewer's book into the folder; return how many rows each table has.

    A folder that holds an earlier export is written anew, each file whole; one
    that holds anything else is refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check(folder)
        with _unchanged(viewer):
            return _write_all(viewer, folder, today)
    except OSError as error:
        raise CannotWrite(
            "This folder cannot be written",
            value=f"{error.filename or folder}: {error.strerror}",
            fix="Name another folder, or close what has its files open.",
        ) from error


def _check(folder: Path) -> None:
    """Refuse a folder with other files; remove what a killed export left."""
    for path in sorted(folder.iterdir()):
        if any(is_part_of(path, name) for name in _FORMATS):
            path.unlink()
        elif path.is_dir() or not _is_ours(path):
            raise FolderInUse(
                "This folder holds something else already",
                value=str(path),
                fix="Name a folder that is empty or not there yet.",
            )


def _is_ours(path: Path) -> bool:
    form = _FORMATS.get(path.name)
    return form is not None and form.recognise(Source(path.name, path))


@contextmanager
def _unchanged(viewer: Person) -> Iterator[None]:
    """Hold the book still, so that all files tell of one moment."""
    with transaction.atomic():
        list(Book.objects.select_for_update().filter(owner=viewer))
        yield


def _write_all(viewer: Person, folder: Path, today: date) -> dict[str, int]:
    with _text(folder / BOOK) as file:
        history = held.history(viewer=viewer)
        book.write(file, held.all_records(viewer=viewer), history)
    counts = {
        PAYMENTS: _table(
            folder / PAYMENTS, write_payments, held.all_payments(viewer=viewer)
        ),
        TIME: _table(folder / TIME, write_time, held.all_time(viewer=viewer)),
        EVENTS: _table(folder / EVENTS, write_events, held.all_events(viewer=viewer)),
    }
    by_table = {name.removesuffix(".csv"): n for name, n in counts.items()}
    with _text(folder / README) as file:
        file.write(readme.readme(viewer.language, today, by_table))
    return counts


def _table(
    path: Path, write: Callable[[TextIO, Iterable[Any]], int], lines: Iterable[Any]
) -> int:
    with _text(path) as file:
        return write(file, lines)


@contextmanager
def _text(path: Path) -> Iterator[TextIO]:
    with written_whole(path) as part, part.open("w", encoding="utf-8", newline="") as f:
        yield f
