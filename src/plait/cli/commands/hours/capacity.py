"""plait capacity: do the weeks ahead fit the hours I have available?"""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.csv_option import with_csv


@click.command(epilog="Example: plait capacity --weeks 8")
@click.option(
    "--weeks",
    type=click.IntRange(1, 26),
    default=12,
    show_default=True,
    help="How many full weeks to look ahead.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(weeks: int, on: datetime | None, *, as_json: bool) -> None:
    """Look at the weeks ahead: hours available, hours expected, clashes.

    Expected hours come with a range that should be right four times in five, and with
    the chance that a week takes more than you have available.
    """
    context = run.context_on(on)
    from plait.answers.hours.capacity import capacity_answer

    answer = capacity_answer(context, n_weeks=weeks)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.hours.capacity import print_capacity

    print_capacity(answer, context.words)
