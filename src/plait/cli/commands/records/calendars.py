"""plait calendars: follow other calendars, and share one's own."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.commands.options import moments
from plait.cli.commands.options.address import address_options
from plait.cli.render.calendars import end_with, print_sources, source_values
from plait.cli.render.sanitise import on_one_line
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.book.models import CalendarSource
    from plait.network.calendars.find import Found
    from plait.wording.words import Words


class ChoiceMissing(PlaitError):
    """A choice that only the person can make was not made."""


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
        run.print_json([source_values(source) for source in held])
    else:
        print_sources(held, viewer)


@command.command(
    epilog="Example: plait calendars add https://cloud.example.org --username ada"
)
@click.argument("address")
@click.option("--name", help="Your name for it; without, its own name.")
@click.option(
    "--username", default="", help="For CalDAV, or where the server asks for one."
)
@click.option("--password-stdin", is_flag=True, help="Read the password from stdin.")
@click.option(
    "--calendar", "names", multiple=True, help="Which one, if there are several."
)
@click.option("--all", "wants_all", is_flag=True, help="All that the server has.")
@click.option("--titles", is_flag=True, help="Keep titles and places of its events.")
@run.as_command
def add(address: str, *, as_json: bool, **given: Any) -> None:
    """Follow the calendar at ADDRESS: ICS, or those of a CalDAV server."""
    viewer = run.viewer()
    from plait.book.imports.followed_calendars import follow, network
    from plait.network.calendars.find import find_calendars

    login = (given["username"], _password(given))
    found = find_calendars(address, network(), *login)
    chosen = _chosen(found, given["names"], wants_all=given["wants_all"])
    if given["name"] and len(chosen) == 1:
        chosen = [chosen[0]._replace(name=given["name"])]
    done = [
        follow(
            viewer=viewer,
            found=one,
            login=login,
            network=network(),
            now=run.now(),
            titles=given["titles"],
        )
        for one in chosen
    ]
    end_with(done, as_json=as_json)


@command.command(epilog="Example: plait calendars refresh")
@click.argument("number", type=int, required=False)
@run.as_command
def refresh(number: int | None, *, as_json: bool) -> None:
    """Refresh all calendars, or the one of NUMBER; made for cron."""
    viewer = run.viewer()
    from plait.book.imports.calendar_visits import ask_visits, outcomes
    from plait.book.queries import calendar_source, calendar_sources
    from plait.jobs.here import carry_out

    if number is None:
        held = list(calendar_sources(viewer=viewer))
    else:
        held = [calendar_source(viewer=viewer, pk=number)]
    visits = ask_visits(viewer=viewer, sources=held, now=run.now())
    done = carry_out(visits, clock=run.now)
    end_with(outcomes(viewer=viewer, visits=done), as_json=as_json)


@command.command(epilog='Example: plait calendars titles "Practice" --drop')
@click.argument("calendar", required=False)
@click.option(
    "--keep/--drop",
    "keeps",
    default=None,
    help="Keep titles and places of its events, or the times only.",
)
@run.as_command
def titles(calendar: str | None, keeps: bool | None, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Choose whether a calendar's events keep their titles and places.

    CALENDAR is the number of one that you follow, or the name of one that came by
    files. Without it, all are listed. With --drop, titles in the book are removed.
    """
    viewer = run.viewer()
    from plait.book.operations.calendar_titles import keep_titles, keep_titles_of
    from plait.book.queries import calendar_source
    from plait.cli.render.calendar_titles import print_blanked, print_titles

    if calendar is None:
        print_titles(viewer, as_json=as_json)
        return
    if keeps is None:
        raise ChoiceMissing(
            "Say whether its titles are kept",
            value=calendar,
            fix="Add --keep or --drop.",
        )
    if calendar.isascii() and calendar.isdigit():
        source = calendar_source(viewer=viewer, pk=int(calendar[:9]))
        n = keep_titles_of(viewer=viewer, source=source, keeps=keeps)
    else:
        n = keep_titles(viewer=viewer, name=calendar, keeps=keeps)
    print_blanked(calendar, n, keeps=keeps, as_json=as_json)


@command.command(epilog="Example: plait calendars remove 3 --keep")
@click.argument("number", type=int)
@click.option("--keep/--undo", "keeps", default=None, help="Keep or remove its events.")
@run.as_command
def remove(number: int, keeps: bool | None, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Stop following the calendar of NUMBER."""
    viewer = run.viewer()
    from plait.book.imports.followed_calendars import forget
    from plait.book.queries import calendar_source

    source = calendar_source(viewer=viewer, pk=number)
    if keeps is None:
        keeps = _confirm_keep(source)
    gone = forget(viewer=viewer, source=source, keeps=keeps, now=run.now())
    if as_json:
        run.print_json({"calendar": number, "gone": gone})
    else:
        name = on_one_line(source.name)
        run.say(_removed_text(run.words(), name, gone, keeps=keeps))


@command.command(epilog="Example: plait calendars feed --new")
@address_options
@run.as_command
def feed(host: str, port: int, *, as_json: bool, **given: bool) -> None:
    """Share the hours you agreed as a calendar, at a secret address."""
    viewer = run.viewer()
    from plait.book.operations.feed import make_feed, revoke_feed
    from plait.book.queries import calendar_feed
    from plait.cli.address import feed_address

    if given["revoke"]:
        revoke_feed(viewer=viewer, now=run.now())
    address = None
    if given["new"]:
        token = make_feed(viewer=viewer, now=run.now())
        address = feed_address(token, host, port)
    made, _ = calendar_feed(viewer=viewer), run.words().gettext
    if as_json:
        run.print_json({"address": address, "made_at": made and made.created_at})
    elif address:
        run.say(address)
        run.say(_("It is shown only now. Whoever has it can read your agreed hours."))
    elif made:
        day = moments.local_text(made.created_at, viewer).partition(" ")[0]
        run.say(_("Your calendar has had an address since %(day)s.") % {"day": day})
    else:
        run.say(_("Your calendar has no address. Make one: plait calendars feed --new"))


def _removed_text(words: "Words", name: str, n_gone: int, *, keeps: bool) -> str:
    _ = words.gettext
    if keeps:
        return _("You no longer follow %(name)s; its events stay.") % {"name": name}
    sentence = words.ngettext(
        "You no longer follow %(name)s; %(n)s line is removed.",
        "You no longer follow %(name)s; %(n)s lines are removed.",
        n_gone,
    )
    return sentence % {"name": name, "n": words.number(n_gone, 0)}


def _password(given: dict[str, Any]) -> str:
    if given["password_stdin"]:
        return sys.stdin.readline().rstrip("\r\n")
    if not given["username"]:
        return ""
    if not sys.stdin.isatty():
        raise ChoiceMissing(
            "This user needs a password",
            value=given["username"],
            fix="Pass it with --password-stdin.",
        )
    answer: str = click.prompt(
        run.words().gettext("Password"), hide_input=True, err=True
    )
    return answer


def _chosen(
    found: "list[Found]", names: Sequence[str], *, wants_all: bool
) -> "list[Found]":
    """Return the calendars that were meant; raise if that cannot be known."""
    if wants_all or (len(found) == 1 and not names):
        return found
    listed = ", ".join(one.name for one in found)
    if not names:
        raise ChoiceMissing(
            "There are several calendars",
            value=listed,
            fix="Choose with --calendar NAME, or take all with --all.",
        )
    by_name = {one.name: one for one in found}
    for name in names:
        if name not in by_name:
            raise NoSuchCalendar(
                "There is no calendar of this name",
                value=f"{name} ({listed})",
                fix="Choose one of those in brackets.",
            )
    return [by_name[name] for name in names]


def _confirm_keep(source: "CalendarSource") -> bool:
    if not sys.stdin.isatty():
        raise ChoiceMissing(
            "The events of this calendar can stay or go",
            value=source.name,
            fix="Add --keep or --undo.",
        )
    return click.confirm(
        run.words().gettext("Keep its events?"), default=True, err=True
    )
