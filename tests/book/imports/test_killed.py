"""An import that is killed in the middle, interrupted, or not alone.

The programs here are real ones: on SQLite with a book of their own, on PostgreSQL
with the tests' database.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from plait.accounts.operations import add_person
from plait.book.imports.batches import import_files
from plait.book.imports.undo import AlreadyUndone, undo_import
from plait.book.models import Batch, Payment
from plait.formats.source import Source
from tests.book.conftest import NOW, OPTIONS
from tests.book.statements import Paid, camt, ing
from tests.book.tables import HISTORY

ROOT = Path(__file__).parents[3]
N_LINES = 20_000
IS_WINDOWS = sys.platform == "win32"
# Nothing can be done about this one, as about a power cut; Windows has no other.
KILL = signal.SIGTERM if IS_WINDOWS else signal.SIGKILL


def database_url() -> str:
    """Return the address of the tests' database, nothing for SQLite."""
    if connection.vendor != "postgresql":
        return ""
    told = connection.settings_dict
    login = f"{told['USER']}:{told['PASSWORD']}".strip(":")
    place = f"host={told['HOST']}&port={told['PORT']}"
    return f"postgresql://{login}@/{told['NAME']}?{place}"


class Programs:
    """Starts `plait` as a program, and reads all that its book holds."""

    def __init__(self, home: Path) -> None:
        kept = {n: v for n, v in os.environ.items() if not n.startswith("PLAIT_")}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        self.home = home
        self.environment = kept | {
            "PLAIT_HOME": str(home),
            "PLAIT_DATABASE_URL": database_url(),
            "PYTHONPATH": str(ROOT / "src"),
        }

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "plait", *map(str, words)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str | Path) -> tuple[int, str]:
        """Return the exit code and all that was printed."""
        started = self.start(*words)
        out, err = started.communicate(timeout=120)
        return started.returncode, out + err

    def records(self) -> dict[str, list[Any]]:
        """Return every row of the book that the programs write, but its history."""
        history = {f"book_{name.lower()}" for name in HISTORY}
        names = connection.introspection.table_names()
        ours = [n for n in names if n.startswith(("book_", "accounts_"))]
        return {n: self.ask(f"SELECT * FROM {n}") for n in ours if n not in history}

    def n_payments(self) -> int:
        return int(self.ask("SELECT count(*) FROM book_payment")[0][0])

    def last_batch(self) -> int:
        return int(self.ask("SELECT max(number) FROM book_batch")[0][0])

    def wait_for_the_server(self) -> None:
        """Wait until PostgreSQL has seen that a program is gone: it may be at the end.

        What was sent before the kill is still done, and a commit is one word.
        """
        others = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        if connection.vendor == "postgresql":
            while self.ask(others) != [(0,)]:
                time.sleep(0.02)

    def ask(self, sql: str) -> list[Any]:
        """Ask the database that the programs write to."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return sorted(cursor.fetchall(), key=repr)
        with closing(sqlite3.connect(self.home / "book.sqlite3")) as opened:
            return sorted(opened.execute(sql), key=repr)


@pytest.fixture
def programs(transactional_db: None, tmp_path: Path) -> Programs:
    begun = Programs(tmp_path / "home")
    code, said = begun.run("init", "--name", "Nora")
    assert code == 0, said
    return begun


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.xml"
    path.write_text(camt([Paid(2, "10.00"), Paid(3, "20.00")]))
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A statement of 20,000 lines, no two alike."""
    path = tmp_path / "large.csv"
    paid = (Paid(n % 28 + 1, f"{n}.00", text=f"Invoice {n}") for n in range(N_LINES))
    path.write_text(ing(paid))
    return path


class Stopped:
    """Stops imports of a large file, and says how much of it the book then holds."""

    def __init__(self, programs: Programs, small: Path, large: Path) -> None:
        self.programs, self.large = programs, large
        code, said = programs.run("import", small)
        assert code == 0, said
        self.before = programs.records()
        begun = time.monotonic()
        assert programs.run("import", large, "--dry-run")[0] == 0
        self.lasts = time.monotonic() - begun

    def stop_after(self, part: float, how: signal.Signals) -> tuple[bool, str]:
        """Return whether the file came in, and what was said; it is all or nothing."""
        started = self.programs.start("import", self.large)
        time.sleep(self.lasts * part)
        started.send_signal(how)
        out, err = started.communicate(timeout=60)
        self.programs.wait_for_the_server()
        n_in = self.programs.n_payments() - 2  # the small file has two
        assert n_in in {0, N_LINES}
        if n_in:
            number = str(self.programs.last_batch())
            assert self.programs.run("undo", number)[0] == 0
        assert self.programs.records() == self.before
        return bool(n_in), out + err

    def import_whole(self) -> str:
        code, said = self.programs.run("import", self.large)
        assert code == 0, said
        return said


@pytest.fixture
def stopped(programs: Programs, small: Path, large: Path) -> Stopped:
    return Stopped(programs, small, large)


def test_a_killed_import_leaves_the_book_as_it_was_and_the_next_one_works(stopped):
    came_in = [stopped.stop_after(part, KILL)[0] for part in (0.3, 0.5, 0.7)]

    said = stopped.import_whole()

    assert not all(came_in)
    assert f"{N_LINES:,} new lines" in said


@pytest.mark.slow
def test_killed_at_twenty_moments_the_book_is_as_it_was_every_time(stopped):
    chance = random.Random(20261120)  # noqa: S311  # moments, not secrets
    moments = [chance.uniform(0.1, 0.9) for _ in range(20)]

    came_in = [stopped.stop_after(part, KILL)[0] for part in moments]

    assert not all(came_in)
    assert f"{N_LINES:,} new lines" in stopped.import_whole()


@pytest.mark.skipif(IS_WINDOWS, reason="Windows has no such signal to send")
@pytest.mark.parametrize(
    "part", [0.5, *(pytest.param(n, marks=pytest.mark.slow) for n in (0.3, 0.7))]
)
def test_stopped_by_control_c_an_import_is_in_the_book_whole_or_not_at_all(
    stopped, part
):
    came_in, said = stopped.stop_after(part, signal.SIGINT)

    assert "Traceback" not in said
    # One stopped after all was written may have no time left to tell.
    assert came_in or "Take it back with" not in said


def test_two_imports_of_one_file_at_the_same_time_double_nothing(programs, large):
    started = [programs.start("import", large) for _ in range(2)]

    said = [one.communicate(timeout=120) for one in started]

    assert [one.returncode for one in started] == [0, 0], said
    assert programs.n_payments() == N_LINES


# The same within one server: threads that change one book.


@pytest.fixture
def at_once(transactional_db: None) -> Callable[..., list[Any]]:
    """Call functions in threads of their own, each with its own connection."""

    def alone(function: Callable[[], Any]) -> Any:
        try:
            return function()
        finally:
            connections.close_all()

    def at_once(*functions: Callable[[], Any]) -> list[Any]:
        with ThreadPoolExecutor(len(functions)) as threads:
            return list(threads.map(alone, functions))

    return at_once


@pytest.fixture
def importing(transactional_db: None, tmp_path: Path) -> Callable[..., Any]:
    """Return a function that imports a file into one person's book."""
    nora = add_person(sign_in_name="nora", name="Nora", now=NOW)

    def importing(content: str, number: int) -> Callable[[], Any]:
        path = tmp_path / f"{number}.csv"
        path.write_text(content)
        source = Source(path.name, path)
        return lambda: import_files(
            viewer=nora, sources=[source], options=OPTIONS, now=NOW
        )

    return importing


def test_the_first_two_imports_ever_may_come_at_once(at_once, importing):
    content = camt([Paid(day, "10.00") for day in range(1, 29)])

    reports = at_once(*(importing(content, number) for number in range(2)))

    assert sorted(report.batch for report in reports) == [1, 2]
    assert sorted(report.files[0].n_new for report in reports) == [0, 28]
    assert Payment.objects.count() == 28


def test_imports_of_different_files_at_once_all_come_in(at_once, importing):
    contents = [camt([Paid(day, f"{n}.00") for day in range(1, 29)]) for n in (1, 2, 3)]

    at_once(*(importing(content, n) for n, content in enumerate(contents)))

    assert Payment.objects.count() == 3 * 28
    assert sorted(Batch.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_an_import_can_be_undone_once_even_by_two_at_once(at_once, importing):
    importing(camt([Paid(2, "10.00")]), 0)()
    batch = Batch.objects.get()

    def undo() -> str:
        try:
            return str(undo_import(viewer=batch.owner, batch=batch, now=NOW).n_removed)
        except AlreadyUndone as refused:
            return refused.what

    said = at_once(undo, undo)

    assert sorted(said) == ["1", "This import was undone before"]
