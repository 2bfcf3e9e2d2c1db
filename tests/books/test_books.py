"""Books of earlier versions open here, and answer as they did then.

A folder beside this file holds a book as one version wrote it, and its `facts.json`
what it answered (see facts.py). What a later Plait adds is no difference; what it
calls otherwise or counts otherwise on purpose stands in the two tables here.
"""

import gzip
import json
import math
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.books.income_ahead import INCOME_AHEAD
from tests.books.known_until import KNOWN_UNTIL
from tests.books.one_clock import ONE_CLOCK
from tests.books.payment_kinds import PAYMENT_KINDS
from tests.books.seasons import SEASONS
from tests.books.sick_pay import SICK_PAY
from tests.books.weeks_ahead import WEEKS_AHEAD
from tests.servers.empty_database import empty_database  # noqa: F401  # a fixture

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BOOKS = sorted(facts.parent for facts in HERE.glob("*/facts.json"))
# What is called otherwise now, by its name then: a part of a key between slashes, or
# a whole text of a value.
RENAMED: dict[str, str] = {}
# What is counted otherwise now: (book, key) and the value of now, with the reason.
CORRECTED: dict[tuple[str, str], Any] = {
    **ONE_CLOCK,
    **KNOWN_UNTIL,
    **INCOME_AHEAD,
    **PAYMENT_KINDS,
    **SEASONS,
    **SICK_PAY,
    **WEEKS_AHEAD,
}
# An export does not carry these; see docs/how-to/move.md.
NOT_EXPORTED = ("tables/", "kept/")
# Plait has no groups; their tables come with django.contrib.auth.
UNUSED = {"auth_group", "auth_group_permissions"}

every_book = pytest.mark.parametrize("kept", BOOKS, ids=lambda folder: folder.name)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def facts(home: Path, *words: str | Path, **settings: str) -> dict[str, Any]:
    """Return what the book of a data folder answers, asked by a program of its own."""
    mine = {n: v for n, v in os.environ.items() if not n.startswith("PLAIT_")}
    asked = subprocess.run(
        [sys.executable, "-m", "tests.books.facts", *map(str, words)],
        env=mine
        | {"PLAIT_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        | settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert asked.returncode == 0, asked.stdout + asked.stderr
    return json.loads(asked.stdout[asked.stdout.index("{\n") :])


def differences(kept: Path, found: dict[str, Any], *, but: tuple[str, ...] = ()):
    """Return what a book answered then and does not answer now."""
    then = json.loads((kept / "facts.json").read_text("utf-8"))
    assert len(then) > 500
    asked = {key: value for key, value in then.items() if not _is_in(key, but)}
    lines = []
    for key, value in asked.items():
        name = "/".join(RENAMED.get(part, part) for part in key.split("/"))
        expected = CORRECTED.get((kept.name, key), value)
        if isinstance(expected, str):
            expected = RENAMED.get(expected, expected)
        now = found.get(name, "no such fact")
        if not _is_equal(expected, now, 0.03 if "/drawn/" in key else 1e-6):
            lines.append(f"{name}: {expected!r} then, {now!r} now")
    return lines


def _is_in(key: str, groups: tuple[str, ...]) -> bool:
    return any(group in f"/{key}" for group in (f"/{name}" for name in groups))


def _is_equal(then: Any, now: Any, tolerance: float) -> bool:
    if isinstance(then, int | float) and isinstance(now, int | float):
        return math.isclose(then, now, rel_tol=tolerance, abs_tol=1e-6)
    return then == now


def unpacked(kept: Path, to: Path) -> Path:
    to.write_bytes(gzip.decompress((kept / "book.sqlite3.gz").read_bytes()))
    return to


@every_book
def test_a_sqlite_book_answers_as_it_did(kept, home):
    unpacked(kept, home / "book.sqlite3")

    assert differences(kept, facts(home)) == []


@every_book
def test_an_export_answers_as_its_book_did(kept, home):
    found = facts(home, kept / "export")

    assert differences(kept, found, but=NOT_EXPORTED) == []


@every_book
def test_a_postgresql_book_answers_as_it_did(kept, home, empty_database):  # noqa: F811
    import psycopg

    with psycopg.connect(empty_database, autocommit=True) as database:
        database.execute(gzip.decompress((kept / "book.sql.gz").read_bytes()))

    found = facts(home, PLAIT_DATABASE_URL=empty_database)

    assert differences(kept, found) == []


@every_book
def test_a_kept_book_holds_everything_that_a_book_could(kept, tmp_path):
    with closing(sqlite3.connect(unpacked(kept, tmp_path / "book"))) as database:
        tables = _column(database, "SELECT name FROM sqlite_master WHERE type='table'")
        empty = [
            f"{table}.{column}"
            for table in tables
            if table not in UNUSED and not table.startswith("sqlite_")
            for column in _column(
                database, f"SELECT name FROM pragma_table_info('{table}')"
            )
            if not _has_value(database, table, column)
        ]

    assert empty == []


def _column(database: sqlite3.Connection, question: str) -> list[Any]:
    return [row[0] for row in database.execute(question)]


def _has_value(database: sqlite3.Connection, table: str, column: str) -> bool:
    held = f"\"{column}\" IS NOT NULL AND \"{column}\" NOT IN ('', x'', '[]', '{{}}')"
    found = database.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {held})')
    return bool(found.fetchone()[0])


@every_book
def test_a_changed_figure_is_seen(kept):
    then = _expected(kept)
    key = next(key for key, value in then.items() if isinstance(value, float) and value)

    assert differences(kept, then | {"new": 1}) == []
    assert differences(kept, then | {key: then[key] * 1.001})
    del then[key]
    assert differences(kept, then) == [
        f"{key}: {_expected(kept)[key]!r} then, 'no such fact' now"
    ]


def _expected(kept: Path) -> dict[str, Any]:
    then = json.loads((kept / "facts.json").read_text("utf-8"))
    return {key: CORRECTED.get((kept.name, key), value) for key, value in then.items()}
