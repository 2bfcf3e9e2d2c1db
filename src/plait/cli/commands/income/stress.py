"""plait stress: how long does your money last if something stops?"""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.scenarios import Scenario


class WrongTogether(PlaitError):
    """Options that lack one another, or an amount that cannot be."""


@click.command(epilog="Example: plait stress --savings 9000 --floor 2400")
@click.argument("scenario", required=False, default="")
@click.option("--savings", help="Savings to live on, instead of those you entered.")
@click.option(
    "--floor", help="The least a month costs, instead of the amount you entered."
)
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    help="Scenarios of your own: docs/reference/stress-scenarios.md.",
)
@click.option("--keep", is_flag=True, help="Keep the scenarios of --file in the book.")
@click.option("--drop", metavar="NAME", help="Remove a scenario that you kept.")
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@with_csv
@run.as_command
def command(
    scenario: str,
    file: Path | None,
    drop: str | None,
    on: datetime | None,
    *,
    keep: bool,
    as_json: bool,
    **amounts: str | None,
) -> None:
    """See how many months your money lasts if a part of your income stops.

    Each role, payer, sector, skill and cause that you could lose, three months without
    work, a recession, lower rates and late payment; and scenarios of your own. Name a
    SCENARIO (role:atlas, recession, or a name) to see its months one by one.
    """
    viewer = run.viewer()
    if keep and file is None:
        raise WrongTogether(
            "There is no file whose scenarios could be kept",
            value="--keep",
            fix="Add --file and its name.",
        )
    savings, floor = _amount(amounts["savings"]), _amount(amounts["floor"])
    from plait.answers.stress import stress_answer
    from plait.book.queries import own_scenarios
    from plait.cli.render.income.stress import print_stress

    from_file = _scenarios(file)
    _change(viewer, drop=drop, keep=from_file if keep else ())
    own = [*own_scenarios(viewer=viewer), *(() if keep else from_file)]
    context = run.context_on(on, viewer)
    answer = stress_answer(
        context, own, scenario=scenario, savings=savings, floor=floor
    )
    if as_json:
        run.print_answer(answer)
    else:
        print_stress(answer, context.words)


def _scenarios(file: Path | None) -> "tuple[Scenario, ...]":
    if file is None:
        return ()
    from plait.formats.plait.scenarios import read
    from plait.formats.source import Source

    return read(Source(file.name, file))


def _change(
    viewer: "Person", *, drop: str | None, keep: "tuple[Scenario, ...]"
) -> None:
    from plait.book.operations.resilience import drop_scenario, keep_scenario
    from plait.book.queries import scenario_named

    if drop is not None:
        row = scenario_named(viewer=viewer, name=drop)
        drop_scenario(viewer=viewer, scenario=row)
    for one in keep:
        keep_scenario(viewer=viewer, scenario=one)


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    from plait.formats.values import BadValue, number

    try:
        found = number(text)
    except BadValue:
        found = Decimal(-1)
    if found < 0:
        raise WrongTogether(
            "This is no amount of money",
            value=text,
            fix="Write it in your own currency, such as 2400.",
        )
    return found
