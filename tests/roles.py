"""Roles as operations take them, said in a few words."""

from datetime import date
from typing import Any

from plait.book.record_rows import role_from
from plait.domain.roles import Role, RoleKind
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import changed, names_from, new_record

_PATHS = {
    "started_on": "period.start",
    "ended_on": "period.end",
    "organisation": "organisation.name",
    "sector": "organisation.sector",
    "country": "organisation.country",
}


def new_role(name: str = "Atlas", **values: Any) -> Role:
    """Return a role at "Atlas House" since 2020: `new_role("Atlas", sector="Health")`."""
    usual = {
        "name": name,
        "organisation": f"{name} House",
        "kind": RoleKind.CONTRACT,
        "started_on": date(2020, 1, 1),
    }
    return new_record(ROLE, _by_path(usual | values))


def other_role(row: Any, **values: Any) -> Role:
    """Return a role of the book with other values: `other_role(row, name="Lead")`."""
    return changed(ROLE, role_from(row), _by_path(values))


def _by_path(values: dict[str, Any]) -> dict[str, Any]:
    if isinstance(values.get("skills"), str):
        values = values | {"skills": names_from(values["skills"])}
    if "kind" in values:
        values = values | {"kind": RoleKind(values["kind"])}
    return {_PATHS.get(name, name): value for name, value in values.items()}
