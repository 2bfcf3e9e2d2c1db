"""plait start: let a timer run for a role."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from plait.cli import moments, run

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.models import Timer


@click.command(epilog="Example: plait start atlas budget review")
@click.argument("role", nargs=-1, metavar="[ROLE [WHAT FOR]]")
@moments.at_option("When it began, such as 9:15; now if left out.")
@run.as_command
def command(role: tuple[str, ...], at: datetime | None, *, as_json: bool) -> None:
    """Let a timer run for ROLE; without a role, tell which one runs.

    The timer is in your book: it runs on when the machine is off, until plait stop.
    """
    viewer = run.viewer()
    if not role:
        _tell(viewer, as_json=as_json)
        return
    from plait.book.operations.lines import role_of_line
    from plait.book.operations.log import start_timer
    from plait.cli.render.logged import role_text, timer_values

    text = " ".join(role)
    held, what_for = role_of_line(viewer=viewer, text=text, today=run.today(viewer))
    began = moments.moment(viewer, at)
    timer = start_timer(viewer=viewer, role=held, at=began, description=what_for)
    if as_json:
        run.print_json(timer_values(timer, viewer))
    else:
        since = _clock(began, viewer)
        run.say(
            f"The timer runs for {role_text(held)} since {since}: plait stop keeps it."
        )


def _tell(viewer: "Person", *, as_json: bool) -> None:
    from plait.book.queries import timer_of
    from plait.cli.render.logged import timer_values

    timer = timer_of(viewer=viewer)
    if as_json:
        run.print_json(timer_values(timer, viewer))
    elif timer is None:
        run.say("No timer runs. Start one with: plait start ROLE")
    else:
        run.say(_said(timer, viewer))


def _said(timer: "Timer", viewer: "Person") -> str:
    from plait.cli.render.logged import length_text, role_text

    seconds = round((run.now() - timer.started_at).total_seconds())
    what_for = f": {timer.description}" if timer.description else ""
    since = _clock(timer.started_at, viewer)
    return (
        f"{length_text(max(0, seconds))} for {role_text(timer.role)}, since"
        f" {since}{what_for}.\nKeep it with: plait stop"
    )


def _clock(at: datetime, viewer: "Person") -> str:
    """Return the time of the day, with the day where it was another."""
    local = at.astimezone(ZoneInfo(viewer.timezone))
    is_today = local.date() == run.today(viewer)
    return f"{local:%H:%M}" if is_today else f"{local:%Y-%m-%d %H:%M}"
