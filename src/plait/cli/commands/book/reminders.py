"""plait reminders: choose what to be reminded of, and see what is due."""

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.commands.options.address import address_options
from plait.cli.csv_option import with_csv
from plait.domain.reminders import Reminder, ReminderKind, with_usual

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.answers.reminders import RemindersAnswer

_KIND = click.Choice([kind.value for kind in ReminderKind])
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@click.group(
    name="reminders", invoke_without_command=True, epilog="Example: plait reminders"
)
@click.pass_context
@with_csv
@run.as_command
def command(context: click.Context, *, as_json: bool) -> None:
    """List what you are reminded of, choose it, or see what is due."""
    if context.invoked_subcommand:
        return
    answer = _answer(run.viewer())
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.reminders import print_reminders

    print_reminders(answer, run.words())


@command.command(name="set", epilog="Example: plait reminders set tax --days 14")
@click.argument("kind", type=_KIND)
@click.option("--on/--off", "is_on", default=True, help="Whether it comes.")
@click.option("--at", help="The time where you live, such as 19:00.")
@click.option("--day", type=click.Choice(_DAYS), help="The day of a weekly one.")
@click.option(
    "--days",
    "--weeks",
    "--months",
    "count",
    type=int,
    help="Days before a tax date, days after an invoice was due, weeks that files may"
    " be old, months between two looks at a role.",
)
@click.option(
    "--ends",
    "ends_weeks",
    type=click.IntRange(0, 52),
    help="Weeks before terms end at which their role is looked at too; 0 for not.",
)
@run.as_command
def choose(kind: str, *, as_json: bool, **given: Any) -> None:
    """Choose a reminder of KIND, and when it comes."""
    viewer = run.viewer()
    from plait.book.operations.reminders import choose_reminder
    from plait.book.queries import reminders
    from plait.cli.render.reminders import print_reminders

    held = {one.kind: one for one in with_usual(reminders(viewer=viewer))}
    chosen = _changed(held[ReminderKind(kind)], given)
    choose_reminder(viewer=viewer, reminder=chosen)
    answer = _answer(viewer)
    if as_json:
        run.print_answer(answer)
    else:
        print_reminders(answer, run.words(), only=chosen.kind)


@command.command(epilog="Example: plait reminders due")
@run.day_option("--on", "The day to look at; now if left out.")
@run.as_command
def due(on: datetime | None, *, as_json: bool) -> None:
    """See which reminders are due."""
    viewer = run.viewer()
    answer = _answer(viewer, on)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.reminders import print_due

    print_due(answer)


@command.command(epilog="Example: plait reminders dismiss check-in")
@click.argument("kind", type=_KIND)
@run.as_command
def dismiss(kind: str, *, as_json: bool) -> None:
    """Put a reminder of KIND away until it comes the next time."""
    viewer = run.viewer()
    from plait.book.operations.reminders import dismiss_reminder

    day = run.today(viewer)
    dismissed = dismiss_reminder(viewer=viewer, kind=ReminderKind(kind), on=day)
    if as_json:
        run.print_json({"kind": kind, "dismissed": dismissed})
        return
    _ = run.words().gettext
    put_away = _("Put away until it comes again.")
    run.say(put_away if dismissed else _("You have not chosen this reminder."))


@command.command(epilog="Example: plait reminders feed --new")
@address_options
@run.as_command
def feed(host: str, port: int, *, as_json: bool, **given: bool) -> None:
    """See your reminders in any calendar, at a secret address without names."""
    viewer = run.viewer()
    from plait.book.operations.feed import make_reminder_feed, revoke_reminder_feed
    from plait.book.queries import reminder_feed
    from plait.cli.address import reminder_feed_address

    if given["revoke"]:
        revoke_reminder_feed(viewer=viewer, now=run.now())
    address = None
    if given["new"]:
        token = make_reminder_feed(viewer=viewer, now=run.now())
        address = reminder_feed_address(token, host, port)
    has_feed = reminder_feed(viewer=viewer) is not None
    if as_json:
        run.print_json({"has_address": has_feed, "address": address})
        return
    _ = run.words().gettext
    if address:
        run.say(address)
    elif has_feed:
        run.say(_("Your reminders have an address; --new makes another."))
    else:
        run.say(_("Your reminders have no address; --new makes one."))


def _answer(person: "Person", on: datetime | None = None) -> "RemindersAnswer":
    from plait.answers.reminders import reminders_answer
    from plait.book.queries import load_portfolio, reminders

    moment = person.local_time(run.now())
    if on is not None:
        moment = datetime.combine(run.day_of(on, person), time.max)
    portfolio = load_portfolio(viewer=person, on=moment.date())
    chosen = reminders(viewer=person)
    return reminders_answer(portfolio, run.words(), chosen, moment)


def _changed(one: Reminder, given: dict[str, Any]) -> Reminder:
    changes: dict[str, Any] = {"is_on": given["is_on"]}
    if given["at"] is not None:
        changes["at"] = time_of_day(given["at"])
    if given["day"] is not None:
        changes["weekday"] = _DAYS.index(given["day"])
    for name in ("count", "ends_weeks"):
        if given[name] is not None:
            changes[name] = given[name]
    return replace(one, **changes)


def time_of_day(text: str) -> time:
    """Return a time as it is typed, such as 7:30."""
    from plait.domain.errors import BadValue

    try:
        return time.fromisoformat(text.zfill(len("19:00")))
    except ValueError as error:
        raise BadValue(
            "This is no time of a day",
            value=text,
            fix="Write hours and minutes, such as 19:00.",
        ) from error
