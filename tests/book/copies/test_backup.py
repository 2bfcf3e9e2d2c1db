"""A backup is the book of one moment, whole, in a file that stands by itself."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from plait.book import backup as copies
from plait.book.backup import CannotCopy, Damaged, FileThere, NotHere, back_up
from tests.book.copies.files import asked, names, rename, spoil, tell, whose


@pytest.fixture
def to(tmp_path):
    return tmp_path / "out" / "copy.sqlite3"


def test_the_copy_holds_what_only_the_log_holds_yet(book, to):
    with closing(sqlite3.connect(book, isolation_level=None)) as app:
        app.execute("PRAGMA wal_autocheckpoint=0")
        app.execute("UPDATE accounts_person SET name = 'Nora Smit'")
        size = back_up(book=book, to=to)

    assert (whose(to), size) == ("Nora Smit", to.stat().st_size)


def test_no_copy_holds_what_lets_somebody_in_or_who_tried(book, to):
    when = "2026-11-20 09:30:00"
    secret = "a-hash-that-no-copy-holds"  # no password
    with closing(sqlite3.connect(book, isolation_level=None)) as app:
        app.execute(
            "INSERT INTO django_session VALUES (?, ?, ?)", (secret, secret, when)
        )
        app.execute(
            "INSERT INTO accounts_signintry (fingerprint, at) VALUES (?, ?)",
            (secret, when),
        )
        app.execute(
            "INSERT INTO accounts_signinlink (owner_id, token_hash, expires_at)"
            " SELECT id, ?, ? FROM accounts_person",
            (secret, when),
        )
        back_up(book=book, to=to)

    assert secret.encode() not in to.read_bytes()
    assert whose(to) == "Nora"


def test_what_is_being_written_is_not_in_it(book, to):
    with closing(sqlite3.connect(book, isolation_level=None)) as app:
        app.execute("BEGIN IMMEDIATE")
        app.execute("UPDATE accounts_person SET name = 'Half'")
        back_up(book=book, to=to)
        app.execute("COMMIT")

    assert (whose(to), whose(book)) == ("Nora", "Half")


def test_it_is_one_file_that_can_be_read_from_where_nothing_can_be_written(book, to):
    back_up(book=book, to=to)

    with closing(
        sqlite3.connect(f"{to.as_uri()}?mode=ro&immutable=1", uri=True)
    ) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert names(to.parent) == ["copy.sqlite3"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_only_the_owner_can_read_it(book, to):
    back_up(book=book, to=to)

    assert to.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_stays(book, to):
    to.parent.mkdir()
    to.write_text("mine")

    with pytest.raises(FileThere, match="There is something here already"):
        back_up(book=book, to=to)
    assert to.read_text() == "mine"


def test_a_file_is_replaced_where_that_was_asked(book, to):
    back_up(book=book, to=to)
    rename(book, "Nora Smit")

    back_up(book=book, to=to, force=True)

    assert whose(to) == "Nora Smit"


def test_the_book_itself_is_never_replaced(book, tmp_path):
    with pytest.raises(FileThere, match="This is the book itself"):
        back_up(book=book, to=book, force=True)


def test_a_folder_is_no_file(book, tmp_path):
    with pytest.raises(FileThere):
        back_up(book=book, to=tmp_path, force=True)


def test_a_damaged_book_makes_no_backup_and_leaves_the_old_one(book, to):
    back_up(book=book, to=to)
    tell(book, "PRAGMA journal_mode=DELETE")
    spoil(book)

    with pytest.raises((Damaged, CannotCopy)):
        back_up(book=book, to=to, force=True)
    assert whose(to) == "Nora"
    assert names(to.parent) == ["copy.sqlite3"]


def test_without_a_book_there_is_nothing_to_copy(tmp_path, to):
    with pytest.raises(NotHere, match="There is no book here yet"):
        back_up(book=tmp_path / "book.sqlite3", to=to)
    assert not to.parent.exists()


def test_a_folder_that_cannot_be_made_is_said(book, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotCopy, match="This file cannot be read or written"):
        back_up(book=book, to=tmp_path / "file" / "copy.sqlite3")


def test_a_book_that_is_locked_for_long_is_said(book, to, monkeypatch):
    monkeypatch.setattr(copies, "_TIMEOUT_S", 0.1)
    tell(book, "PRAGMA journal_mode=DELETE")
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(CannotCopy, match="locked"):
            back_up(book=book, to=to)
    assert names(to.parent) == []


def test_a_book_in_postgresql_names_its_own_tools():
    settings = {"ENGINE": "django.db.backends.postgresql", "NAME": "plait"}

    with pytest.raises(NotHere, match="Use pg_dump"):
        copies.book_file(settings)


def test_a_copy_of_the_copy_is_a_copy(book, to, tmp_path):
    back_up(book=book, to=to)

    again = back_up(book=to, to=tmp_path / "again.sqlite3")

    assert again == to.stat().st_size
    assert asked(tmp_path / "again.sqlite3", "SELECT key FROM book_role") == ["atlas"]


def test_a_truncated_book_makes_no_backup(book, to):
    tell(book, "PRAGMA journal_mode=DELETE")
    shutil.copyfile(book, book.with_name("whole"))
    with book.open("r+b") as raw:
        raw.truncate(book.stat().st_size // 2)

    with pytest.raises((Damaged, CannotCopy)):
        back_up(book=book, to=to)
    assert names(to.parent) == []
