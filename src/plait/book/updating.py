"""Bringing the book to this version's form: a newer one refused, an older one copied.

A book in a SQLite file is copied whole before its tables change, into the folder
`copies` beside it. Programs that start at once after an update take turns, so that
one copies and migrates and the others find it done. A kill before, between or after
leaves the book as it was or as it shall be. In PostgreSQL a copy is not ours to make.
"""

import filecmp
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from plait.book.backup import copy_whole, error_text, open_to_read, remove
from plait.book.newest import known_migrations
from plait.book.tables import make_cache_table, make_tables
from plait.book.whole import PART
from plait.domain.errors import PlaitError

COPIES = "copies"
MOST_COPIES = 5

# How long to wait for another program that copies and migrates; making all tables
# takes about a second, a copy of ten years of a busy life another.
_TURN_S = 60
_TRIES, _PAUSE_S = 10, 0.3


class Emptied(PlaitError):
    """There was a book in the file, and now there is nothing."""


class NewerBook(PlaitError):
    """A newer Plait has changed the tables of this book."""


def bring_up_to_date(now: datetime) -> Path | None:
    """Migrate the book if it is behind; return the copy of how it was, if one is made.

    Raise `NewerBook`, before anything is written, if a newer Plait was here, and
    `Emptied` if there is nothing left in the file.
    """
    _look_at_file()
    if not _missing():
        return None
    book = Path(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or not _holds_anything(book):
        _migrate_with_others()
        return None
    with _turn(book):
        missing = _missing()
        if not missing:  # another program went first
            return None
        kept = copy_before(book, missing[0], now)
        _migrate()
        drop_oldest(kept)
    return kept


def refuse_newer() -> None:
    """Raise `NewerBook` if a newer Plait has changed the tables of this book."""
    _look_at_file()
    _missing()


def is_behind() -> bool:
    """Return whether the tables are older than this version; raise `NewerBook`."""
    return bool(_missing())


def _look_at_file() -> None:
    """Refuse a file that was emptied; make a new one readable by its owner alone."""
    if connection.vendor != "sqlite":
        return
    book = Path(connection.settings_dict["NAME"])
    if not book.exists():
        with suppress(OSError):  # said when the book is opened
            book.touch(mode=0o600)  # its log gets the same rights
    elif not book.stat().st_size and _was_emptied(book):
        # To SQLite this is a new database, and a log beside it none of its own.
        raise Emptied(
            "The book's file is empty",
            value=str(book),
            fix="See which copy can be put back: plait check.",
        )


def _was_emptied(book: Path) -> bool:
    log = book.with_name(f"{book.name}-wal")
    holds_log = log.exists() and log.stat().st_size > 0
    return holds_log or any(_folder(book).glob("before-*.sqlite3"))


def refuse_newer_file(book: Path) -> None:
    """Do so of a SQLite file as it lies there; one without tables is not newer."""
    try:
        with closing(open_to_read(book)) as database:
            found = database.execute("SELECT app, name FROM django_migrations")
            applied = set(found.fetchall())
    except sqlite3.Error:
        return  # whoever reads on says what is wrong with it
    _refuse(applied - known_migrations())


def _missing() -> list[str]:
    """Return what this version would still do to the tables: "book-0004_journal"."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    _refuse(set(loader.applied_migrations) - known_migrations(loader))
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    return [f"{migration.app_label}-{migration.name}" for migration, _ in plan]


def _refuse(unknown: set[tuple[str, str]]) -> None:
    if unknown:
        raise NewerBook(
            "A newer Plait than this one has changed this book",
            value=f"{connection.settings_dict['NAME']}: {' '.join(min(unknown))}",
            fix="Update Plait, or put back a backup from before: plait restore FILE.",
        )


def _migrate() -> None:
    if not make_tables():
        make_cache_table()  # before, so that a kill leaves something missing
        call_command("migrate", verbosity=0, interactive=False)


def _migrate_with_others() -> None:
    """Migrate where others may do so too: who comes second looks again."""
    for tries_left in reversed(range(_TRIES)):
        try:
            _migrate()
        except DatabaseError:
            if not tries_left:
                raise
            time.sleep(_PAUSE_S)
        if not _missing():
            return


@contextmanager
def _turn(book: Path) -> Iterator[None]:
    """Let one program at a time copy and migrate; a killed one's turn is over."""
    folder = _folder(book)
    with error_text(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A lock of SQLite, which ends with the program that holds it on every system.
    with closing(_connect(folder / ".turn")) as turn:
        try:
            turn.execute("PRAGMA journal_mode=MEMORY")  # nothing beside it after a kill
            turn.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise OperationalError(str(error)) from error  # said as of the book itself
        yield


def _connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=_TURN_S, isolation_level=None)


def _folder(book: Path) -> Path:
    return book.with_name(COPIES)


def copy_before(book: Path, migration: str, now: datetime) -> Path:
    """Copy the book as it is before a migration; return the copy.

    A program that is started again and again, since migrating fails, leaves one copy.
    """
    stem = f"before-{migration}"
    with error_text(book):
        remove(*_folder(book).glob(f".before-*{PART}"))  # of a copying that was killed
        copied = _free_name(_folder(book) / f"{stem}-{now:%Y-%m-%d}.sqlite3")
        copy_whole(book, copied)
        for earlier in _folder(book).glob(f"{stem}-*.sqlite3"):
            if earlier != copied and filecmp.cmp(earlier, copied, shallow=False):
                remove(copied)
                return earlier
    return copied


def _holds_anything(book: Path) -> bool:
    """Return whether there are people in the book: tables being made hold none."""
    if not book.stat().st_size:
        return False
    with closing(open_to_read(book)) as database:
        named = "SELECT name FROM sqlite_master WHERE name = 'accounts_person'"
        if not database.execute(named).fetchall():
            return False
        return bool(database.execute("SELECT 1 FROM accounts_person").fetchone())


def _free_name(path: Path) -> Path:
    numbered = (path.with_stem(f"{path.stem}-{n}") for n in range(2, 1000))
    return next(name for name in (path, *numbered) if not name.exists())


def drop_oldest(kept: Path) -> None:
    """Keep the last few copies, among them the one that was just made."""

    def age(file: Path) -> tuple[Any, ...]:
        return (file == kept, file.stat().st_mtime_ns, file.name)

    copies = sorted(kept.parent.glob("before-*.sqlite3"), key=age, reverse=True)
    remove(*copies[MOST_COPIES:])
