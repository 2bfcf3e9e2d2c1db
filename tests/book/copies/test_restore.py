"""A restore is all or nothing, and what was there before is kept."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest

from plait.book import backup as copies
from plait.book.backup import CannotCopy
from plait.book.restore import NotABook, Restoring, TooNew
from tests.book.copies.files import (
    ROOT,
    asked,
    migrations_of,
    names,
    rename,
    spoil,
    tell,
    whose,
)

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
KEPT = "book.before-restore-20261121-093000.sqlite3"


def as_it_is(_file):
    """Bring no table to a newer form."""


@pytest.fixture
def restoring(book, backup):
    return Restoring(backup, book, NOW, migrations_of(backup))


def test_the_book_is_the_backup_and_the_one_before_is_kept(restoring, book):
    kept = restoring.run(as_it_is)

    assert whose(book) == "Olga"
    assert (kept.name, whose(kept)) == (KEPT, "Nora")
    assert names(book.parent) == [KEPT, "book.sqlite3"]


def test_two_in_one_second_keep_both(book, backup):
    known = migrations_of(backup)
    first = Restoring(backup, book, NOW, known).run(as_it_is)
    second = Restoring(backup, book, NOW, known).run(as_it_is)

    assert (whose(first), whose(second)) == ("Nora", "Olga")


def test_without_a_book_there_is_nothing_to_keep(book, backup, tmp_path):
    fresh = tmp_path / "new" / "book.sqlite3"

    kept = Restoring(backup, fresh, NOW, migrations_of(backup)).run(as_it_is)

    assert (kept, whose(fresh)) == (None, "Olga")


def test_an_app_that_has_the_book_open_sees_the_other_one(restoring, book):
    with closing(sqlite3.connect(book)) as app:
        told = "SELECT name, revision FROM accounts_person JOIN book_book"
        before = app.execute(told).fetchone()
        restoring.run(as_it_is)
        after = app.execute(told).fetchone()

    assert (before[0], after[0]) == ("Nora", "Olga")
    # What the app remembered of a revision does not answer for another book.
    assert after[1] > before[1]


def test_no_revision_of_the_book_before_comes_again(restoring, book, backup):
    tell(book, "UPDATE book_book SET revision = 500")

    restoring.run(as_it_is)

    assert asked(book, "SELECT revision FROM book_book")[0] > 500


def test_a_reader_in_the_middle_of_a_page_is_not_disturbed(restoring, book):
    with closing(sqlite3.connect(book, isolation_level=None)) as app:
        app.execute("BEGIN")
        name = "SELECT name FROM accounts_person"
        assert app.execute(name).fetchone() == ("Nora",)
        restoring.run(as_it_is)
        assert app.execute(name).fetchone() == ("Nora",)
        app.execute("COMMIT")
        assert app.execute(name).fetchone() == ("Olga",)


def test_a_book_that_is_locked_for_long_stays_as_it_is(restoring, book, monkeypatch):
    monkeypatch.setattr(copies, "_TIMEOUT_S", 0.1)
    with closing(sqlite3.connect(book, isolation_level=None)) as app:
        app.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotCopy, match="locked"):
            restoring.run(as_it_is)

    assert whose(book) == "Nora"


def test_pages_of_another_size_are_made_to_fit(book, backup):
    tell(backup, "PRAGMA page_size=8192", "VACUUM")

    Restoring(backup, book, NOW, migrations_of(backup)).run(as_it_is)

    assert whose(book) == "Olga"


def test_a_damaged_book_is_kept_byte_by_byte_and_replaced(book, backup):
    tell(book, "PRAGMA journal_mode=DELETE")
    book.write_bytes(b"no database at all" * 1_000)

    kept = Restoring(backup, book, NOW, migrations_of(backup)).run(as_it_is)

    assert whose(book) == "Olga"
    assert kept.read_bytes() == b"no database at all" * 1_000


def test_a_book_with_damaged_pages_is_kept_and_replaced(book, backup):
    tell(book, "PRAGMA journal_mode=DELETE")
    spoil(book)
    before = book.read_bytes()

    kept = Restoring(backup, book, NOW, migrations_of(backup)).run(as_it_is)

    assert whose(book) == "Olga"
    assert kept.read_bytes() == before


def _text(file):
    file.write_text("date,amount\n2026-03-02,12\n")


def _empty(file):
    file.write_bytes(b"")


def _other(file):
    file.unlink()
    tell(file, "CREATE TABLE notes (text)")


@pytest.mark.parametrize("spoilt", [_text, _empty, _other])
def test_a_file_that_is_no_book_is_refused(book, backup, spoilt):
    known = migrations_of(backup)
    spoilt(backup)

    with pytest.raises(NotABook, match="This file is not a Plait book"):
        Restoring(backup, book, NOW, known).run(as_it_is)
    assert (whose(book), names(book.parent)) == ("Nora", ["book.sqlite3"])


@pytest.mark.parametrize("spoilt", [spoil, lambda f: os.truncate(f, 40_000)])
def test_a_backup_that_is_not_whole_is_refused(restoring, book, backup, spoilt):
    spoilt(backup)

    with pytest.raises((NotABook, CannotCopy, copies.Damaged)):
        restoring.run(as_it_is)
    assert (whose(book), names(book.parent)) == ("Nora", ["book.sqlite3"])


def test_a_backup_of_a_newer_plait_is_refused(restoring, book, backup):
    newer = "('book', '0099_moon', '2030-01-01')"
    tell(backup, f"INSERT INTO django_migrations (app, name, applied) VALUES {newer}")

    with pytest.raises(TooNew, match=r"made by a newer Plait.* book 0099_moon"):
        restoring.run(as_it_is)
    assert (whose(book), names(book.parent)) == ("Nora", ["book.sqlite3"])


def test_a_form_that_cannot_be_reached_leaves_the_book(restoring, book):
    def migrate(_file):
        message = "no such column"
        raise sqlite3.OperationalError(message)

    with pytest.raises(CannotCopy):
        restoring.run(migrate)
    assert (whose(book), names(book.parent)) == ("Nora", ["book.sqlite3"])


@pytest.mark.parametrize("taken", range(5))
def test_it_may_stop_after_any_step_and_be_done_again(restoring, book, backup, taken):
    for step in restoring.steps(as_it_is)[:taken]:
        step()

    assert whose(book) == ("Olga" if taken == 4 else "Nora")
    again = Restoring(backup, book, NOW, migrations_of(backup))
    again.run(as_it_is)
    assert whose(book) == "Olga"
    assert [n for n in names(book.parent) if n.startswith(".")] == []


KILLED = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from plait.book.restore import Restoring

backup, book, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
known = {tuple(one.split(" ")) for one in sys.argv[4].split(",")}
CHANGES = {"sqlite3.connect", "os.rename", "os.remove", "shutil.copyfile", "open"}
seen = 0

def hook(event, arguments):
    global seen
    if event in CHANGES and str(book.parent) in repr(arguments):
        seen += 1
        if seen == last:
            os._exit(9)

sys.addaudithook(hook)
Restoring(backup, book, datetime(2026, 11, 21, tzinfo=UTC), known).run(lambda f: None)
"""


@pytest.fixture
def start(book, backup):
    """Start a restore in a process of its own that may be told when to die."""
    known = ",".join(" ".join(one) for one in migrations_of(backup))

    def start(last=0):
        words = [sys.executable, "-c", KILLED, backup, book, str(last), known]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        return subprocess.Popen(words, env=environment)

    return start


@pytest.mark.parametrize("damaged", [False, True], ids=["whole", "damaged"])
def test_killed_at_any_change_of_a_file_it_loses_nothing(
    start, book, backup, made, damaged
):
    """Every file that is opened, renamed or removed is a moment to die at."""
    last, ended = 0, 9
    while ended == 9:
        last += 1
        for file in book.parent.iterdir():
            file.unlink()
        book.write_bytes(b"x" * 9_000 if damaged else made.read_bytes())
        before = book.read_bytes()

        ended = start(last).wait()

        kept = [f for f in book.parent.iterdir() if f.name.startswith("book.before")]
        if book.read_bytes() != before:
            assert whose(book) == "Olga"
            assert damaged or [whose(file) for file in kept] == ["Nora"]
            assert not damaged or [f.read_bytes() for f in kept] == [before]
        assert whose(backup) == "Olga"

    assert (ended, whose(book)) == (0, "Olga")
    assert last > 8


def test_killed_at_any_time_it_leaves_one_whole_book(start, book, backup):
    """The copy into the book takes a moment here: 25 MB of it."""
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 25000)"
    for file in (book, backup):
        tell(file, "CREATE TABLE heavy AS " + rows + " SELECT randomblob(1000) FROM n")
    for tenths in range(1, 10):
        running = start()
        try:
            running.wait(tenths / 15)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        assert whose(book) in {"Nora", "Olga"}
        rename(book, "Nora")

    assert start().wait() == 0
    assert whose(book) == "Olga"
