"""plait concentration: on how few does the income depend?"""

from datetime import datetime

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
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
@with_csv
@run.as_command
def command(
    by: str | None, shares: str | None, on: datetime | None, *, as_json: bool
) -> None:
    """See on how few your income depends.

    Shares are of what came in over the last twelve whole months, after the roles'
    costs and before tax: by payer, sector, occupation, place, and by cause, where
    streams that share a payer or a cause count as one.
    """
    if shares is not None and (by or on):
        raise NoShares(
            "Shares of your own have neither a date nor payers",
            value="--by" if by else "--on",
            fix="Leave it out, or leave out --shares.",
        )
    if shares is None:
        _print_book(by, on, as_json=as_json)
    else:
        _print_shares(_amounts(shares), as_json=as_json)


def _print_book(by: str | None, on: datetime | None, *, as_json: bool) -> None:
    context = run.context_on(on)
    from plait.answers.concentration import ALL, concentration_answer
    from plait.cli.render.income.concentration import print_concentration

    answer = concentration_answer(context, [by] if by else ALL)
    if as_json:
        run.print_answer(answer)
    else:
        print_concentration(answer, context.words)


def _print_shares(amounts: list[float], *, as_json: bool) -> None:
    from plait.answers.concentration import shares_answer
    from plait.cli.render.income.concentration import print_shares
    from plait.wording.words import words_for

    answer = shares_answer(amounts)
    if as_json:
        run.print_answer(answer)
    else:
        print_shares(answer, words_for("en"))


def _amounts(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise NoShares(
            "These are no numbers with a comma between them",
            value=text,
            fix="Write them with a point, such as .55,.20,.15,.10.",
        ) from None
