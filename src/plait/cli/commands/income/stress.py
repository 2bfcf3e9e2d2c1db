"""plait stress: how long would I last if something stopped?"""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.domain.scenarios import Scenario


class WrongTogether(PlaitError):
    """Options that lack one another, or an amount that cannot be."""


@click.command(epilog="Example: plait stress --savings 9000 --floor 2400")
@click.argument("scenario", required=False, default="")
@click.option("--savings", help="What there is to live on, instead of what was told.")
@click.option("--floor", help="What a month must cost, instead of what was told.")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    help="Scenarios of your own: docs/reference/stress-scenarios.md.",
)
@click.option("--keep", is_flag=True, help="Keep the scenarios of --file in the book.")
@click.option("--drop", metavar="NAME", help="Forget a scenario that was kept.")
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(
    scenario: str,
    file: Path | None,
    drop: str | None,
    on: datetime | None,
    *,
    keep: bool,
    as_json: bool,
    **money: str | None,
) -> None:
    """See how many months you would last if a part of your income stopped.

    Each role, payer, sector, skill and cause that can be lost, three months without
    work, a recession, lower rates and late payment; and scenarios of your own. With
    SCENARIO (role:atlas, recession, or a name) also its months one by one.
    """
    if keep and file is None:
        raise WrongTogether(
            "There is no file whose scenarios could be kept",
            value="--keep",
            fix="Add --file and its name.",
        )
    numbers = {name: _amount(told) for name, told in money.items()}
    viewer = run.viewer()
    from plait.book.queries import load_portfolio, own_scenarios
    from plait.cli.stress_answer import Asked, stress_told

    _change(viewer, drop=drop, keep=_scenarios(file) if keep else ())
    own = [*own_scenarios(viewer=viewer), *(() if keep else _scenarios(file))]
    day = on.date() if on else run.today(viewer)
    portfolio = load_portfolio(viewer=viewer, on=day)
    answer = stress_told(portfolio, viewer.language, own, Asked(scenario, **numbers))
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.stress import print_stress

    print_stress(answer)


def _scenarios(file: Path | None) -> "tuple[Scenario, ...]":
    if file is None:
        return ()
    from plait.formats.plait.scenarios import read
    from plait.formats.source import Source

    return read(Source(file.name, file))


def _change(viewer: "Person", *, drop: str | None, keep: "tuple[Any, ...]") -> None:
    from plait.book.operations.resilience import drop_scenario, keep_scenario
    from plait.book.queries import scenario_named
    from plait.formats.plait.scenarios import scenario_told

    if drop is not None:
        row = scenario_named(viewer=viewer, name=drop)
        drop_scenario(viewer=viewer, scenario=row)
    for one in keep:
        keep_scenario(viewer=viewer, told=scenario_told(one))


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
