"""Leave, seasons and overheads as the options of `plait time-off` change them."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plait.accounts.models import Person
from plait.answers.hours.time_off import stretch_numbered
from plait.book.models import Role
from plait.book.operations.availability import (
    add_absence,
    add_overhead,
    add_season,
    remove_availability,
)
from plait.book.queries import LISTS, NotThere, availability_row
from plait.cli.commands.options.corrections import role_or_none
from plait.cli.commands.options.terms import NotUnderstood
from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.period import Period
from plait.formats.quick_entry.part_of_day import part_of_day
from plait.formats.values import BadValue, number

_CHANGES = ("leave", "season", "overhead", "remove")


def refuse_several(options: Mapping[str, Any]) -> None:
    """Raise `NotUnderstood` for two changes at once, or for hours that are missing."""
    changes = [f"--{name}" for name in _CHANGES if options[name] is not None]
    if len(changes) > 1:
        raise NotUnderstood(
            "These are two changes at once",
            value=", ".join(changes),
            fix="Make one, then the other.",
        )
    if changes in (["--season"], ["--overhead"]) and options["hours"] is None:
        raise NotUnderstood(
            "The hours a week are missing", value=changes[0], fix="Add --hours 20."
        )


def change(viewer: Person, options: Mapping[str, Any]) -> None:
    """Save or remove what the options say, if anything."""
    role = role_or_none(viewer, options["role"])
    if options["leave"] is not None:
        add_absence(
            viewer=viewer,
            kind=AbsenceKind(options["kind"]),
            period=_days(options["leave"]),
            role=role,
            hours=_part(options["hours"]),
            note=options["note"],
        )
    elif options["season"] is not None:
        season = Season(_days(options["season"]), _hours(options["hours"]))
        add_season(viewer=viewer, season=season)
    elif options["overhead"] is not None:
        _overhead(viewer, options, role)
    elif options["remove"] is not None:
        _remove(viewer, options["remove"])


def _remove(viewer: Person, listed: int) -> None:
    kind, row = stretch_numbered(listed)
    try:
        stretch = availability_row(viewer=viewer, kind=LISTS[kind], pk=row)
    except NotThere as error:  # it names the row, the person a line
        raise NotThere(error.what, value=str(listed), fix=error.fix) from None
    remove_availability(viewer=viewer, row=stretch)


def _overhead(viewer: Person, options: Mapping[str, Any], role: Role | None) -> None:
    add_overhead(
        viewer=viewer,
        kind=OverheadKind(options["overhead"]),
        period=Period(options["starts"], options["ends"]),
        hours=_hours(options["hours"]),
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
            "These are not a first and a last day",
            value=text,
            fix="Write 2026-07-20..2026-08-09.",
        ) from None
    return Period(start, end)


def _part(text: str | None) -> Decimal | None:
    """Return the hours of a day that is off in part: "4", or by the clock "13-17"."""
    if text is None:
        return None
    try:
        return part_of_day(text)
    except BadValue as bad:
        raise NotUnderstood(bad.what, value=bad.value, fix=bad.fix) from None


def _hours(text: str) -> Decimal:
    try:
        return number(text.replace(",", "."))
    except BadValue:
        raise NotUnderstood(
            "These are not hours a week", value=text, fix="Write 20 or 7.5."
        ) from None
