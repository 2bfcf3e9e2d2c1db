"""plait plan: which mix of hours would be better?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.answers.plan.question import PlanOptions
    from plait.answers.plan.values import PlanAnswer
    from plait.wording.words import Words

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
    help="How many futures to simulate; as many as on the page if left out.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    help="The same seed gives the same futures again; that of the page if left out.",
)
@click.option(
    "--capacity",
    type=click.FloatRange(0, 168),
    help="The hours a week you have for your roles, instead of your own.",
)
@click.option(
    "--risk",
    type=click.FloatRange(0, 1000),
    help="How heavily a bad month's shortfall weighs against income; 1 is as heavily.",
)
@run.day_option("--on", "The date to look from; today if left out.")
@with_csv
@run.as_command
def command(*, as_json: bool, **options: Any) -> None:
    """Find the mix of hours that would be better, and whom to ask for it.

    Looks at the roles you have, as far as their terms allow, at going back to the
    hours agreed, and at opportunities, within your hours, the law and clauses. Income
    and what a role gives count for a mix, months below what you must spend count
    against it. Shows the richest, the safest, a shorter week, and nearly as good ones
    that change other roles. Each plan is tested on futures it was not chosen in,
    beside your present mix, equal hours, and the best rate first.
    """
    answer, words = _of_file(options) if options["model"] else _of_book(options)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.income.plan import print_plan

    print_plan(answer, words)


def _of_file(options: dict[str, Any]) -> "tuple[PlanAnswer, Words]":
    if options["on"]:
        raise NotPlanned(
            "A model has no date to look from",
            value="--on",
            fix="Leave it out, or leave out --model.",
        )
    from plait.answers.plan.answer import model_plan_answer
    from plait.formats.plait.income_model import read
    from plait.formats.source import Source
    from plait.wording.words import words_for

    file = read(Source(options["model"].name, options["model"]))
    words = words_for("en")
    answer = model_plan_answer(*file, words, _options(options))
    return answer, words


def _of_book(options: dict[str, Any]) -> "tuple[PlanAnswer, Words]":
    context = run.context_on(options["on"])
    from plait.answers.plan.answer import plan_answer
    from plait.answers.plan.values import PlanStatus

    answer = plan_answer(context, _options(options))
    if answer.status is PlanStatus.NO_OPTIONS:
        raise NotPlanned(
            "A plan needs at least one option",
            fix="Bring in the hours and income of a paid role, a year or two of both.",
        )
    return answer, context.words


def _options(options: dict[str, Any]) -> "PlanOptions":
    from plait.answers.plan.question import USUAL, PlanOptions

    return PlanOptions(
        n_scenarios=options["scenarios"],
        seed=USUAL.seed if options["seed"] is None else options["seed"],
        capacity=options["capacity"],
        risk=options["risk"],
    )
