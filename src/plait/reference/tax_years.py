"""When the tax year of a country begins: as its obligations say, else on 1 January."""

from functools import lru_cache

from plait.reference.country_packs import NoPack
from plait.reference.obligations.packs import code_for, pack

CALENDAR_YEAR = (1, 1)


@lru_cache(maxsize=64)
def tax_year_starts(country: str) -> tuple[int, int]:
    """Return the month and the day, of a country by two letters.

    >>> tax_year_starts("GB"), tax_year_starts("NL"), tax_year_starts("")
    ((4, 6), (1, 1), (1, 1))
    """
    try:
        starts = pack(code_for(country)).year_starts
    except NoPack:
        return CALENDAR_YEAR
    return starts.month, starts.day
