"""plait init: begin a book."""

import getpass
import os

import click

from plait.cli import run
from plait.cli.commands.options.terms import NotUnderstood
from plait.domain.errors import PlaitError


class BookThere(PlaitError):
    """There is a book already."""


@click.command(epilog='Example: plait init --name "Marit" --capacity 40')
@click.option("--name", default="", help="Your name.")
@click.option("--currency", default="EUR", show_default=True, help="Home currency.")
@click.option("--timezone", default="Europe/Amsterdam", show_default=True)
@click.option(
    "--country", help="Two letters, such as NL; as the time zone says if left out."
)
@click.option("--capacity", type=float, help="Hours a week you have to give.")
@click.option("--language", type=click.Choice(["en", "nl"]), default="en")
@run.as_command
def command(  # one parameter an option
    *,
    name: str,
    currency: str,
    timezone: str,
    country: str | None,
    capacity: float | None,
    language: str,
    as_json: bool,
) -> None:
    """Begin a book in the folder that PLAIT_HOME names.

    In a database that several people share, PLAIT_PERSON is the new one's sign-in name.
    """
    run.set_up()
    run.prepare_database()
    from plait.accounts.operations import add_person
    from plait.accounts.queries import n_people
    from plait.server.environment import home

    _check(name, currency, timezone, capacity)
    lives_in = _country(country, timezone)
    signs_in_as = os.environ.get("PLAIT_PERSON", "")
    if n_people() and not signs_in_as:
        raise BookThere(
            "There is a book here already",
            value=str(home()),
            fix="Go on with it, or set PLAIT_HOME to another folder.",
        )
    person = add_person(
        sign_in_name=signs_in_as or "me",
        name=name or getpass.getuser(),
        currency=currency.upper(),
        timezone=timezone,
        language=language,
        country=lives_in,
        capacity_minutes=None if capacity is None else round(capacity * 60),
        now=run.now(),
    )
    if as_json:
        run.print_json({"home": str(home()), "name": person.name})
        return
    from plait.wording.words import words_for

    _ = words_for(language).gettext
    run.say(_("Your book is in %(folder)s.") % {"folder": home()})
    if lives_in:
        text = _("Public holidays are those of %(country)s; change it in the settings.")
        run.say(text % {"country": lives_in})
    run.say(_("Next: plait import FILE…   or   plait serve"))


def _country(code: str | None, timezone: str) -> str:
    """Return the country that is given, else the one that the time zone is in."""
    from plait.reference.country_names import countries, country_of_zone

    if code is None:
        return country_of_zone(timezone)
    if code and code.upper() not in countries("en"):
        raise NotUnderstood(
            "This is not a country",
            value=code,
            fix="Write its two letters, such as NL or GB.",
        )
    return code.upper()


def _check(name: str, currency: str, timezone: str, capacity: float | None) -> None:
    from zoneinfo import available_timezones

    from babel.core import get_global

    from plait.domain.schemas.person import LONGEST_NAME, WEEK_HOURS

    if len(name) > LONGEST_NAME:
        raise NotUnderstood(
            "This name is too long",
            value=f"{name[:20]}…",
            fix="Write at most 150 letters.",
        )
    if currency.upper() not in get_global("all_currencies"):
        raise NotUnderstood(
            "This is not a currency", value=currency, fix="Write EUR, GBP, or another."
        )
    if timezone not in available_timezones():
        raise NotUnderstood(
            "This is not a time zone",
            value=timezone,
            fix="Write one such as Europe/Amsterdam.",
        )
    if capacity is not None and not 0 < capacity <= WEEK_HOURS:
        raise NotUnderstood(
            "A week has more than no hours and at most 168",
            value=f"{capacity:g}",
            fix="Write the hours a week you have to give, such as 40.",
        )
