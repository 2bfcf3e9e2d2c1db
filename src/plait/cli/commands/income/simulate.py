"""plait simulate: what may come in over the months ahead, and what if it does not?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.cli.simulate_answer import Drawn

_MOST_SCENARIOS = 1_000_000


class NotSimulated(PlaitError):
    """Options that do not go together."""


@click.command(epilog="Example: plait simulate --months 24 --scenarios 20000 --seed 1")
@click.option(
    "--months",
    type=click.IntRange(1, 600),
    help="How many months to look ahead; 24, or what the file says, if left out.",
)
@click.option(
    "--scenarios",
    type=click.IntRange(1, _MOST_SCENARIOS),
    default=20_000,
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
    "--model",
    type=click.Path(path_type=Path),
    help="A file of streams, hazards and causes instead of the book.",
)
@click.option(
    "--savings",
    type=click.FLOAT,
    help="What there is to live on, instead of what was told.",
)
@click.option(
    "--floor",
    type=click.FLOAT,
    help="What a month must cost, instead of what was told.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(*, as_json: bool, **told: Any) -> None:
    """See what may come in over the months ahead, drawn many times.

    Each stream may end, by its own hazard, with its contract or by a cause that hits
    several; it is replaced after a while, and its months vary as they did. Told are
    the chance of a month below what you must spend, how bad a bad year is, and how
    long your savings would last.
    """
    answer = _of_file(told) if told["model"] else _of_book(told)
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.simulation import print_simulation

    print_simulation(answer)


def _of_file(told: dict[str, Any]) -> dict[str, Any]:
    if told["on"]:
        raise NotSimulated(
            "A model has no date to look from",
            value="--on",
            fix="Leave it out, or leave out --model.",
        )
    from plait.cli.simulate_answer import file_simulated
    from plait.formats.source import Source

    source = Source(told["model"].name, told["model"])
    return file_simulated(source, _drawn(told))


def _of_book(told: dict[str, Any]) -> dict[str, Any]:
    viewer = run.viewer()
    from plait.book.queries import load_portfolio
    from plait.cli.simulate_answer import book_simulated

    day = told["on"].date() if told["on"] else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    return book_simulated(portfolio, _drawn(told))


def _drawn(told: dict[str, Any]) -> "Drawn":
    from plait.cli.simulate_answer import Drawn

    names = ("months", "scenarios", "seed", "savings", "floor")
    return Drawn(**{name: told[name] for name in names})
