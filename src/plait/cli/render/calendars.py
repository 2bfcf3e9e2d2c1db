"""Calendars that are followed, as lines of text and as plain values."""

import sys
from typing import TYPE_CHECKING, Any

from plait.cli import run
from plait.cli.render.sanitise import on_one_line

if TYPE_CHECKING:
    from plait.book.imports.followed_calendars import Refreshed
    from plait.book.models import CalendarSource


def end_with(done: "list[Refreshed]", *, as_json: bool) -> None:
    """Say what each look came to; end with 1 where one of them found trouble."""
    if as_json:
        run.print_json([_look(one) for one in done])
    else:
        for one in done:
            run.say(f"{on_one_line(one.source.name)}: {on_one_line(_outcome(one))}")
        if not done:
            run.say("You follow no calendar. Add one: plait calendars add ADDRESS")
    if any(one.trouble for one in done):
        sys.exit(run.PROBLEMS)


def _outcome(one: "Refreshed") -> str:
    if one.trouble:
        return str(one.trouble)
    if one.batch is None:
        return "nothing new."
    lines = "line" if one.n_new == 1 else "lines"
    n = len(one.problems)
    problems = f", {n:,} problem{'s' if n > 1 else ''}" if n else ""
    return f"{one.n_new:,} new {lines}{problems}, import {one.batch}."


def as_json_told(source: "CalendarSource") -> dict[str, Any]:
    """Return a calendar as plain values; never its address or password."""
    from plait.book.imports.followed_calendars import error_of

    trouble = error_of(source)
    return {
        "calendar": source.pk,
        "name": source.name,
        "kind": source.kind,
        "host": _host(source),
        "username": source.username,
        "checked_at": source.checked_at,
        "changed_at": source.fetched_at,
        "trouble": trouble
        and dict(zip(("what", "value", "fix"), trouble[1:], strict=True)),
    }


def _look(one: "Refreshed") -> dict[str, Any]:
    return {
        **as_json_told(one.source),
        "import": one.batch,
        "new": one.n_new,
        "problems": [problem._asdict() for problem in one.problems],
    }


def _host(source: "CalendarSource") -> str:
    """Return where it is; the whole address may be a secret."""
    from plait.network.calendars.address import place_of

    return place_of(source.address).display


def show(held: "list[CalendarSource]") -> None:
    """Print the calendars with when they were looked at, and their trouble."""
    from rich.table import Table

    from plait.book.imports.followed_calendars import error_of
    from plait.cli.render.terminal import console

    if not held:
        console.print("You follow no calendar. Add one: plait calendars add ADDRESS")
        return
    table = Table("Number", "Calendar", "At", "Looked at", "", box=None, pad_edge=False)
    for one in held:
        looked = f"{one.checked_at:%Y-%m-%d %H:%M}" if one.checked_at else "–"
        trouble = error_of(one)
        told = f"{trouble.what}. {trouble.fix}" if trouble else ""
        name = on_one_line(one.name)
        table.add_row(str(one.pk), name, _host(one), looked, on_one_line(told))
    console.print(table)
