"""Putting a backup back, so that no kill at any moment loses anything.

A restore has four steps. The first three leave the book alone: the backup is copied
beside it and looked at, brought to this version's form, and the present book is kept
under a name of its own. Only the last one changes the book, in one transaction.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from plait.book.backup import (
    Damaged,
    check_whole,
    connect,
    copy,
    copy_whole,
    error_text,
    give_up_if_locked,
    open_to_read,
    remove,
)
from plait.book.whole import PART
from plait.domain.errors import PlaitError

_BESIDE = ("-wal", "-shm", "-journal")
_TABLES = {"book_book", "accounts_person", "django_migrations"}

Migrations = set[tuple[str, str]]


class NotABook(PlaitError):
    """The file holds no Plait book."""


class TooNew(PlaitError):
    """A newer Plait wrote the backup."""


class Restoring:
    """One restore, step by step; `kept` is where the book from before stands.

    `known` are the migrations this version has; `migrate` brings a file to its form.
    """

    def __init__(
        self, backup: Path, book: Path, now: datetime, known: Migrations
    ) -> None:
        self.backup = backup
        self.book = book
        self.known = known
        # Beside the book, so that it can take its name by a rename.
        self.staged = book.with_name(f".restore-{book.name}")
        self.kept = _free_name(book, now)

    def run(self, migrate: Callable[[Path], None]) -> Path | None:
        """Take every step; return where the book from before is, None without one."""
        try:
            with error_text(self.backup):
                for step in self.steps(migrate):
                    step()
        finally:
            remove(self.staged, *_beside(self.staged))
        return self.kept if self.kept.exists() else None

    def steps(self, migrate: Callable[[Path], None]) -> list[Callable[[], None]]:
        """Return the steps in their order."""
        return [self.stage, lambda: migrate(self.staged), self.keep, self.replace]

    def stage(self) -> None:
        """Copy the backup beside the book, once it is known for a Plait book."""
        check_is_book(self.backup, self.known)
        self.book.parent.mkdir(parents=True, exist_ok=True)
        # An earlier restore may have been killed and left these.
        remove(self.staged, *_beside(self.staged), *_left_behind(self.book))
        # Made before it is filled: SQLite would make it with rights for others, too.
        self.staged.touch(mode=0o600)
        copy(self.backup, self.staged)
        check_whole(self.staged)

    def keep(self) -> None:
        """Keep the book as it is now under a name of its own."""
        if not self.book.exists():
            return
        try:
            copy_whole(self.book, self.kept)
        except sqlite3.OperationalError:
            raise  # locked, no room: no reason to call it damaged
        except (sqlite3.DatabaseError, Damaged):
            # A damaged book is the reason to restore: keep it byte by byte.
            for file in (self.book, *_beside(self.book)):
                if file.exists():
                    name = self.kept.name + file.name.removeprefix(self.book.name)
                    shutil.copyfile(file, self.kept.with_name(name))

    def replace(self) -> None:
        """Put the staged book in place.

        Through SQLite into the file that is there, for on Windows a file that the
        app has open cannot be replaced, and elsewhere the app would go on with the
        file that lost its name. It is one transaction: a kill in the middle leaves
        the book from before. Only a file that is no database any more is replaced.
        """
        _move_revisions_on(self.staged, self.book)
        try:
            _copy_into(self.staged, self.book)
        except sqlite3.OperationalError:
            raise  # locked, no room: the book is as it was
        except sqlite3.DatabaseError:
            remove(*_beside(self.book))  # the log of a damaged book would spoil this
            self.staged.replace(self.book)


def _free_name(book: Path, now: datetime) -> Path:
    stem = f"{book.stem}.before-restore-{now:%Y%m%d-%H%M%S}"
    numbered = (f"{stem}-{n}" for n in range(2, 1000))
    names = (book.with_name(f"{s}{book.suffix}") for s in (stem, *numbered))
    return next(name for name in names if not name.exists())


def _left_behind(book: Path) -> list[Path]:
    """Return what a killed restore did not finish writing."""
    return list(book.parent.glob(f".{book.stem}.before-restore-*{PART}"))


def _beside(file: Path) -> list[Path]:
    return [file.with_name(file.name + end) for end in _BESIDE]


def check_is_book(file: Path, known: Migrations) -> None:
    """Raise `NotABook` or `TooNew`; an older book is one that can be migrated."""
    try:
        with closing(open_to_read(file)) as database:
            tables = {
                name for (name,) in database.execute("SELECT name FROM sqlite_master")
            }
            if not tables >= _TABLES:
                raise _not_a_book(file)
            applied = "SELECT app, name FROM django_migrations ORDER BY id"
            newer = [m for m in database.execute(applied) if m not in known]
    except sqlite3.DatabaseError as error:
        raise _not_a_book(file) from error
    if newer:
        raise TooNew(
            "This backup was made by a newer Plait than this one",
            value=f"{file}: {newer[0][0]} {newer[0][1]}",
            fix="Update Plait and restore it again; nothing was changed.",
        )


def _not_a_book(file: Path) -> NotABook:
    return NotABook(
        "This file is not a Plait book",
        value=str(file),
        fix="Choose a file that plait backup wrote; nothing was changed.",
    )


def _move_revisions_on(staged: Path, book: Path) -> None:
    """Let no revision be one that the app has seen with another content.

    A running app remembers pictures by the revision of the book.
    """
    seen = 0
    if book.exists():
        try:
            with closing(open_to_read(book)) as present:
                asked = present.execute("SELECT MAX(revision) FROM book_book")
                seen = asked.fetchone()[0] or 0
        except sqlite3.DatabaseError:
            seen = 0  # damaged or without tables: no app shows a picture of it
    with closing(connect(staged)) as database:
        database.execute("UPDATE book_book SET revision = revision + ? + 1", (seen,))


def _copy_into(staged: Path, book: Path) -> None:
    with closing(open_to_read(staged)) as read, closing(connect(book)) as write:
        _fit_pages(staged, write)
        read.backup(write, progress=give_up_if_locked)
    check_whole(book)


def _fit_pages(staged: Path, write: sqlite3.Connection) -> None:
    """Give the staged book pages as large as the book's: a log holds one size."""
    size = write.execute("PRAGMA page_size").fetchone()[0]
    with closing(connect(staged)) as database:
        if database.execute("PRAGMA page_size").fetchone()[0] != size:
            database.execute(f"PRAGMA page_size={int(size)}")
            database.execute("VACUUM")
