"""plait hours: how do my hours stand to what was agreed?"""

from datetime import date, datetime

import click

from plait.cli import run
from plait.cli.commands.options.period import period_option
from plait.cli.csv_option import with_csv
from plait.domain.errors import PlaitError
from plait.domain.periods.choice import PeriodChoice

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class BadSpan(PlaitError):
    """No account can be kept between these days."""


@click.command(epilog="Example: plait hours --by month --since 2026-01-01 atlas")
@click.argument("role", required=False)
@click.option(
    "--by",
    type=click.Choice(["role", "week", "month"]),
    default="role",
    help="A row for each role (if left out), week or month.",
)
@period_option()
@run.day_option("--since", "Where the balance begins; see below if left out.")
@run.day_option("--on", "The last day that counts; today if left out.")
@with_csv
@run.as_command
def command(
    role: str | None,
    by: str,
    period: PeriodChoice | None,
    since: datetime | None,
    on: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Compare hours worked with hours due, for all roles or for ROLE.

    Due are the agreed hours less days off. Without --since a balance begins when the
    present hours were agreed, but no more than a year back and not before the first
    hours you logged. With --period what was worked in it, beside the same days a
    year earlier.
    """
    viewer = run.viewer()
    from plait.answers.hours.hours import hours_answer
    from plait.answers.hours.hours_rows import HoursBy
    from plait.book.queries import role_keyed

    began = since.date() if since else None
    _check(began, run.day_of(on, viewer))
    key = role_keyed(viewer=viewer, key=role).key if role else ""
    context = run.context_on(on)
    answer = hours_answer(context, by=HoursBy(by), role=key, since=began, period=period)
    if as_json:
        run.print_answer(answer)
        return
    from plait.cli.render.hours.hours import print_hours

    print_hours(answer, context.words)


def _check(since: date | None, on: date) -> None:
    """Refuse a span that ends before it begins, or that nobody lives to see."""
    if since and not _FIRST_YEAR <= since.year <= _LAST_YEAR:
        raise BadSpan(
            "Hours can be compared between the years 1900 and 2199",
            value=since.isoformat(),
            fix="Check the year.",
        )
    if since and since > on:
        raise BadSpan(
            "The account would end before it begins",
            value=f"{since} to {on}",
            fix="Choose a day for --since that is not after the last one.",
        )
