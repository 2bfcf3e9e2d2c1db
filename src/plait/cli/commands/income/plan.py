"""plait plan: which mix of hours would be better?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.cli.plan_answer import Asked

_MOST_SCENARIOS = 200_000


class NotPlanned(PlaitError):
    """Options that do not go together."""


@click.command(epilog="Example: plait plan --capacity 36 --risk 2")
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="A file of streams, options and limits instead of the book.",
)
@click.option(
    "--scenarios",
    type=click.IntRange(1, _MOST_SCENARIOS),
    default=5_000,
    show_default=True,
    help="How many times to draw what may happen.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="The same seed draws the same scenarios again.",
)
@click.option(
    "--capacity",
    type=click.FloatRange(0, 168),
    help="Hours a week there are to give, instead of what was told.",
)
@click.option(
    "--risk",
    type=click.FloatRange(0, 1000),
    help="How heavily a bad month's shortfall weighs against income; 1 is as heavily.",
)
@run.day_option("--on", "The date to look from; today if left out.")
@run.as_command
def command(*, as_json: bool, **told: Any) -> None:
    """Find the mix of hours that would be better, from the safest to the richest.

    Present roles within what their terms allow, and opportunities; hours to give, the
    law and clauses limit them. Income and what a role gives pull, months below what
    you must spend hold back. Each plan is checked on scenarios it was not chosen on,
    beside the mix you have, equal hours, and the best rate first.
    """
    from plait.cli.plan_answer import Asked

    asked = Asked(told["scenarios"], told["seed"], told["capacity"], told["risk"])
    answer = _of_file(told, asked) if told["model"] else _of_book(told, asked)
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.plan import print_plan

    print_plan(answer)


def _of_file(told: dict[str, Any], asked: "Asked") -> dict[str, Any]:
    if told["on"]:
        raise NotPlanned(
            "A model has no date to look from",
            value="--on",
            fix="Leave it out, or leave out --model.",
        )
    from plait.cli.plan_answer import file_planned
    from plait.formats.source import Source

    return file_planned(Source(told["model"].name, told["model"]), asked)


def _of_book(told: dict[str, Any], asked: "Asked") -> dict[str, Any]:
    viewer = run.viewer()
    from plait.book.queries import load_portfolio
    from plait.cli.plan_answer import book_planned

    day = told["on"].date() if told["on"] else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    return book_planned(portfolio, asked, viewer.language)
