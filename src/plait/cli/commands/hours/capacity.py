"""plait capacity: do the weeks ahead fit what I have to give?"""

from datetime import datetime

import click

from plait.cli import run


@click.command(epilog="Example: plait capacity --weeks 8")
@click.option(
    "--weeks",
    type=click.IntRange(1, 26),
    default=12,
    show_default=True,
    help="How many full weeks to look ahead.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(weeks: int, on: datetime | None, *, as_json: bool) -> None:
    """Look at the weeks ahead: hours to give, hours asked, what clashes.

    Hours asked come with the range that held four times in five before, and with the
    chance that a week asks more than there is to give.
    """
    viewer = run.viewer()
    from plait.book.queries import load_portfolio
    from plait.cli.capacity_answer import capacity_told

    day = on.date() if on else run.today(viewer)
    answer = capacity_told(load_portfolio(viewer=viewer, on=day), weeks)
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.capacity import print_capacity

    print_capacity(answer)
