"""Public holidays by country and region, from the `holidays` library.

The library (MIT, by the Vacanza team) computes them from each country's law; it knows
250 countries and asks nothing of the network. It is read in when the first country
is asked for, which takes about a hundredth of a second, since only that country's law
is; a year of one country takes a third of a millisecond and is kept. Only days that are public holidays everywhere
in the country or region count: no school, bank or optional ones.
"""

from datetime import date
from functools import lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

# The library's names for what the product speaks; a country it has no such names
# for tells them in English, or in its own language.
_LANGUAGES = {"en": ("en_US", "en_GB"), "nl": ("nl", "en_US", "en_GB")}


def public_holidays(
    country: str, region: str, first: date, last: date, *, language: str = "en"
) -> dict[date, str]:
    """Return the public holidays from one day up to and including another, by day.

    `country` is two letters, `region` a part of it as the library names it ("" for
    the whole). Nowhere is a country that is not known, and a region that is not
    known counts as the whole country: `is_known` tells.
    """
    years = range(first.year, last.year + 1)
    found = (of_year(*place_of(country, region), year, language) for year in years)
    return {on: name for days in found for on, name in days if first <= on <= last}


def is_known(country: str, region: str = "") -> bool:
    """Return whether holidays are known for the country, and for the region if told."""
    found = place_of(country, region)
    return bool(found[0]) and (not region.strip() or bool(found[1]))


def source() -> str:
    """Return the library and its version, as evidence names it."""
    from holidays.version import __version__

    return f"holidays {__version__}"


@lru_cache(maxsize=64)
def place_of(country: str, region: str) -> tuple[str, str]:
    """Return country and region as the library knows them, each "" if it does not."""
    country, region = country.strip().upper(), region.strip()
    if not country:
        return "", ""
    import holidays

    _read_in(country)
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return "", ""
    named = {name.casefold(): name for name in known.subdivisions}
    named |= {alias.casefold(): r for alias, r in known.subdivisions_aliases.items()}
    short = region.casefold().removeprefix(f"{country.casefold()}-")
    return country, named.get(short, "")


def _read_in(country: str) -> None:
    """Read the law of one country in; the library would read in those of all 250.

    That takes three times as long as all else of it. Each country is held by a stand-in
    that knows where its law is; where it is not as expected, the library is left to it.
    """
    import holidays
    from holidays.registry import EntityLoader

    held = getattr(holidays, country, None)
    if not isinstance(held, EntityLoader) or held.entity is not None:
        return
    folder = Path(holidays.__file__).with_name("countries")
    spec = PathFinder.find_spec(held.module_name, [str(folder)])
    if spec is not None and spec.loader is not None:
        law = module_from_spec(spec)
        spec.loader.exec_module(law)
        held.entity = getattr(law, held.entity_name)


@lru_cache(maxsize=512)
def of_year(
    country: str,
    region: str,
    year: int,
    language: str,
    categories: tuple[str, ...] = ("public",),
) -> tuple[tuple[date, str], ...]:
    """Return days and names of a place as `place_of` gives it; of those it has."""
    if not country:
        return ()
    import holidays

    known = holidays.country_holidays(country).supported_languages or ()
    speaks = next((one for one in _LANGUAGES[language] if one in known), None)
    # Without a language the library would take that of the machine.
    found = holidays.country_holidays(
        country,
        subdiv=region or None,
        years=year,
        categories=tuple(
            one
            for one in categories
            if one in holidays.country_holidays(country).supported_categories
        ),
        language=speaks or holidays.country_holidays(country).default_language,
    )
    return tuple(sorted((on, name) for on, name in found.items() if on.year == year))
