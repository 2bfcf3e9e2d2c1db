"""Which days are off as public holidays: the law's, the country's usage, the person's.

From the public holidays of a place come off those on which most people work (its folder
names them, see `country_packs`), and then what the person dropped or added holds.
"""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from plait.reference.country_packs import not_days_off
from plait.reference.holidays import of_year, place_of

Changes = tuple[tuple[str, bool], ...]
"""Days and whether they are free, as `domain.availability.HolidayChange` writes them."""

# Whoever adds a day by its name may do so where it is no public holiday at all.
_ALL = ("public", "optional", "bank", "government", "unofficial", "de_facto")
_ELSEWHERE = ("NL", "DE", "GB", "US", "BE", "IE", "FR", "CA")
_NAMED_IN = 2025  # a year in which the Dutch have their Liberation Day off


def days_off(
    country: str,
    region: str,
    first: date,
    last: date,
    *,
    changes: Changes = (),
    language: str = "en",
) -> dict[date, str]:
    """Return the days off from one day up to and including another, with their names.

    A day that the person added by its date has no name, "".
    """
    place = place_of(country, region)
    years = range(first.year, last.year + 1)
    found = (_of_year(*place, year, changes, language) for year in years)
    return {on: name for days in found for on, name in days if first <= on <= last}


def days_off_array(
    country: str, region: str, first: date, last: date, changes: Changes = ()
) -> NDArray[np.datetime64]:
    """Return the days alone, in order; as `days_off`, for arrays."""
    place = place_of(country, region)
    years = [_days(*place, year, changes) for year in range(first.year, last.year + 1)]
    days = np.concatenate([*years, np.array([], dtype="datetime64[D]")])
    ends = np.array([first, last + timedelta(days=1)], dtype="datetime64[D]")
    begin, end = np.searchsorted(days, ends).tolist()
    return days[begin:end]


def holiday_named(country: str, region: str, text: str) -> str | None:
    """Return the English name of the holiday that a person names, None if none is known.

    >>> holiday_named("NL", "", "goede vrijdag"), holiday_named("FR", "", "Good Friday")
    ('Good Friday', 'Good Friday')
    """
    wanted = text.strip().casefold()
    for place in _places(country, region):
        for language in ("en", "nl"):
            known = of_year(*place, _NAMED_IN, language, _ALL)
            on = {on for on, name in known if wanted in _names(name)}
            english = of_year(*place, _NAMED_IN, "en", _ALL)
            for day, name in english:
                if day in on:
                    return name
    return None


def holiday_name(country: str, name: str, language: str) -> str:
    """Return a holiday's English name in a language, or as it is where none is known.

    >>> holiday_name("NL", "Good Friday", "nl")
    'Goede Vrijdag'
    """
    for place in _places(country, ""):
        english = of_year(*place, _NAMED_IN, "en", _ALL)
        on = {on for on, known in english if name.casefold() in _names(known)}
        for day, known in of_year(*place, _NAMED_IN, language, _ALL):
            if day in on:
                return known
    return name


def _places(country: str, region: str) -> list[tuple[str, str]]:
    own = place_of(country, region)
    places = [own, *(place_of(one, "") for one in _ELSEWHERE)]
    return [place for place in dict.fromkeys(places) if place[0]]


def _names(name: str) -> set[str]:
    """Return what a day is called: the library joins two holidays of one day."""
    return {name.casefold(), *(part.strip().casefold() for part in name.split(";"))}


@lru_cache(maxsize=512)
def _of_year(
    country: str, region: str, year: int, changes: Changes, language: str
) -> tuple[tuple[date, str], ...]:
    known = dict(of_year(country, region, year, language))
    # Names are compared in English, whatever language they are shown in.
    english = dict(of_year(country, region, year, "en")) if country else {}
    worked = {name.casefold() for name in not_days_off(country)}
    free = {
        on: known.get(on, name)
        for on, name in english.items()
        if not _names(name) & worked
    }
    for text, is_free in changes:
        for on in _dates(country, region, year, text):
            if is_free:
                free[on] = known.get(on) or _name_of(text)
            else:
                free.pop(on, None)
    return tuple(sorted(free.items()))


def _name_of(text: str) -> str:
    return "" if text[:1].isdigit() else text


def _dates(country: str, region: str, year: int, text: str) -> list[date]:
    """Return the days of a year that a change is about."""
    if text[:1].isdigit():
        written = text if len(text) > len("12-24") else f"{year}-{text}"
        try:
            on = date.fromisoformat(written)
        except ValueError:  # 29 February, in another year
            return []
        return [on] if on.year == year else []
    for place in _places(country, region):
        named = of_year(*place, year, "en", _ALL)
        found = [on for on, name in named if text.casefold() in _names(name)]
        if found:
            return found
    return []


@lru_cache(maxsize=512)
def _days(
    country: str, region: str, year: int, changes: Changes
) -> NDArray[np.datetime64]:
    days = np.array(
        [on for on, _ in _of_year(country, region, year, changes, "en")],
        dtype="datetime64[D]",
    )
    days.flags.writeable = False
    return days
