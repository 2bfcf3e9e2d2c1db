"""plait holidays: which public holidays are days off, and what differs for you."""

from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.cli.csv_option import with_csv
from plait.domain.schemas.schema import gettext_noop as _

if TYPE_CHECKING:
    from plait.accounts.models import Person


@click.command(epilog="Example: plait holidays --add 'Good Friday'")
@click.option("--add", metavar="DAY", help="Let a day be off: a name or a date.")
@click.option("--drop", metavar="DAY", help="Let a public holiday be worked.")
@click.option("--reset", metavar="DAY", help="Forget what was added or dropped.")
@click.option("--organisation", default="", help="Where; everywhere if left out.")
@click.option("--year", type=click.IntRange(1900, 2199), help="Of which year to list.")
@with_csv
@run.as_command
def command(
    add: str | None,
    drop: str | None,
    reset: str | None,
    organisation: str,
    year: int | None,
    *,
    as_json: bool,
) -> None:
    """List public holidays, or change which of them are days off.

    DAY is a name such as 'Good Friday', a date such as 2026-12-24, or 12-24 for every
    year. What is said of an --organisation holds there, whatever holds elsewhere.
    """
    if sum(one is not None for one in (add, drop, reset)) > 1:
        raise click.UsageError(_("Use one of --add, --drop and --reset at a time."))
    viewer = run.viewer()
    from plait.answers.hours.holidays import holidays_answer
    from plait.book.queries import load_portfolio
    from plait.wording.words import words_for

    _change(viewer, add, drop, reset, organisation)
    today = run.today(viewer)
    answer = holidays_answer(
        load_portfolio(viewer=viewer, on=today),
        words_for(viewer.language),
        year or today.year,
    )
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.hours.holidays import print_holidays

    print_holidays(answer, words_for(viewer.language))


def _change(
    viewer: "Person", add: str | None, drop: str | None, reset: str | None, where: str
) -> None:
    from plait.book.operations.holidays import change_holiday, reset_holiday
    from plait.book.queries import organisation_named

    house = organisation_named(viewer=viewer, name=where) if where else None
    day = add if add is not None else drop
    if day is not None:
        is_free = add is not None
        change_holiday(viewer=viewer, day=day, is_free=is_free, organisation=house)
    elif reset is not None:
        reset_holiday(viewer=viewer, day=reset, organisation=house)
