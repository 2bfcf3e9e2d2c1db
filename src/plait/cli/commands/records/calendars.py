"""plait calendars: follow calendars elsewhere, and share one's own."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.render.calendars import as_json_told, end_with, show
from plait.cli.render.sanitise import on_one_line
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.book.models import CalendarSource
    from plait.network.calendars.find import Found


class NotSaid(PlaitError):
    """Something that only the person can say was not said."""


class NoSuchCalendar(PlaitError):
    """The server has no calendar of that name."""


@click.group(
    name="calendars", invoke_without_command=True, epilog="Example: plait calendars"
)
@click.pass_context
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """List the calendars you follow, follow another, or share your own."""
    if context.invoked_subcommand:
        return
    viewer = run.viewer()
    from plait.book.queries import calendar_sources

    held = list(calendar_sources(viewer=viewer))
    if as_json:
        run.print_json([as_json_told(source) for source in held])
    else:
        show(held)


@command.command(
    epilog="Example: plait calendars add https://cloud.example.org --username ada"
)
@click.argument("address")
@click.option("--name", help="What you call it; without, as it calls itself.")
@click.option("--username", default="", help="For CalDAV, or where it asks for one.")
@click.option("--password-stdin", is_flag=True, help="Read the password from stdin.")
@click.option("--calendar", "names", multiple=True, help="Which, where it has several.")
@click.option("--all", "wants_all", is_flag=True, help="All that it has.")
@run.as_command
def add(address: str, *, as_json: bool, **told: Any) -> None:
    """Follow the calendar at ADDRESS: ICS, or those of a CalDAV server."""
    viewer = run.viewer()
    from plait.book.imports.followed_calendars import follow, network
    from plait.network.calendars.find import find_calendars

    login = (told["username"], _password(told))
    found = find_calendars(address, network(), *login)
    chosen = _chosen(found, told["names"], wants_all=told["wants_all"])
    if told["name"] and len(chosen) == 1:
        chosen = [chosen[0]._replace(name=told["name"])]
    done = [
        follow(viewer=viewer, found=one, login=login, network=network(), now=run.now())
        for one in chosen
    ]
    end_with(done, as_json=as_json)


@command.command(epilog="Example: plait calendars refresh")
@click.argument("number", type=int, required=False)
@run.as_command
def refresh(number: int | None, *, as_json: bool) -> None:
    """Look at all calendars again, or at the one of NUMBER; made for cron."""
    viewer = run.viewer()
    from plait.book.imports import followed_calendars
    from plait.book.queries import calendar_source, calendar_sources

    if number is None:
        held = list(calendar_sources(viewer=viewer))
    else:
        held = [calendar_source(viewer=viewer, pk=number)]
    network = followed_calendars.network()
    done = [
        followed_calendars.refresh(
            viewer=viewer, source=one, network=network, now=run.now()
        )
        for one in held
    ]
    end_with(done, as_json=as_json)


@command.command(epilog="Example: plait calendars remove 3 --keep")
@click.argument("number", type=int)
@click.option(
    "--keep/--undo", "keeps", default=None, help="What becomes of its events."
)
@run.as_command
def remove(number: int, keeps: bool | None, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Follow the calendar of NUMBER no longer."""
    viewer = run.viewer()
    from plait.book.imports.followed_calendars import forget
    from plait.book.queries import calendar_source

    source = calendar_source(viewer=viewer, pk=number)
    if keeps is None:
        keeps = _asked_to_keep(source)
    gone = forget(viewer=viewer, source=source, keeps=keeps, now=run.now())
    if as_json:
        run.print_json({"calendar": number, "gone": gone})
    else:
        lines = "line" if gone == 1 else "lines"
        went = "What came in stays." if keeps else f"{gone:,} {lines} went with it."
        run.say(f"{on_one_line(source.name)} is followed no longer. {went}")


@command.command(epilog="Example: plait calendars feed --new")
@click.option("--new", is_flag=True, help="Make an address; an earlier one ends.")
@click.option("--revoke", is_flag=True, help="Let the address lead nowhere.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8321, show_default=True)
@run.as_command
def feed(host: str, port: int, *, as_json: bool, **told: bool) -> None:
    """Share the hours you agreed as a calendar, at a secret address."""
    viewer = run.viewer()
    from plait.book.operations.feed import make_feed, revoke_feed
    from plait.book.queries import calendar_feed
    from plait.cli.address import feed_address

    if told["revoke"]:
        revoke_feed(viewer=viewer)
    address = None
    if told["new"]:
        token = make_feed(viewer=viewer, now=run.now())
        address = feed_address(token, host, port)
    made = calendar_feed(viewer=viewer)
    if as_json:
        run.print_json({"address": address, "made_at": made and made.created_at})
    elif address:
        run.say(
            f"{address}\nIt is shown this once. Whoever has it can read your hours."
        )
    elif made:
        run.say(f"Your calendar has had its address since {made.created_at:%Y-%m-%d}.")
    else:
        run.say("Your calendar has no address. Make one: plait calendars feed --new")


def _password(told: dict[str, Any]) -> str:
    if told["password_stdin"]:
        return sys.stdin.readline().rstrip("\r\n")
    if not told["username"]:
        return ""
    if not sys.stdin.isatty():
        raise NotSaid(
            "This user needs a password",
            value=told["username"],
            fix="Hand it over with --password-stdin.",
        )
    answer: str = click.prompt("Password", hide_input=True, err=True)
    return answer


def _chosen(
    found: "list[Found]", names: Sequence[str], *, wants_all: bool
) -> "list[Found]":
    """Return the calendars that were meant; raise if that cannot be known."""
    if wants_all or (len(found) == 1 and not names):
        return found
    listed = ", ".join(one.name for one in found)
    if not names:
        raise NotSaid(
            "There are several calendars",
            value=listed,
            fix="Say which with --calendar NAME, or take all with --all.",
        )
    by_name = {one.name: one for one in found}
    for name in names:
        if name not in by_name:
            raise NoSuchCalendar(
                "There is no calendar of this name",
                value=name,
                fix=f"It has: {listed}.",
            )
    return [by_name[name] for name in names]


def _asked_to_keep(source: "CalendarSource") -> bool:
    if not sys.stdin.isatty():
        raise NotSaid(
            "What came in from this calendar may stay or go",
            value=source.name,
            fix="Say --keep or --undo.",
        )
    return click.confirm("Keep what came in from it?", default=True, err=True)
