"""Leave, seasons and overheads as the command line tells and takes them.

The number of a line holds: removing one line gives no other a new number.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plait.accounts.models import Person
from plait.book.models import Absence, Overhead, Role, Season
from plait.book.operations.availability import (
    add_absence,
    add_overhead,
    add_season,
    remove_availability,
)
from plait.book.queries import availability_row, availability_rows, role_keyed
from plait.cli.terms import NotUnderstood
from plait.domain import availability as words
from plait.domain.period import Period
from plait.formats.plait.write_fields import short_number
from plait.formats.values import BadValue, number

# Three tables, one count: the remainder says which table a number is of.
_KINDS: tuple[Any, ...] = (Absence, Season, Overhead)
_CHANGES = ("leave", "season", "overhead", "remove")


def only_one(told: dict[str, Any]) -> None:
    """Raise `NotUnderstood` for two changes at once, or for hours that are missing."""
    asked = [f"--{name}" for name in _CHANGES if told[name] is not None]
    if len(asked) > 1:
        raise NotUnderstood(
            "These are two changes at once",
            value=", ".join(asked),
            fix="Ask for one, then for the other.",
        )
    if asked in (["--season"], ["--overhead"]) and told["hours"] is None:
        raise NotUnderstood(
            "The hours a week are missing", value=asked[0], fix="Add --hours 20."
        )


def change(viewer: Person, told: dict[str, Any]) -> None:
    """Note or remove what the options ask for, if anything."""
    role = role_keyed(viewer=viewer, key=told["role"]) if told["role"] else None
    if told["leave"] is not None:
        kind, days = words.AbsenceKind(told["kind"]), _days(told["leave"])
        add_absence(viewer=viewer, kind=kind, period=days, role=role, note=told["note"])
    elif told["season"] is not None:
        season = words.Season(_days(told["season"]), _hours(told["hours"]))
        add_season(viewer=viewer, season=season)
    elif told["overhead"] is not None:
        _overhead(viewer, told, role)
    elif told["remove"] is not None:
        pk, place = divmod(told["remove"], len(_KINDS))
        row = availability_row(viewer=viewer, kind=_KINDS[place], pk=pk)
        remove_availability(viewer=viewer, row=row)


def _overhead(viewer: Person, told: dict[str, Any], role: Role | None) -> None:
    add_overhead(
        viewer=viewer,
        kind=words.OverheadKind(told["overhead"]),
        period=Period(told["starts"], told["ends"]),
        hours=_hours(told["hours"]),
        role=role,
    )


def _days(text: str) -> Period:
    """Return the days from the first to the last; one day alone is both."""
    first, _, last = text.partition("..")
    try:
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat((last or first).strip()) + timedelta(days=1)
    except (ValueError, OverflowError):
        raise NotUnderstood(
            "These are no days from the first to the last",
            value=text,
            fix="Write 2026-07-20..2026-08-09.",
        ) from None
    return Period(start, end)


def _hours(text: str) -> Decimal:
    try:
        return number(text.replace(",", "."))
    except BadValue:
        raise NotUnderstood(
            "These are no hours a week", value=text, fix="Write 20 or 7.5."
        ) from None


def rows(viewer: Person) -> Iterator[dict[str, Any]]:
    """Yield what is noted, each kind with its latest first."""
    for place, kind in enumerate(_KINDS):
        for row in availability_rows(viewer=viewer, kind=kind):
            yield _told(row, row.pk * len(_KINDS) + place)


def _told(row: Any, n: int) -> dict[str, Any]:
    ends = row.ends_on
    role = getattr(row, "role", None)
    minutes = getattr(row, "minutes", None)
    return {
        "number": n,
        "what": getattr(row, "kind", "season"),
        "first_day": row.starts_on.isoformat(),
        "last_day": ends and (ends - timedelta(days=1)).isoformat(),
        "hours": None if minutes is None else short_number(Decimal(minutes) / 60),
        "role": role.key if role else None,
        "note": getattr(row, "note", "") or None,
    }
