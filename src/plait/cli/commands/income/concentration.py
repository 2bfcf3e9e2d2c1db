"""plait concentration: how much of the income hangs on how few?"""

from datetime import datetime
from typing import Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

_BY = ("payer", "sector", "occupation", "place", "cause")


class NoShares(PlaitError):
    """What was given as shares is no list of numbers, or does not go with the rest."""


@click.command(epilog="Example: plait concentration --shares .55,.20,.15,.10")
@click.option("--by", type=click.Choice(_BY), help="Count by this alone.")
@click.option(
    "--shares",
    metavar="NUMBERS",
    help="Shares or amounts of your own, such as .55,.20,.15,.10; no book is read.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(
    by: str | None, shares: str | None, on: datetime | None, *, as_json: bool
) -> None:
    """See how much of your income hangs on how few.

    Shares are of what came in over the last twelve whole months, net of the roles'
    costs and before tax: by payer, by the organisations' sector, by occupation, by
    place, and by cause: what shares a payer or a cause counts as one.
    """
    if shares is not None and (by or on):
        raise NoShares(
            "Shares of your own have neither a date nor payers",
            value="--by" if by else "--on",
            fix="Leave it out, or leave out --shares.",
        )
    answer = _of_book(by, on) if shares is None else _of_shares(shares)
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render import concentration

    if shares is None:
        concentration.print_concentrations(answer)
    else:
        concentration.print_shares(answer)


def _of_book(by: str | None, on: datetime | None) -> dict[str, Any]:
    viewer = run.viewer()
    from plait.book.queries import load_portfolio
    from plait.cli.concentration_answer import concentrations_told

    day = on.date() if on else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    return concentrations_told(portfolio, viewer.language, [by] if by else _BY)


def _of_shares(text: str) -> dict[str, Any]:
    from plait.analysis.income.concentration.shares import concentration
    from plait.cli.concentration_answer import figures_told

    try:
        amounts = [float(part) for part in text.split(",")]
    except ValueError:
        raise NoShares(
            "These are no numbers with a comma between them",
            value=text,
            fix="Write them with a point, such as .55,.20,.15,.10.",
        ) from None
    names = [str(number) for number in range(1, len(amounts) + 1)]
    found = concentration(amounts, names)
    return {
        "of": "the numbers given, whatever they add up to",
        "shares": list(found.shares),
        **figures_told(found),
    }
