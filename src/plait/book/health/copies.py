"""The newest copy of a book that is whole and that this version can put back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from plait.book.backup import check_whole
from plait.book.newest import known_migrations
from plait.book.restore import check_is_book
from plait.domain.book_state import WholeCopy
from plait.domain.errors import PlaitError


def newest_whole_copy(book: Path) -> WholeCopy | None:
    """Return the newest copy in the book's folder that `plait restore` would take.

    Those are the copies from before an update or a restore, and whatever backups the
    person has put there. The day is the file's.
    """
    known = known_migrations()
    for file in sorted(_candidates(book), key=_written_at, reverse=True):
        try:
            check_is_book(file, known)
            check_whole(file)
        except (PlaitError, OSError):
            continue
        made_on = datetime.fromtimestamp(_written_at(file), UTC).date()
        return WholeCopy(str(file), made_on)
    return None


def _candidates(book: Path) -> Iterator[Path]:
    folders = (book.parent, *(one for one in book.parent.iterdir() if one.is_dir()))
    for folder in folders:
        for file in folder.glob("*.sqlite3"):
            is_hidden = file.name.startswith(".")
            if not is_hidden and file.is_file() and not file.samefile(book):
                yield file


def _written_at(file: Path) -> float:
    return file.stat().st_mtime
