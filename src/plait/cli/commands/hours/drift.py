"""plait drift: which roles take more than was agreed?"""

from datetime import datetime
from pathlib import Path

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError

_PROMISES = {"1y": 52, "2y": 104, "5y": 260, "10y": 520}
_USUAL = "5y"


class WrongTogether(PlaitError):
    """Options that do not go together, or lack one another."""


@click.command(epilog="Example: plait drift atlas --on 2026-06-30")
@click.argument("role", required=False)
@click.option(
    "--promise",
    type=click.Choice(list(_PROMISES)),
    help="About one false alarm in so many years for each role; 5y if left out.",
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
@with_csv
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
    """See which roles take more than agreed: since which week, and by how much.

    With ROLE also its weeks, and a note to start the conversation with. The last
    column compares the latest weeks alone with what was agreed.
    """
    _check(role=role, promise=promise, series=series, on=on, numbers=numbers)
    weeks_between = _PROMISES[promise or _USUAL]
    if series:
        _print_series(series, weeks_between, numbers, as_json=as_json)
    else:
        _print_book(role, weeks_between, on, as_json=as_json)


def _print_book(
    role: str | None, weeks_between: int, on: datetime | None, *, as_json: bool
) -> None:
    viewer = run.viewer()
    from plait.answers.hours.drift import drift_answer
    from plait.book.queries import role_keyed
    from plait.cli.render.hours.drift import print_drift

    key = role_keyed(viewer=viewer, key=role).key if role else ""
    context = run.context_on(on)
    answer = drift_answer(context, role=key, weeks_between=weeks_between)
    if as_json:
        run.print_answer(answer)
    else:
        print_drift(answer, context.words)


def _print_series(
    file: Path, weeks_between: int, numbers: dict[str, float | None], *, as_json: bool
) -> None:
    from plait.answers.hours.drift_series import series_answer, series_terms
    from plait.cli.render.hours.drift import print_series
    from plait.formats.tables.week_series import weeks_in
    from plait.wording.words import words_for

    terms = series_terms(
        numbers["agreed"] or 0.0,
        weeks_between,
        numbers["threshold"],
        numbers["spread"],
    )
    # A series needs no book, so nobody's language is known.
    words = words_for("en")
    answer = series_answer(weeks_in(file), terms, words)
    if as_json:
        run.print_answer(answer)
    else:
        print_series(answer, words)


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
