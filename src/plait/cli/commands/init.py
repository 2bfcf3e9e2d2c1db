"""plait init: begin a book."""

import getpass

import click

from plait.cli import run
from plait.domain.trouble import PlaitError


class BookThere(PlaitError):
    """There is a book already."""


@click.command(epilog='Example: plait init --name "Marit" --capacity 40')
@click.option("--name", default="", help="Your name.")
@click.option("--currency", default="EUR", show_default=True, help="Home currency.")
@click.option("--timezone", default="Europe/Amsterdam", show_default=True)
@click.option("--capacity", type=float, help="Hours a week you have to give.")
@click.option("--language", type=click.Choice(["en", "nl"]), default="en")
@run.as_command
def command(  # one parameter an option
    name: str,
    currency: str,
    timezone: str,
    capacity: float | None,
    language: str,
    *,
    as_json: bool,
) -> None:
    """Begin a book in the folder that PLAIT_HOME names."""
    run.set_up()
    run.prepare_database()
    from plait.accounts.operations import add_person
    from plait.accounts.queries import n_people
    from plait.server.environment import home

    _check(currency, timezone, capacity)
    if n_people():
        raise BookThere(
            "There is a book here already",
            value=str(home()),
            fix="Go on with it, or set PLAIT_HOME to another folder.",
        )
    person = add_person(
        sign_in_name="me",
        name=name or getpass.getuser(),
        currency=currency.upper(),
        timezone=timezone,
        language=language,
        capacity_minutes=None if capacity is None else round(capacity * 60),
        now=run.now(),
    )
    if as_json:
        run.print_json({"home": str(home()), "name": person.name})
        return
    click.echo(f"Your book is in {home()}.")
    click.echo("Next: plait import FILE…   or   plait serve")


def _check(currency: str, timezone: str, capacity: float | None) -> None:
    from zoneinfo import available_timezones

    if len(currency) != 3 or not currency.isalpha():
        raise click.BadParameter(f"{currency}: write EUR, GBP or another ISO code.")
    if timezone not in available_timezones():
        raise click.BadParameter(f"{timezone}: write a zone such as Europe/Amsterdam.")
    if capacity is not None and not 0 < capacity <= 168:
        raise click.BadParameter(f"{capacity:g}: a week has 168 hours.")
