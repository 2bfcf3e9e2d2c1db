"""plait drift: which roles take more than was agreed?"""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from plait.cli import run
from plait.domain.errors import PlaitError

_PROMISES = {"1y": 52, "2y": 104, "5y": 260}
_USUAL = "2y"


class WrongTogether(PlaitError):
    """Options that do not go together, or lack one another."""


@click.command(epilog="Example: plait drift atlas --on 2026-06-30")
@click.argument("role", required=False)
@click.option(
    "--promise",
    type=click.Choice(list(_PROMISES)),
    help="About one false alarm in so many years for each role; 2y if left out.",
)
@click.option(
    "--series",
    type=click.Path(path_type=Path),
    help="Read a table instead of the book: one row a week, column hours;"
    " week and leave if you like.",
)
@click.option("--agreed", type=float, help="With --series: hours agreed a week.")
@click.option(
    "--spread",
    type=float,
    help="With --series: the weeks' standard deviation, in hours; learned if left out.",
)
@click.option(
    "--threshold", type=float, help="With --series: alarm above it; not with --promise."
)
@run.day_option("--on", "The date to look from, such as 2026-06-30; today if left out.")
@run.as_command
def command(
    role: str | None,
    promise: str | None,
    series: Path | None,
    on: datetime | None,
    *,
    as_json: bool,
    **numbers: float | None,
) -> None:
    """See which roles drift from what was agreed: since which week, by how much.

    With ROLE also its weeks, and a note to begin the talk with. The last column is
    what the naive rule says: the mean of four weeks against the agreed hours.
    """
    _check(role=role, promise=promise, series=series, on=on, numbers=numbers)
    weeks_between = _PROMISES[promise or _USUAL]
    answer = (
        _of_series(series, weeks_between, numbers)
        if series
        else _of_book(role, weeks_between, on)
    )
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render import drift

    (drift.print_series if series else drift.print_drifts)(answer)


def _of_book(
    role: str | None, weeks_between: int, on: datetime | None
) -> dict[str, Any]:
    viewer = run.viewer()
    from plait.book.queries import load_portfolio, role_keyed
    from plait.cli.drift_answer import drifts_told

    day = on.date() if on else run.today(viewer)
    key = role_keyed(viewer=viewer, key=role).key if role else ""
    portfolio = load_portfolio(viewer=viewer, on=day)
    return drifts_told(portfolio, viewer.language, weeks_between, key)


def _of_series(
    series: Path, weeks_between: int, numbers: dict[str, float | None]
) -> dict[str, Any]:
    from plait.analysis.hours.drift.run_length import threshold_for
    from plait.cli.series import weeks_in
    from plait.cli.series_answer import Against, series_told

    agreed, threshold = numbers["agreed"], numbers["threshold"]
    if threshold is None:
        threshold = threshold_for(weeks_between)
    against = Against(agreed or 0.0, threshold, numbers["spread"])
    return series_told(weeks_in(series), against)


def _check(
    *,
    role: str | None,
    promise: str | None,
    series: Path | None,
    on: datetime | None,
    numbers: dict[str, float | None],
) -> None:
    """Refuse options that do not go together, and numbers that mean nothing."""
    given = {name: value for name, value in numbers.items() if value is not None}
    if series is None and given:
        raise WrongTogether(
            "This goes with a series of weeks only",
            value=", ".join(f"--{name}" for name in given),
            fix="Add --series and a file, or leave it out.",
        )
    if series is not None and (role or on):
        raise WrongTogether(
            "A series has neither a role nor a date",
            value=role or "--on",
            fix="Leave it out, or leave out --series.",
        )
    if series is not None and "agreed" not in given:
        raise WrongTogether(
            "It is not known how many hours a week were agreed",
            value=series.name,
            fix="Add --agreed and the hours, such as --agreed 16.",
        )
    if promise and "threshold" in given:
        raise WrongTogether(
            "A promise gives its own threshold",
            value=f"--promise {promise} --threshold {given['threshold']:g}",
            fix="Give one of the two.",
        )
    for name, value in given.items():
        if not 0 < value < float("inf"):
            raise WrongTogether(
                "This has to be more than 0",
                value=f"--{name} {value:g}",
                fix="Give another number.",
            )
