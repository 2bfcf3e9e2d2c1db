"""People with empty books, and files written on the spot to import into them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plait.accounts.models import Person
from plait.accounts.operations import add_person
from plait.book.imports.batches import import_files
from plait.book.imports.report import ImportReport
from plait.book.imports.undo import undo_import
from plait.book.queries import batch_numbered, load_portfolio
from plait.domain.portfolio import Portfolio
from plait.formats.source import Options, Source

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def _person(name: str) -> Person:
    return add_person(sign_in_name=name.lower(), name=name, now=NOW)


@pytest.fixture
def nora(db) -> Person:
    return _person("Nora")


@pytest.fixture
def otto(db) -> Person:
    return _person("Otto")


@pytest.fixture
def bring_in(tmp_path) -> Callable[..., ImportReport]:
    """Import texts and paths into a person's book, in one call."""

    def bring_in(viewer: Person, *given: str | Path, **more: object) -> ImportReport:
        sources = []
        for number, one in enumerate(given):
            path = one if isinstance(one, Path) else tmp_path / f"given-{number}"
            if isinstance(one, str):
                path.write_bytes(one.encode())
            sources.append(Source(path.name, path))
        options = Options(today=TODAY, timezone=ZoneInfo(viewer.timezone))
        return import_files(
            viewer=viewer, sources=sources, options=options, now=NOW, **more
        )

    return bring_in


@pytest.fixture
def take_back() -> Callable[[Person, int], int]:
    """Undo an import by its number."""

    def take_back(viewer: Person, number: int) -> int:
        batch = batch_numbered(viewer=viewer, number=number)
        return undo_import(viewer=viewer, batch=batch, now=NOW).n_removed

    return take_back


@pytest.fixture
def portfolio() -> Callable[[Person], Portfolio]:
    return lambda viewer: load_portfolio(viewer=viewer, on=TODAY)
