"""plait stop: stop the timer and keep its time."""

from datetime import datetime

import click

from plait.cli import moments, run


@click.command(epilog="Example: plait stop")
@moments.at_option("When it ended, such as 17:30; now if left out.")
@click.option("--drop", is_flag=True, help="Stop it and keep nothing.")
@run.as_command
def command(at: datetime | None, *, drop: bool, as_json: bool) -> None:
    """Stop the timer and keep its time, on the day that it was started."""
    if drop and at:
        raise click.UsageError("Say when it ended, or drop it: not both.")
    viewer = run.viewer()
    from plait.book.operations.log import drop_timer, stop_timer
    from plait.cli.render.logged import entry_text, entry_values

    if drop:
        drop_timer(viewer=viewer)
        said = "The timer is stopped, and nothing of it is kept."
        run.print_json({"running": None}) if as_json else run.say(said)
        return
    entry = stop_timer(viewer=viewer, at=moments.moment(viewer, at))
    if as_json:
        run.print_json(entry_values(entry, viewer))
    else:
        told = entry_text(entry, viewer, run.today(viewer))
        run.say(f"{told}.\nTake it back with: plait log --undo")
