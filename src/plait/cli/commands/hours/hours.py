"""plait hours: how do my hours stand to what was agreed?"""

from datetime import date, datetime

import click

from plait.cli import run
from plait.domain.errors import PlaitError

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class BadSpan(PlaitError):
    """No account can be kept between these days."""


@click.command(epilog="Example: plait hours --by month --since 2026-01-01 atlas")
@click.argument("role", required=False)
@click.option(
    "--by",
    type=click.Choice(["role", "week", "month"]),
    default="role",
    help="One row a role (if left out), or rows for weeks or months.",
)
@run.day_option("--since", "Where the balance begins, if not with the present hours.")
@run.day_option("--on", "The last day that counts; today if left out.")
@run.as_command
def command(
    role: str | None,
    by: str,
    since: datetime | None,
    on: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Set hours given against hours due, for all roles or for ROLE.

    Due is what was agreed less what days off take out. Without --since a balance
    begins with the present hours, or a year back if that is later.
    """
    viewer = run.viewer()
    from plait.analysis.hours.account import Rows
    from plait.book.queries import load_portfolio, role_keyed
    from plait.cli.hours_account import Asked, accounts_told

    day = on.date() if on else run.today(viewer)
    began = since.date() if since else None
    _check(began, day)
    key = role_keyed(viewer=viewer, key=role).key if role else ""
    rows = Rows.WHOLE if by == "role" else Rows(by)
    answer = accounts_told(
        load_portfolio(viewer=viewer, on=day), Asked(began, rows, key)
    )
    if as_json:
        run.print_json(answer)
        return
    from plait.cli.render.hours import print_accounts

    print_accounts(answer)


def _check(since: date | None, on: date) -> None:
    """Refuse a span that ends before it begins, or that nobody lives to see."""
    for day in (since or on, on):
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise BadSpan(
                "An account is kept between the years 1900 and 2199",
                value=day.isoformat(),
                fix="Look at the year again.",
            )
    if since and since > on:
        raise BadSpan(
            "The account would end before it begins",
            value=f"{since} to {on}",
            fix="Say a day for --since that is no later than the last one.",
        )
