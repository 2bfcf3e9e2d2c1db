"""Where somebody may live, by the languages of their browser and its time zone.

A guess to be shown and confirmed, never taken by itself. What a language or a zone
does not say stays empty: English alone is no country.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources

from plait.reference.country_names import countries, country_of_zone

# Languages that are spoken by so many in one country that it is a fair first guess.
_HOMES = {
    "nl": "NL",
    "de": "DE",
    "it": "IT",
    "pl": "PL",
    "cs": "CZ",
    "hu": "HU",
    "da": "DK",
    "sv": "SE",
    "nb": "NO",
    "nn": "NO",
    "fi": "FI",
    "ro": "RO",
    "el": "GR",
}
# Currencies that are newer than CLDR 46's: Bulgaria has the euro since 1 January 2026.
_NEWER = {"BG": "EUR"}
_TAG = re.compile(
    r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?![a-z0-9])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HomeGuess:
    """A country and its currency by their codes, and a time zone; "" where unknown."""

    country: str = ""
    currency: str = ""
    timezone: str = ""


def home_guess(
    accepted: str, zone: str = "", today: date | None = None, *, country: str = ""
) -> HomeGuess:
    """Return the guess for an Accept-Language header, and the browser's time zone.

    The zone comes first: people travel less than they read other languages. Where the
    country is known, currency and zone follow it, so that the three agree.

    >>> home_guess("en-GB,en;q=0.8")
    HomeGuess(country='GB', currency='GBP', timezone='Europe/London')
    >>> home_guess("en", "Europe/Amsterdam").currency, home_guess("en").country
    ('EUR', '')
    >>> home_guess("en-US", "Europe/Amsterdam", country="GB").timezone
    'Europe/London'
    """
    lies_in = country_of_zone(zone) if zone else ""
    country = country or lies_in or _country_of_languages(accepted)
    if lies_in != country:  # UTC lies in none: a browser that hides its zone says it
        zone = only_zone(country)
    return HomeGuess(country, currency_of(country, today), zone)


def _country_of_languages(accepted: str) -> str:
    tags = [m for part in accepted.split(",") if (m := _TAG.match(part.strip()))]
    named = (m[2].upper() for m in tags if m[2])
    usual = (_HOMES.get(m[1].lower(), "") for m in tags[:1])
    return next((c for c in (*named, *usual) if c in countries("en")), "")


def currency_of(country: str, today: date | None = None) -> str:
    """Return the currency that is tender in a country, "" where none is known."""
    from babel.numbers import get_territory_currencies

    if country in _NEWER:
        return _NEWER[country]
    found = get_territory_currencies(country, start_date=today) if country else []
    return found[0] if found else ""


@lru_cache(maxsize=16)
def only_zone(country: str) -> str:
    """Return the time zone of a country that has one, "" where it has several."""
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    found = _zones(table.read_text("utf-8").splitlines(), country)
    return found[0] if len(found) == 1 else ""


def _zones(lines: Iterable[str], country: str) -> list[str]:
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return [zone for code, _at, zone, *_ in fields if code == country]
