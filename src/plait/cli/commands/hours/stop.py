"""plait stop: stop the timer and log its time."""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.commands.options import moments
from plait.domain.schemas.schema import gettext_noop as _


@click.command(epilog="Example: plait stop")
@moments.at_option("When it ended, such as 17:30; now if left out.")
@click.option("--drop", is_flag=True, help="Stop it and log nothing.")
@run.as_command
def command(at: datetime | None, *, drop: bool, as_json: bool) -> None:
    """Stop the timer and log its time, on the day that it was started."""
    if drop and at:
        raise click.UsageError(_("Say when it ended, or drop it: not both."))
    viewer = run.viewer()
    from plait.book.operations.log import drop_timer, stop_timer
    from plait.cli.render.hours.logged import entry_text, entry_values

    if drop:
        drop_timer(viewer=viewer)
        if as_json:
            run.print_json({"running": None})
        else:
            run.say(run.words().gettext("The timer is stopped; nothing was logged."))
        return
    entry = stop_timer(viewer=viewer, at=moments.moment(viewer, at))
    if as_json:
        run.print_json(entry_values(entry, viewer))
    else:
        words = run.words()
        run.say(entry_text(entry, viewer, run.today(viewer), words))
        run.say(words.gettext("Undo it with: plait log --undo"))
