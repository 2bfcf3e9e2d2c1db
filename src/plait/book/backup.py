"""The whole book in one SQLite file: copied while it is in use, and put back.

Copies go through SQLite's own backup, which takes one moment of the book with what
its write-ahead log still holds, and lets the app that has it open go on.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from plait.book.whole import written_whole
from plait.domain.errors import PlaitError

# How long to wait for whoever is writing just now.
_TIMEOUT_S = 20

# What lets somebody in, and who tried: no copy needs it, and whoever finds one has none
# of it. A book that is put back lets everybody sign in anew.
_WAYS_IN = ("django_session", "accounts_signinlink", "accounts_signintry")

_SIGNING = "accounts_signingkey"


class NotHere(PlaitError):
    """There is no book in a SQLite file to be copied or replaced."""


class FileThere(PlaitError):
    """A backup would take the place of a file that is there."""


class Damaged(PlaitError):
    """A database is not whole."""


class CannotCopy(PlaitError):
    """The system or the database refused to read or write a copy."""


def book_file(settings: dict[str, Any]) -> Path:
    """Return the file of a database's settings; raise `NotHere` on PostgreSQL."""
    if "sqlite3" not in settings["ENGINE"]:
        raise NotHere(
            "This book is kept in PostgreSQL",
            value=str(settings["NAME"]),
            fix="Use pg_dump to back it up and pg_restore to put it back.",
        )
    return Path(settings["NAME"])


def back_up(*, book: Path, to: Path, force: bool = False) -> int:
    """Copy the book to a file; return its size in bytes.

    The file takes its name only when it was found to be whole. One that is there
    stays, unless `force`.
    """
    if not book.is_file():
        raise NotHere(
            "There is no book here yet",
            value=str(book),
            fix='Begin one with: plait init --name "Your name"',
        )
    _check_target(book, to, force=force)
    with error_text(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        copy_whole(book, to)
        return to.stat().st_size


def _check_target(book: Path, to: Path, *, force: bool) -> None:
    is_book = to.exists() and to.samefile(book)
    if is_book or to.is_dir() or (to.exists() and not force):
        raise FileThere(
            "This is the book itself" if is_book else "There is something here already",
            value=str(to),
            fix="Name a new file; --force replaces a file that is no longer wanted.",
        )


def copy_whole(source: Path, to: Path) -> None:
    """Copy a database; `to` is the old one or the new one, whole, at any moment."""
    with written_whole(to) as part:
        copy(source, part)
        check_whole(part)


def copy(source: Path, to: Path) -> None:
    """Copy a database into a new file that stands by itself, without a log."""
    with closing(open_to_read(source)) as read, closing(connect(to)) as write:
        read.backup(write, progress=give_up_if_locked)
        # The copy of a database with a write-ahead log asks for one as well; this
        # makes it a single file that can be read from where nothing can be written.
        write.execute("PRAGMA journal_mode=DELETE")
        _forget_ways_in(write)


def _forget_ways_in(copied: sqlite3.Connection) -> None:
    """Leave sessions, links, tries and private keys out of a copy, free pages too."""
    copied.execute("PRAGMA secure_delete=ON")
    tables = {name for (name,) in copied.execute("SELECT name FROM sqlite_master")}
    for table in _WAYS_IN:
        if table in tables:
            copied.execute(f"DELETE FROM {table}")  # noqa: S608  # a name of ours
    if _SIGNING in tables:
        # What follows on it is then confirmed by hand, as after a theft.
        copied.execute(f"UPDATE {_SIGNING} SET sealed = ''")  # noqa: S608  # the same


def give_up_if_locked(status: int, remaining: int, total: int) -> None:  # noqa: ARG001  # sqlite3's signature
    """Raise where SQLite waited in vain; it would be asked again for ever."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        message = "database is locked"
        raise sqlite3.OperationalError(message)


def check_whole(file: Path) -> None:
    """Raise `Damaged` if SQLite finds a fault in the file."""
    try:
        with closing(open_to_read(file)) as database:
            found = [row[0] for row in database.execute("PRAGMA integrity_check")]
    except sqlite3.OperationalError:
        raise  # locked, no room: no reason to call it damaged
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    if found != ["ok"]:
        raise Damaged(
            "This database is not whole",
            value=f"{file}: {found[0]}",
            fix="Use an earlier backup; nothing was changed.",
        )


def connect(file: Path) -> sqlite3.Connection:
    """Open a database to write, each statement by itself."""
    return sqlite3.connect(file, timeout=_TIMEOUT_S, isolation_level=None)


def open_to_read(file: Path) -> sqlite3.Connection:
    """Open a database that must be there."""
    if file.is_file() and not file.stat().st_size:
        # SQLite takes it for a new one, and removes a log beside it with all it holds.
        message = "file is empty"
        raise sqlite3.DatabaseError(message)
    # Otherwise SQLite would make an empty database of a name that is wrong.
    address = f"{file.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=_TIMEOUT_S)


@contextmanager
def error_text(file: Path) -> Iterator[None]:
    """Say in a sentence what the system or SQLite refused to do."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CannotCopy(
            "This file cannot be read or written",
            value=f"{getattr(error, 'filename', None) or file}: {reason}",
            fix="Look whether it may be used and its disk has room.",
        ) from error


def remove(*files: Path) -> None:
    """Remove files that were only needed on the way."""
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
