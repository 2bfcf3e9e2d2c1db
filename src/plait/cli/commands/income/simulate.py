"""plait simulate: what may come in over the months ahead, and what if it does not?"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.answers.simulation import SimulationAnswer, SimulationOptions
    from plait.wording.words import Words

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
    help="How many futures to simulate; as many as on the page if left out.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    help="The same seed gives the same futures again; that of the page if left out.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    help="A file of streams, hazards and causes instead of the book.",
)
@click.option(
    "--savings",
    type=click.FLOAT,
    help="Savings to live on, instead of those you entered.",
)
@click.option(
    "--floor",
    type=click.FLOAT,
    help="The least a month costs, instead of the amount you entered.",
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(
    *,
    months: int | None,
    scenarios: int | None,
    seed: int | None,
    model: Path | None,
    savings: float | None,
    floor: float | None,
    on: datetime | None,
    as_json: bool,
) -> None:
    """See what may come in over the months ahead, in thousands of simulated futures.

    Each stream may end, by its own chance, with its contract or by a cause that it
    shares; it is replaced after a while, and its months vary as they did. Shows the
    chance of a month below the least it costs, how bad a bad year is, and how long
    your savings last.
    """
    from plait.answers.simulation import SimulationOptions
    from plait.cli.render.income.simulation import print_simulation

    usual = SimulationOptions()
    options = SimulationOptions(
        months=months,
        scenarios=scenarios or usual.scenarios,
        seed=usual.seed if seed is None else seed,
        savings=savings,
        floor=floor,
    )
    answer, words = _of_file(model, on, options) if model else _of_book(on, options)
    if as_json:
        run.print_answer(answer)
    else:
        print_simulation(answer, words)


def _of_file(
    model: Path, on: datetime | None, options: "SimulationOptions"
) -> "tuple[SimulationAnswer, Words]":
    if on:
        raise NotSimulated(
            "A model has no date to look from",
            value="--on",
            fix="Leave it out, or leave out --model.",
        )
    from plait.answers.simulation import model_simulation_answer
    from plait.formats.plait.income_model import read
    from plait.formats.source import Source
    from plait.wording.words import words_for

    words = words_for("en")
    values = read(Source(model.name, model)).model
    return model_simulation_answer(values, options, words), words


def _of_book(
    on: datetime | None, options: "SimulationOptions"
) -> "tuple[SimulationAnswer, Words]":
    context = run.context_on(on)
    from plait.answers.simulation import simulation_answer

    return simulation_answer(context, options), context.words
