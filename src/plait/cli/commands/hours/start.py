"""plait start: start a timer for a role."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.commands.options import moments

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Timer


@click.command(epilog="Example: plait start atlas budget review")
@click.argument("role", nargs=-1, metavar="[ROLE [WHAT FOR]]")
@moments.at_option("When it began, such as 9:15; now if left out.")
@run.as_command
def command(role: tuple[str, ...], at: datetime | None, *, as_json: bool) -> None:
    """Start a timer for ROLE; without a role, show the one that runs.

    The timer is in your book: it runs on while the machine is off, until plait stop.
    """
    viewer = run.viewer()
    if not role:
        _show(viewer, as_json=as_json)
        return
    from plait.book.operations.lines import role_of_line
    from plait.book.operations.log import start_timer
    from plait.cli.render.hours.logged import role_text, timer_values

    text = " ".join(role)
    held, what_for = role_of_line(viewer=viewer, text=text, today=run.today(viewer))
    began = moments.moment(viewer, at)
    timer = start_timer(viewer=viewer, role=held, at=began, description=what_for)
    if as_json:
        run.print_json(timer_values(timer, viewer))
    else:
        words = run.words()
        values = {"role": role_text(held, words), "since": _clock(began, viewer)}
        run.say(
            words.gettext(
                "The timer for %(role)s has been running since %(since)s. Stop it with:"
                " plait stop"
            )
            % values
        )


def _show(viewer: "Person", *, as_json: bool) -> None:
    from plait.book.queries import timer_of
    from plait.cli.render.hours.logged import timer_values

    timer = timer_of(viewer=viewer)
    if as_json:
        run.print_json(timer_values(timer, viewer))
    elif timer is None:
        run.say(run.words().gettext("No timer is running. Start one: plait start ROLE"))
    else:
        run.say(_timer_text(timer, viewer))


def _timer_text(timer: "Timer", viewer: "Person") -> str:
    from plait.cli.render.hours.logged import role_text
    from plait.wording.hours.logged import length_text

    words = run.words()
    seconds = round((run.now() - timer.started_at).total_seconds())
    values = {
        "time": length_text(words, max(0, seconds)),
        "role": role_text(timer.role, words),
        "since": _clock(timer.started_at, viewer),
    }
    sentence = words.gettext("%(time)s for %(role)s, since %(since)s") % values
    what_for = f": {timer.description}" if timer.description else ""
    stop = words.gettext("Stop it with: plait stop")
    return f"{sentence}{what_for}.\n{stop}"


def _clock(at: datetime, viewer: "Person") -> str:
    """Return the time of the day, with the day where it was another."""
    local = moments.local_text(at, viewer)
    day, _, clock = local.partition(" ")
    return clock if day == run.today(viewer).isoformat() else local
