"""plait income: what does each stream bring in, and what has not come?"""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.commands.options.period import period_option
from plait.cli.csv_option import with_csv
from plait.domain.periods.choice import PeriodChoice

_BY = ("role", "month", "payer")
_TWO_YEARS = 24


@click.command(epilog="Example: plait income atlas --by month --months 12")
@click.argument("role", required=False)
@click.option(
    "--by",
    type=click.Choice(_BY),
    default="role",
    help="A row for each role (if left out), month or payer.",
)
@click.option(
    "--months",
    type=click.IntRange(1, 600),
    default=_TWO_YEARS,
    help="How many whole months to show; 24 if left out.",
)
@period_option()
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(
    role: str | None,
    by: str,
    months: int,
    period: PeriodChoice | None,
    on: datetime | None,
    *,
    as_json: bool,
) -> None:
    """See what each stream brings in, its costs, how it swings, and what is missing.

    A usual month is the median of the last twelve, without what the calendar does to
    it: holiday allowance, months with three paydays and retainers paid by the quarter
    are spread over the months they are for. With ROLE only that one.
    """
    viewer = run.viewer()
    from plait.answers.income.income import income_answer
    from plait.book.queries import role_keyed

    key = role_keyed(viewer=viewer, key=role).key if role else ""
    context = run.context_on(on)
    answer = income_answer(context, n_months=months, role=key, period=period)
    if as_json:
        from plait.answers.tables.money import TABLES

        run.print_answer(answer, TABLES[by](answer, context.words))
        return
    from plait.cli.render.income.income import print_income

    print_income(answer, by, context.words)
