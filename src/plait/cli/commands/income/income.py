"""plait income: what does each stream bring, and what has not come?"""

from datetime import datetime

import click

from plait.cli import run

_BY = ("role", "month", "payer")
_TWO_YEARS = 24


@click.command(epilog="Example: plait income atlas --by month --months 12")
@click.argument("role", required=False)
@click.option(
    "--by",
    type=click.Choice(_BY),
    default="role",
    help="A line for each role (usual), month or payer.",
)
@click.option(
    "--months",
    type=click.IntRange(1, 600),
    default=_TWO_YEARS,
    help="How many whole months to show; 24 if left out.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(
    role: str | None, by: str, months: int, on: datetime | None, *, as_json: bool
) -> None:
    """See what each stream brings a month, its costs, how it swings, what is missing.

    A usual month is the middle of the last twelve, with what the calendar does to it
    taken out: holiday allowance, months with three paydays, retainers by the quarter
    are spread over the months they are for. With ROLE only that one.
    """
    viewer = run.viewer()
    from plait.book.queries import load_portfolio, role_keyed
    from plait.cli.income_answer import income_told

    day = on.date() if on else run.today(viewer)
    key = role_keyed(viewer=viewer, key=role).key if role else ""
    portfolio = load_portfolio(viewer=viewer, on=day)
    answer = income_told(portfolio, viewer.language, n_months=months, key=key)
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.income import print_income

    print_income(answer, by)
