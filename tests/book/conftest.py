"""Two people with a book each, files written on the spot, and their whole tables."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plait.accounts.models import Person
from plait.accounts.operations import add_person
from plait.book.imports.batches import import_files
from plait.book.imports.report import ImportReport
from plait.book.models import Role
from plait.book.operations.roles import add_role
from plait.domain.roles import RoleKind
from plait.formats.source import Options, Source
from tests.roles import new_role

SAMPLES = Path(__file__).parents[2] / "samples" / "files"
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)
OPTIONS = Options(today=TODAY, timezone=ZoneInfo("Europe/Amsterdam"))

Bring = Callable[..., ImportReport]
Write = Callable[..., Path]


@pytest.fixture
def nora(db: None) -> Person:
    return add_person(sign_in_name="nora", name="Nora", now=NOW)


@pytest.fixture
def omar(db: None) -> Person:
    return add_person(sign_in_name="omar", name="Omar", now=NOW)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file: `write("hours.csv", text)`."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def bring(nora: Person, write: Write) -> Bring:
    """Bring files into Nora's book: paths, or contents that become files."""

    def bring(*given: Path | str | bytes, **told: Any) -> ImportReport:
        paths = [
            one if isinstance(one, Path) else write(f"given-{n}", one)
            for n, one in enumerate(given)
        ]
        options = told.pop("options", OPTIONS)
        return import_files(
            viewer=told.pop("viewer", nora),
            sources=[Source(path.name, path) for path in paths],
            options=options,
            now=NOW,
            **told,
        )

    return bring


@pytest.fixture
def role_of(db: None) -> Callable[..., Role]:
    """Give a person a role: `role_of(nora, "Atlas")`."""

    def role_of(viewer: Person, name: str = "Atlas", **told: Any) -> Role:
        usual = {"started_on": date(2020, 1, 1), "kind": RoleKind.CONTRACT}
        usual["organisation"] = f"{name} House"
        return add_role(viewer=viewer, role=new_role(name, **(usual | told)))

    return role_of
