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
from plait.book.queries.attachments import attachment_records, stored_content
from plait.book.whole import PART, is_part_of, written_whole
from plait.domain.attachments import exported_sha256
from plait.domain.errors import PlaitError
from plait.formats.plait import attached, book, readme, tables
from plait.formats.plait.tables_written import write_events, write_payments, write_time
from plait.formats.source import Source

BOOK, README, ATTACHMENTS = "book.json", "README.txt", "attachments.json"
PAYMENTS, TIME, EVENTS = "payments.csv", "time.csv", "events.csv"
_FORMATS = {
    BOOK: book,
    ATTACHMENTS: book,
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
        elif path.name == attached.FOLDER and _holds_attached(path):
            continue
        elif path.is_dir() or not _is_ours(path):
            raise FolderInUse(
                "This folder holds something else already",
                value=str(path),
                fix="Name a folder that is empty or not there yet.",
            )


def _is_ours(path: Path) -> bool:
    form = _FORMATS.get(path.name)
    return form is not None and form.recognise(Source(path.name, path))


def _holds_attached(folder: Path) -> bool:
    """Return whether a folder is ours: no link, and nothing in it but exported files."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return all(
        path.is_file() and (exported_sha256(path.name) or path.name.endswith(PART))
        for path in folder.iterdir()
    )


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
    if n_attached := _attachments(viewer, folder):
        counts[ATTACHMENTS] = n_attached
    by_table = {"attachments": 0} | {
        name.partition(".")[0]: n for name, n in counts.items()
    }
    with _text(folder / README) as file:
        file.write(readme.readme(viewer.language, today, by_table))
    return counts


def _attachments(viewer: Person, folder: Path) -> int:
    """Write the files kept with payments, each once, and the list of them."""
    listed = attachment_records(viewer=viewer)
    into = folder / attached.FOLDER
    files = {one.file: one.sha256 for one in listed}
    if listed:
        into.mkdir(exist_ok=True)
    for path in into.iterdir() if into.is_dir() else ():
        if f"{attached.FOLDER}/{path.name}" not in files:
            path.unlink()
    for name, sha256 in files.items():
        with written_whole(folder / name) as part:
            part.write_bytes(stored_content(viewer=viewer, sha256=sha256))
    if not listed:
        (folder / ATTACHMENTS).unlink(missing_ok=True)
        if into.is_dir():
            into.rmdir()
        return 0
    with _text(folder / ATTACHMENTS) as file:
        book.write_attachments(file, listed)
    return len(listed)


def _table(
    path: Path, write: Callable[[TextIO, Iterable[Any]], int], lines: Iterable[Any]
) -> int:
    with _text(path) as file:
        return write(file, lines)


@contextmanager
def _text(path: Path) -> Iterator[TextIO]:
    with written_whole(path) as part, part.open("w", encoding="utf-8", newline="") as f:
        yield f
