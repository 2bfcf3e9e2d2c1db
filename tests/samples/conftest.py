"""Marit's files, read once with the readers that a person's own files meet."""

import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, EventLine, Line, StatementPeriod, TimeLine
from plait.domain.rules import (
    Outcome,
    RuleField,
    Sorter,
    plain,
    plain_account,
    project_of,
)
from plait.formats.archive import members
from plait.formats.registry import format_of
from plait.formats.source import Options, Source, Unreadable
from plait.formats.tables.mapping import Mapping, signature_of

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = SAMPLES / "files"
sys.path.insert(0, str(SAMPLES))  # the script's own modules: generate, generator

_OPTIONS = Options(today=date(2026, 11, 20), timezone=ZoneInfo("Europe/Amsterdam"))

Read = dict[str, tuple[str, list[Line | Problem]]]


@pytest.fixture(scope="session")
def portfolio() -> dict[str, Any]:
    return tomllib.loads((SAMPLES / "portfolio.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def read(portfolio: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Each file's format and what its reader gave, in the order of the names."""
    mappings = {m["file"]: m for m in portfolio["mappings"]}
    found: Read = {}
    for path in sorted(FILES.iterdir()):
        options = _with_mapping(mappings.get(path.name))
        folder = tmp_path_factory.mktemp("unpacked")
        for source in members(Source(path.name, path), folder / "zip"):
            for name, lines in _lines(source, options):
                found[source.name] = name, lines
    return found


def _lines(
    source: Source, options: Options
) -> Iterator[tuple[str, list[Line | Problem]]]:
    """An archive holds tables that are none of ours; every other file is one."""
    try:
        form = format_of(source, options)
    except Unreadable:
        if not source.name.startswith("Basic_LinkedIn"):
            raise
    else:
        lines = form.read(source, options)
        # What a statement covers is no line of it.
        yield form.NAME, [x for x in lines if not isinstance(x, StatementPeriod)]


def _with_mapping(told: dict[str, Any] | None) -> Options:
    if told is None:
        return _OPTIONS
    kept = {k: v for k, v in told.items() if k not in ("file", "name", "heading")}
    kept["signature"] = signature_of(told["heading"])
    return _OPTIONS._replace(mapping=Mapping.from_json(kept))


@pytest.fixture(scope="session")
def lines(read: Read) -> list[Line]:
    """Every line of every file, each once: what two files share is counted once.

    What a book file tells beside records has no identity, and is no line.
    """
    unique: dict[object, Line] = {}
    for name, told in read.values():
        if name == "plait_book":
            continue
        times: dict[object, int] = {}
        for line in told:
            if not isinstance(line, Problem):
                number = times[line.identity] = times.get(line.identity, 0) + 1
                unique[type(line), name.partition("053")[0], line.identity, number] = (
                    line
                )
    return list(unique.values())


class Roles:
    """Which role a line has by the rules in portfolio.toml.

    The answer is the role's key, empty for private life, "?" where no rule fits.
    """

    def __init__(self, portfolio: dict[str, Any]) -> None:
        self._keys = [role["key"] for role in portfolio["roles"]]
        self._sorter = Sorter(dict(map(self._rule, portfolio["rules"])))

    def _rule(self, told: dict[str, str]) -> tuple[tuple[RuleField, str], Outcome]:
        field = RuleField(told["field"])
        form = plain_account if field is RuleField.ACCOUNT else plain
        role = self._keys.index(told["role"]) if told["role"] else None
        return (field, form(told["value"])), Outcome(role, 0)

    def of(self, line: Line) -> str:
        outcome = self._outcome(line)
        if outcome is None:
            return "?"
        return "" if outcome.role is None else self._keys[outcome.role]

    def _outcome(self, line: Line) -> Outcome | None:
        match line:
            case BankLine():
                other = line.payer, line.counter_account
                return self._sorter.payment(*other, line.reference)
            case TimeLine():
                what = line.project, line.client, line.task, line.description
                return self._sorter.entry(project_of(*what), line.client)
            case EventLine():
                return self._sorter.event(line.title, line.calendar)
        return None


@pytest.fixture(scope="session")
def roles(portfolio: dict[str, Any]) -> Roles:
    return Roles(portfolio)
