"""plait invoices: which are paid, by what, and what is still to come?"""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.commands.options.period import period_option
from plait.cli.csv_option import with_csv
from plait.domain.periods.choice import PeriodChoice


@click.command(epilog="Example: plait invoices --period 2026-q2")
@period_option()
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(period: PeriodChoice | None, on: datetime | None, *, as_json: bool) -> None:
    """List your invoices, what has paid each, and by what that is known.

    Payments are matched by the number in their reference, then by the amount. Where
    several fit, you are asked: plait invoice paid NUMBER --payment 2026-06-12. With
    --period those issued in it, and whether that is more than in the same one before.
    """
    viewer = run.viewer()
    from plait.answers.income.invoices import invoices_answer
    from plait.book.queries import load_portfolio

    portfolio = load_portfolio(viewer=viewer, on=run.day_of(on, viewer))
    answer = invoices_answer(portfolio, run.words(), period)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.income.invoices import print_invoices

    print_invoices(answer, run.words())
