"""plait backup and plait restore on the command line."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.book.copies.files import OLDER

ROLE = "role add {} --organisation Zon --kind contract --from 2024-01-01"


@pytest.fixture
def home(program, tmp_path):
    """A data folder whose book has one role."""
    program("init", "--name", "Nora")
    program(*ROLE.format("Atlas").split())
    return tmp_path / "home"


def roles(program):
    told = json.loads(program("role", "list", "--json").stdout)
    return [role["name"] for role in told]


def test_a_book_is_put_back_as_it_was(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"
    made = program("backup", file)
    program(*ROLE.format("Board").split())

    done = program("restore", file)

    assert (made.returncode, done.returncode) == (0, 0)
    assert "Put it back with: plait restore" in made.stdout
    assert "What was here before is kept in" in done.stdout
    assert roles(program) == ["Atlas"]


def test_both_answer_as_json(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"

    made = json.loads(program("backup", file, "--json").stdout)
    done = json.loads(program("restore", file, "--json").stdout)

    assert made == {"file": str(file), "bytes": file.stat().st_size}
    assert done["book"] == str(home / "book.sqlite3")
    assert done["kept"].startswith(str(home / "book.before-restore-20"))


@pytest.mark.slow
def test_the_one_kept_can_be_put_back_too(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"
    program("backup", file)
    program(*ROLE.format("Board").split())
    kept = json.loads(program("restore", file, "--json").stdout)["kept"]

    program("restore", kept)

    assert sorted(roles(program)) == ["Atlas", "Board"]


@pytest.mark.slow
def test_a_backup_begins_a_book_on_another_machine(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"
    program("backup", file)
    other = {"PLAIT_HOME": str(tmp_path / "other")}

    done = program("restore", file, "--json", **other)

    assert json.loads(done.stdout)["kept"] is None
    listed = program("role", "list", "--json", **other)
    assert [role["name"] for role in json.loads(listed.stdout)] == ["Atlas"]


def test_a_backup_of_an_older_version_is_brought_to_this_form(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"
    program("backup", file)
    with closing(sqlite3.connect(file, isolation_level=None)) as older:
        for statement in OLDER:
            older.execute(statement)

    assert program("restore", file).returncode == 0
    with closing(sqlite3.connect(home / "book.sqlite3")) as book:
        assert book.execute("SELECT COUNT(*) FROM jobs_worker").fetchone() == (0,)


@pytest.mark.slow
def test_a_file_that_is_there_needs_force(program, home, tmp_path):
    file = tmp_path / "copy.sqlite3"
    program("backup", file)

    refused, forced = program("backup", file), program("backup", file, "--force")

    assert (refused.returncode, forced.returncode) == (2, 0)
    assert refused.stderr.startswith("There is something here already: ")


def test_a_file_that_is_no_book_is_refused_in_a_sentence(program, home, tmp_path):
    file = tmp_path / "statement.csv"
    file.write_text("date,amount\n")

    answer = program("restore", file)

    assert answer.returncode == 2
    assert answer.stderr.startswith(f"This file is not a Plait book: {file}. ")
    assert roles(program) == ["Atlas"]


def test_without_a_book_there_is_nothing_to_copy(program, tmp_path):
    answer = program("backup", tmp_path / "copy.sqlite3")

    assert answer.returncode == 2
    assert answer.stderr.startswith("There is no book here yet: ")


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_book_in_postgresql_names_its_own_tools(program, home, tmp_path, command):
    pytest.importorskip("psycopg")
    file = tmp_path / "copy.sqlite3"
    program("backup", file)
    there = {"PLAIT_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}

    answer = program(command, file, **there)

    assert answer.returncode == 2
    assert "Use pg_dump to back it up" in answer.stderr
