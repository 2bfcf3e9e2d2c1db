"""Countries by name, their parts with holidays of their own, and whose a time zone is.

Names are CLDR's, by Babel; which parts of a country keep other public holidays is
the `holidays` library's; whose a time zone is stands in zone.tab of the IANA time
zone database, by the tzdata package. Nothing is fetched.
"""

from functools import lru_cache
from importlib import resources

from plait.domain.rules import plain

# CLDR's codes that are no countries: the Union, the eurozone, the United Nations,
# outlying Oceania, test locales, and the unknown.
_NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
# A part is looked at in these years: one with a usual and one with an early Easter.
_YEARS = (2024, 2025)
_LONGEST = 10
_A_NAME = 4


@lru_cache(maxsize=4)
def countries(language: str) -> dict[str, str]:
    """Return every country's name in the language by its two letters, by name."""
    from babel import Locale

    named = Locale.parse(language).territories
    held = {
        code: name
        for code, name in named.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    return dict(sorted(held.items(), key=lambda one: plain(one[1])))


@lru_cache(maxsize=64)
def regions(country: str) -> dict[str, str]:
    """Return the country's parts by their short codes, {} where holidays are one.

    Parts are named in the country's own language where the library names them.
    """
    import holidays

    try:
        whole = holidays.country_holidays(country, years=_YEARS)
    except NotImplementedError:
        return {}
    codes = [code for code in whole.subdivisions if len(code) <= _LONGEST]
    if all(_same(country, code, set(whole)) for code in codes):
        return {}
    names = {code: code for code in codes}
    for alias, code in reversed(whole.subdivisions_aliases.items()):
        if code in names and len(alias) >= _A_NAME:
            names[code] = alias
    return dict(sorted(names.items(), key=lambda one: plain(one[1])))


def _same(country: str, code: str, days: set[object]) -> bool:
    import holidays

    of_part = holidays.country_holidays(country, subdiv=code, years=_YEARS)
    return set(of_part) == days


@lru_cache(maxsize=8)
def country_of_zone(zone: str) -> str:
    """Return the two letters of the country that a time zone is named in, else "".

    >>> country_of_zone("Europe/Amsterdam"), country_of_zone("UTC")
    ('NL', '')
    """
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    for line in table.read_text("utf-8").splitlines():
        country, _, rest = line.partition("\t")
        if not line.startswith("#") and rest.split("\t")[1] == zone:
            return country
    return ""
