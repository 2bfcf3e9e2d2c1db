"""A book is copied before it is migrated, and a newer one is refused."""

import os
import re
import signal
import stat
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.db.migrations.recorder import MigrationRecorder

from plait.book import newest, updating
from plait.book.updating import MOST_COPIES, NewerBook, refuse_newer
from tests.book.copies.files import (
    OLDER,
    ROOT,
    asked,
    migrations_of,
    names,
    tell,
    whose,
)
from tests.servers.empty_database import empty_database  # noqa: F401  # a fixture

NEWER = (
    "INSERT INTO django_migrations (app, name, applied) VALUES ('book', '9_new', '')"
)
LISTING = ["role", "list"]
IS_WINDOWS = sys.platform == "win32"


@pytest.fixture
def older(book):
    """Nora's book as a version without workers left it."""
    tell(book, *OLDER)
    return book


@pytest.fixture
def newer(book):
    """Nora's book after a version with one migration more."""
    tell(book, NEWER)
    return book


def environment(book, **settings):
    mine = {n: v for n, v in os.environ.items() if not n.startswith("PLAIT_")}
    mine |= {"PLAIT_HOME": str(book.parent), "PYTHONPATH": str(ROOT / "src")}
    return mine | settings


def start(book, *words, **settings):
    return subprocess.Popen(
        [sys.executable, "-m", "plait", *map(str, words)],
        env=environment(book, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(book, *words, **settings):
    """Run a command; return its exit code, and what it wrote to either side."""
    started = start(book, *words, **settings)
    out, err = started.communicate(timeout=120)
    return started.returncode, out, err


def run_killed(book, where):
    """Run a command that is killed at the moment when it calls a function."""
    code = (
        "import os, signal, sys\n"
        "from plait.cli import run\n"
        "run.set_up()\n"
        "from plait.book import backup, updating\n"
        f"{where} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run.prepare_database()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], env=environment(book), timeout=120, check=False
    ).returncode


def copies(book):
    return sorted((book.parent / "copies").glob("before-*"))


def is_migrated(file):
    return ("jobs", "0002_workers") in migrations_of(file)


def test_the_copy_is_the_book_as_it_was(older):
    before = migrations_of(older)

    code, out, err = run(older, *LISTING)

    (copy,) = copies(older)
    assert code == 0
    assert "Atlas" in out
    assert err.endswith(f"As it was before, it is kept in {copy}.\n")
    assert copy.name.startswith("before-jobs-0002_workers-20")
    assert (whose(copy), migrations_of(copy)) == ("Nora", before)
    assert is_migrated(older)


@pytest.mark.skipif(IS_WINDOWS, reason="Windows has no such rights")
def test_nobody_else_may_read_the_copy(older):
    run(older, *LISTING)

    (copy,) = copies(older)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_the_copy_can_be_put_back(older):
    run(older, *LISTING)
    tell(older, "UPDATE accounts_person SET name = 'Olga'")

    code, _, _ = run(older, "restore", copies(older)[0])

    assert (code, whose(older)) == (0, "Nora")
    assert is_migrated(older)


def test_a_book_in_this_form_is_not_copied(book):
    assert run(book, *LISTING)[0] == 0
    assert not (book.parent / "copies").exists()


def test_a_new_book_is_not_copied(book, tmp_path):
    fresh = tmp_path / "fresh" / "book.sqlite3"

    assert run(fresh, "init", "--name", "Nora")[0] == 0
    assert names(fresh.parent) == ["book.sqlite3", "secret.key"]


def test_programs_that_start_at_once_make_one_copy(older):
    before = migrations_of(older)

    started = [start(older, *LISTING) for _ in range(3)]
    ends = [one.communicate(timeout=120) and one.returncode for one in started]

    (copy,) = copies(older)
    assert ends == [0] * 3
    assert migrations_of(copy) == before
    assert is_migrated(older)


@pytest.mark.skipif(IS_WINDOWS, reason="there is no such kill")
@pytest.mark.parametrize(
    ("moment", "n_copies"),
    [
        ("backup.check_whole", 0),  # the copy is there, but has no name yet
        ("updating._migrate", 1),
        ("updating.drop_oldest", 1),
    ],
)
def test_a_kill_leaves_a_book_and_one_copy(older, moment, n_copies):
    before = migrations_of(older)

    assert run_killed(older, moment) == -signal.SIGKILL
    assert whose(older) == "Nora"
    assert len(copies(older)) == n_copies

    assert run(older, *LISTING)[0] == 0
    (copy,) = copies(older)
    assert (whose(copy), migrations_of(copy)) == ("Nora", before)
    assert names(copy.parent) == [".turn", copy.name]
    assert is_migrated(older)


def test_what_changed_since_a_copy_is_copied_too(older):
    run(older, *LISTING)
    tell(older, *OLDER, "UPDATE accounts_person SET name = 'Olga'")

    run(older, *LISTING)

    assert sorted(map(whose, copies(older))) == ["Nora", "Olga"]


def test_the_last_few_copies_are_kept(older):
    folder = older.parent / "copies"
    folder.mkdir()
    for n in range(MOST_COPIES + 2):
        file = folder / f"before-book-000{n}_old-2024-01-0{n + 1}.sqlite3"
        file.write_bytes(b"")
        os.utime(file, (n, n))

    run(older, *LISTING)

    kept = [file.name for file in copies(older)]
    assert len(kept) == MOST_COPIES
    assert "before-book-0006_old-2024-01-07.sqlite3" in kept
    assert "before-book-0002_old-2024-01-03.sqlite3" not in kept
    assert any(name.startswith("before-jobs") for name in kept)


def test_without_a_copy_nothing_is_migrated(older):
    (older.parent / "copies").write_text("in the way")

    code, _, err = run(older, *LISTING)

    assert code == 2
    assert err.startswith("This file cannot be read or written: ")
    assert len(err.splitlines()) == 1
    assert not is_migrated(older)


def test_a_damaged_book_is_not_migrated(older):
    size = asked(older, "PRAGMA page_size")[0]
    tell(older, "PRAGMA wal_checkpoint(TRUNCATE)")
    root = asked(older, "SELECT rootpage FROM sqlite_master WHERE name = 'book_role'")
    with older.open("r+b") as raw:
        raw.seek((root[0] - 1) * size)
        raw.write(b"\xa5" * size)

    code, _, err = run(older, *LISTING)

    assert code == 2
    assert err.startswith("This database is not whole: ")
    assert not is_migrated(older)


@pytest.mark.parametrize(
    "words",
    [
        *(["role", "list"], ["serve"]),
        *(["init", "--name", "Olga"], ["backup", "there"]),
    ],
    ids=" ".join,
)
def test_a_newer_book_is_refused_by_every_command(newer, words, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    before = newer.read_bytes()

    code, out, err = run(newer, *words)

    assert (code, out) == (2, "")
    assert err == (
        f"A newer Plait than this one has changed this book: {newer}: book 9_new."
        " Update Plait, or put back a backup from before: plait restore FILE.\n"
    )
    assert newer.read_bytes() == before
    assert not (tmp_path / "there").exists()


def test_another_server_refuses_a_newer_book_too(newer):
    started = subprocess.run(
        [sys.executable, "-c", "import plait.server.wsgi"],
        env=environment(newer),
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 1
    assert "NewerBook: A newer Plait than this one" in started.stderr


def test_an_older_backup_is_put_back_over_a_newer_book(newer, backup):
    code, out, _ = run(newer, "restore", backup)

    assert (code, whose(newer)) == (0, "Olga")
    assert "What was here before is kept in" in out
    assert run(newer, *LISTING)[0] == 0


def test_a_newer_backup_is_refused(book, backup):
    tell(backup, NEWER)

    code, _, err = run(book, "restore", backup)

    assert (code, whose(book)) == (2, "Nora")
    assert err.startswith("This backup was made by a newer Plait than this one: ")


def test_a_newer_book_is_refused_on_every_database(db):
    from django.db import connection

    refuse_newer()
    MigrationRecorder(connection).record_applied("circle", "0001_first")

    with pytest.raises(NewerBook, match=r"circle 0001_first\. Update Plait"):
        refuse_newer()


def test_migrations_that_others_stand_in_for_are_known():
    squashed = SimpleNamespace(
        replaces=[("book", "0001_first"), ("book", "0002_hours")]
    )
    loader = SimpleNamespace(disk_migrations={("book", "0001_all"): squashed})

    assert newest.known_migrations(loader) == {
        ("book", "0001_all"),
        ("book", "0001_first"),
        ("book", "0002_hours"),
    }


def test_in_postgresql_the_book_is_migrated_without_a_copy(tmp_path, empty_database):  # noqa: F811
    import psycopg

    book = tmp_path / "home" / "book.sqlite3"
    there = {"PLAIT_DATABASE_URL": empty_database}
    run(book, "init", "--name", "Nora", **there)
    with psycopg.connect(empty_database, autocommit=True) as database:
        for statement in OLDER:
            database.execute(statement)

    started = [start(book, *LISTING, **there) for _ in range(2)]
    ends = [one.communicate(timeout=120) and one.returncode for one in started]

    assert ends == [0, 0]
    assert names(book.parent) == ["secret.key"]
    with psycopg.connect(empty_database) as database:
        assert database.execute("SELECT COUNT(*) FROM jobs_worker").fetchone()


def test_a_turn_that_never_comes_is_said_in_a_sentence(older, monkeypatch):
    with updating._turn(older):
        monkeypatch.setattr(updating, "_TURN_S", 0)
        with (
            pytest.raises(updating.OperationalError, match="database is locked"),
            updating._turn(older),
        ):
            pass


def tables_and_indexes(book):
    """Return what each table and index is made of, whatever the order of columns."""
    made = asked(book, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return sorted(sorted(re.split(r"[(,] ?|\)", sql)) for sql in made)


def test_tables_made_at_once_are_those_that_the_migrations_make(book, tmp_path):
    other = tmp_path / "step-by-step" / "book.sqlite3"
    other.parent.mkdir()
    settings = {"DJANGO_SETTINGS_MODULE": "plait.server.settings"}
    words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(words, env=environment(other, **settings), check=True, timeout=120)

    assert tables_and_indexes(book) == tables_and_indexes(other)
    assert migrations_of(book) == migrations_of(other)
