"""plait check as a program, and what other commands say of a damaged book."""

import json
import os

import pytest

from tests.servers.empty_database import empty_database  # noqa: F401  # a fixture

IN_DUTCH = {"LC_ALL": "nl_NL.UTF-8"}


@pytest.fixture
def book(program, tmp_path):
    """Nora's book, and a backup of it in the same folder."""
    program("init", "--name", "Nora", "--language", "nl")
    file = tmp_path / "home" / "book.sqlite3"
    program("backup", file.with_name("copy.sqlite3"))
    return file


def test_a_whole_book_ends_with_0_and_a_damaged_one_with_1(program, book):
    whole = program("check")
    with book.open("r+b") as raw:
        raw.write(os.urandom(100))
    damaged = program("check", "--json", **IN_DUTCH)
    opened = program("serve", **IN_DUTCH)
    put_back = program("restore", book.with_name("copy.sqlite3"))

    assert whole.returncode == 0
    assert "Het boek is heel: bestand, tabellen, verwijzingen" in whole.stdout
    answer = json.loads(damaged.stdout)
    assert damaged.returncode == 1
    assert answer["restore_from"]["path"] == str(book.with_name("copy.sqlite3"))
    assert answer["findings"][0]["kind"] == "not a database"
    assert opened.returncode == 2
    assert opened.stderr.startswith("Het bestand van het boek is beschadigd: ")
    assert f"plait restore {book.with_name('copy.sqlite3')}." in opened.stderr
    assert put_back.returncode == 0
    assert program("check").returncode == 0


def test_an_emptied_book_is_not_taken_for_a_new_one(program, book):
    log = book.with_name("book.sqlite3-wal")
    log.write_bytes(b"what was written last")
    book.write_bytes(b"")

    answer = program("role", "list")

    assert answer.returncode == 2
    assert answer.stderr == (
        f"The book's file is empty: {book}. See which copy can be put back: plait"
        " check.\n"
    )
    assert log.read_bytes() == b"what was written last"


def test_where_there_is_no_book_yet_none_is_made(program, tmp_path):
    answer = program("check")

    assert answer.returncode == 0
    assert "There is no book here yet." in answer.stdout
    assert not (tmp_path / "home" / "book.sqlite3").exists()


@pytest.mark.slow
def test_in_postgresql_rules_that_are_off_and_rows_that_break_them_are_named(
    program,
    empty_database,  # noqa: F811
):
    import psycopg

    there = {"PLAIT_DATABASE_URL": empty_database}

    def findings(*statements):
        with psycopg.connect(empty_database) as database:
            for statement in statements:
                database.execute(statement)
        answer = json.loads(program("check", "--json", **there).stdout)
        return [(one["kind"], one["value"]) for one in answer["findings"]]

    empty = program("check", **there)
    program("init", "--name", "Nora", **there)
    program(
        "role", "add", "Atlas", "--organisation", "Zon", "--kind", "contract", **there
    )

    assert "There is no book here yet." in empty.stdout
    assert findings() == []
    assert findings(
        "ALTER TABLE book_role DISABLE TRIGGER ALL",
        "UPDATE book_role SET organisation_id = 4711",
        "ALTER TABLE book_role ENABLE TRIGGER ALL",
        "ALTER TABLE book_rule ADD CONSTRAINT c CHECK (owner_id > 0) NOT VALID",
    ) == [
        ("rule off", "book_rule (c)"),
        ("broken reference", "1 row of book_role, to book_organisation"),
    ]
    assert ("table missing", "book_settlement") in findings(
        "DROP TABLE book_settlement"
    )
    assert ("newer", "book 9999_new") in findings(
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('book', '9999_new', now())"
    )
