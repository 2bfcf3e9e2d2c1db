"""plait init: begin a book."""

import getpass
import os
import sys
from pathlib import Path

import click

from plait.cli import run
from plait.cli.commands.options.terms import NotUnderstood
from plait.domain.errors import PlaitError

_ZONE, _CURRENCY = "Europe/Amsterdam", "EUR"


class BookThere(PlaitError):
    """There is a book already."""


@click.command(epilog='Example: plait init --name "Marit" --country NL --capacity 40')
@click.option("--name", default="", help="Your name.")
@click.option(
    "--currency", help="Home currency; the country's if left out, EUR without one."
)
@click.option("--timezone", help=f"Where you live; {_ZONE} if left out.")
@click.option(
    "--country", help="Two letters, such as NL; as the time zone says if left out."
)
@click.option("--capacity", type=float, help="Hours a week you have to give.")
@click.option("--language", type=click.Choice(["en", "nl"]))
@run.as_command
def command(  # one parameter an option
    *,
    name: str,
    currency: str | None,
    timezone: str | None,
    country: str | None,
    capacity: float | None,
    language: str | None,
    as_json: bool,
) -> None:
    """Begin a book in the folder that PLAIT_HOME names.

    In a terminal it asks for what no option says, with a guess that you confirm;
    elsewhere the browser asks when you first come in. In a database that several
    people share, PLAIT_PERSON is the new one's sign-in name.
    """
    run.set_up()
    run.prepare_database()
    from plait.accounts.operations import add_person
    from plait.server.environment import home

    signs_in_as = _refuse_second()
    is_asked = sys.stdin.isatty() and not as_json and not name
    if is_asked:
        name = click.prompt("Your name", default=getpass.getuser())
        language = language or click.prompt(
            "Language", default=_spoken(), type=click.Choice(["en", "nl"])
        )
        timezone = timezone or click.prompt("Time zone", default=_zone_here())
    _check(name, timezone or _ZONE, capacity)
    lives_in = _country(country, timezone or _ZONE)
    if is_asked and country is None:
        asked = click.prompt("Country, two letters", default=lives_in)
        lives_in = _country(asked, "")
    money = _currency(currency, lives_in)
    if is_asked and currency is None:
        money = _currency(click.prompt("Currency", default=money), lives_in)
    if is_asked and capacity is None:
        hours = click.prompt("Hours a week you have to give (0: not sure)", type=float)
        capacity = hours or None
        _check(name, timezone or _ZONE, capacity)
    is_complete = None not in {country, currency, timezone} and bool(name)
    person = add_person(
        sign_in_name=signs_in_as or "me",
        name=name or getpass.getuser(),
        currency=money,
        timezone=timezone or _ZONE,
        language=language or "en",
        country=lives_in,
        capacity_minutes=None if capacity is None else round(capacity * 60),
        has_confirmed=is_asked or is_complete,
        now=run.now(),
    )
    if as_json:
        run.print_json({"home": str(home()), "name": person.name})
        return
    from plait.wording.words import words_for

    _ = words_for(person.language).gettext
    run.say(_("Your book is in %(folder)s.") % {"folder": home()})
    if lives_in:
        text = _("Public holidays are those of %(country)s; change it in the settings.")
        run.say(text % {"country": lives_in})
    text = _("You count in %(currency)s, in %(zone)s.")
    run.say(text % {"currency": person.currency, "zone": person.timezone})
    run.say(_("Next: plait import FILE…   or   plait serve"))


def _refuse_second() -> str:
    """Return the sign-in name of the new person; refuse a second book of one's own."""
    from plait.accounts.queries import n_people
    from plait.server.environment import home

    signs_in_as = os.environ.get("PLAIT_PERSON", "")
    if n_people() and not signs_in_as:
        raise BookThere(
            "There is a book here already",
            value=str(home()),
            fix="Go on with it, or set PLAIT_HOME to another folder.",
        )
    return signs_in_as


def _spoken() -> str:
    """Return the language that this terminal is set to, English where not Dutch."""
    language = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "nl" if language.startswith("nl") else "en"


def _zone_here() -> str:
    """Return the time zone that this machine is set to, as a guess to confirm."""
    from zoneinfo import available_timezones

    linked = str(Path("/etc/localtime").resolve()).rpartition("zoneinfo/")[2]
    found = (os.environ.get("TZ", ""), linked)
    return next((zone for zone in found if zone in available_timezones()), _ZONE)


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


def _currency(code: str | None, country: str) -> str:
    """Return the currency that is given, else the country's, else euros."""
    from babel.core import get_global

    from plait.reference.home_guess import currency_of

    if code is None:
        return currency_of(country, run.now().date()) or _CURRENCY
    if code.upper() not in get_global("all_currencies"):
        raise NotUnderstood(
            "This is not a currency", value=code, fix="Write EUR, GBP, or another."
        )
    return code.upper()


def _check(name: str, timezone: str, capacity: float | None) -> None:
    from zoneinfo import available_timezones

    from plait.domain.schemas.person import LONGEST_NAME, WEEK_HOURS

    if len(name) > LONGEST_NAME:
        raise NotUnderstood(
            "This name is too long",
            value=f"{name[:20]}…",
            fix="Write at most 150 letters.",
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
