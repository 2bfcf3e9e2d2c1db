"""plait entry: show and correct time entries, whatever they came from."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from plait.cli import run
from plait.cli.commands.options.corrections import (
    refuse_unplaced,
    role_or_none,
    say_changed,
    show_record,
    to_role,
)
from plait.domain.errors import PlaitError
from plait.domain.schemas.schema import gettext_noop as _

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import TimeEntry

_TEXTS = ("client", "project", "task", "description", "tags")
_CLOCK = click.DateTime(["%H:%M"])


class NothingToChange(PlaitError):
    """A change without any option that says what."""


@click.group(name="entry", epilog="Example: plait entry show 12")
def command() -> None:
    """Show and correct time entries; their numbers are in: plait records --kind time."""


@command.command(epilog="Example: plait entry show 12 --json")
@click.argument("number", type=int)
@run.as_command
def show(number: int, *, as_json: bool) -> None:
    """Show all that is known of an entry, and what was done to it."""
    viewer = run.viewer()
    [entry] = _entries(viewer, [number])
    _show(viewer, entry, as_json=as_json)


@command.command(epilog="Example: plait entry change 12 --length 1:30 --role board")
@click.argument("number", type=int)
@click.option("--role", default=None, help="The role it is for, by its key.")
@click.option("--private", is_flag=True, help="It is for no role.")
@run.day_option("--on", "The day it was; its times go along.")
@click.option("--length", default=None, help="How long it was: 1:30, 90m or 2h.")
@click.option("--start", type=_CLOCK, metavar="TIME", help="When it began: 9:15.")
@click.option("--end", type=_CLOCK, metavar="TIME", help="When it ended: 10:30.")
@click.option("--client", default=None, help="For whom it was, as a tracker says.")
@click.option("--project", default=None, help="The project.")
@click.option("--task", default=None, help="The task.")
@click.option("--description", default=None, help="What was done.")
@click.option("--tags", default=None, help="Labels, with commas between.")
@click.option("--billable/--unbillable", default=None, help="Whether it is billed.")
@run.as_command
def change(number: int, *, as_json: bool, **options: Any) -> None:
    """Change an entry; what no option names stays. "" takes a text away.

    Of an entry that came in with a file, what you set here stays when the file is
    imported again.
    """
    viewer = run.viewer()
    from plait.book.operations.entries import change_entry

    [entry] = _entries(viewer, [number])
    changes = _changes(viewer, entry, options)
    if not changes:
        raise NothingToChange(
            "It is not said what is to change",
            value=str(number),
            fix="Add an option, such as --length 1:30; --help lists them.",
        )
    change_entry(viewer=viewer, entry=entry, **changes)
    _show(viewer, entry, as_json=as_json)


@command.command(epilog="Example: plait entry move 12 13 --role atlas")
@click.argument("numbers", type=int, nargs=-1, required=True)
@to_role
@run.as_command
def move(
    numbers: tuple[int, ...],
    role: str | None,
    private: bool,  # noqa: FBT001  # click hands options on by name
    *,
    as_json: bool,
) -> None:
    """Move entries to another role."""
    refuse_unplaced(role, private=private)
    viewer = run.viewer()
    from plait.book.operations.entries import move_entries

    entries = _entries(viewer, numbers)
    n = move_entries(viewer=viewer, entries=entries, role=role_or_none(viewer, role))
    _count(n, as_json=as_json)


@command.command(epilog="Example: plait entry split 12 30m --role board")
@click.argument("number", type=int)
@click.argument("length")
@click.option("--role", default=None, help="The role the second part is for.")
@click.option("--description", default=None, help="What the second part was.")
@run.as_command
def split(
    number: int,
    length: str,
    role: str | None,
    description: str | None,
    *,
    as_json: bool,
) -> None:
    """Let the last part of an entry, so long, be an entry of its own."""
    viewer = run.viewer()
    from plait.book.operations.entries import split_entry
    from plait.formats.quick_entry.length import seconds_of

    [entry] = _entries(viewer, [number])
    rest = split_entry(
        viewer=viewer,
        entry=entry,
        seconds=seconds_of(length),
        role=role_or_none(viewer, role),
        description=description,
    )
    _show(viewer, rest, as_json=as_json)


@command.command(epilog="Example: plait entry join 12 13")
@click.argument("numbers", type=int, nargs=-1, required=True)
@run.as_command
def join(numbers: tuple[int, ...], *, as_json: bool) -> None:
    """Make one entry of several of one day and role."""
    viewer = run.viewer()
    from plait.book.operations.entries import join_entries

    joined = join_entries(viewer=viewer, entries=_entries(viewer, numbers))
    _show(viewer, joined, as_json=as_json)


@command.command(epilog="Example: plait entry delete 12")
@click.argument("numbers", type=int, nargs=-1, required=True)
@run.as_command
def delete(numbers: tuple[int, ...], *, as_json: bool) -> None:
    """Remove entries; importing their file again does not bring them back."""
    viewer = run.viewer()
    from plait.book.operations.entries import remove_entries

    n = remove_entries(viewer=viewer, entries=_entries(viewer, numbers))
    _count(n, as_json=as_json)


def _entries(viewer: "Person", numbers: Sequence[int]) -> "list[TimeEntry]":
    from plait.book.queries.record_details import entries_of

    return entries_of(viewer=viewer, keys=list(numbers))


def _changes(
    viewer: "Person", entry: "TimeEntry", options: dict[str, Any]
) -> dict[str, Any]:
    """Return what the options say is to change."""
    from plait.formats.quick_entry.length import seconds_of

    if options["private"] and options["role"]:
        raise click.UsageError(_("Name a role, or say --private."))
    changes = {n: options[n] for n in _TEXTS if options[n] is not None}
    if options["role"] or options["private"]:
        changes["role"] = role_or_none(viewer, options["role"])
    if options["billable"] is not None:
        changes["is_billable"] = options["billable"]
    if options["length"]:
        changes["seconds"] = seconds_of(options["length"])
    on: date = options["on"].date() if options["on"] else entry.on
    if options["start"] or options["end"]:
        return changes | _times(viewer, on, options["start"], options["end"])
    return changes | ({"on": on} if options["on"] else {})


def _times(
    viewer: "Person", on: date, start: datetime | None, end: datetime | None
) -> dict[str, datetime]:
    zone = ZoneInfo(viewer.timezone)
    given = {"started_at": start, "ended_at": end}
    times = {
        name: datetime.combine(on, clock.time(), zone)
        for name, clock in given.items()
        if clock is not None
    }
    if start and end and end <= start:  # "22:00 to 06:00" ends the next morning
        times["ended_at"] += timedelta(days=1)
    return times


def _show(viewer: "Person", entry: "TimeEntry", *, as_json: bool) -> None:
    from plait.book.queries.record_details import entry_details

    show_record(entry_details(viewer=viewer, entry=entry), as_json=as_json)


def _count(n: int, *, as_json: bool) -> None:
    sentence = run.words().ngettext("%(n)s entry changed.", "%(n)s entries changed.", n)
    say_changed("entries", n, sentence, as_json=as_json)
