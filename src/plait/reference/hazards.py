"""How often jobs end, and how soon one is paid again: dated figures of others.

From the TOML file beside this module. The rates are of jobs in the United States in
one month; a person's own chance may be far from them. They are what stands in for a
job where a person has given no estimate; a client is no job.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

from plait.domain.rules import plain

_TOTAL = "total"
_WEEKS_A_MONTH = 52.1775 / 12


@dataclass(frozen=True, slots=True)
class SectorRate:
    """Layoffs and discharges of a sector, in percent of jobs a month.

    `monthly` are its months, the latest last; `is_of_all` says that the sector
    is not known and all sectors stand in.
    """

    key: str
    name: str
    name_nl: str
    monthly: tuple[float, ...]
    vintage: str
    source: str
    status: str
    as_of: date
    is_of_all: bool

    @property
    def yearly(self) -> float:
        """The chance that a job is lost within a year: 1 - (1 - m)^12.

        m is the mean of those months: one month alone moves by several tenths of a
        percent by chance.
        """
        mean = sum(self.monthly) / len(self.monthly) / 100
        return float(1 - (1 - mean) ** 12)


@dataclass(frozen=True, slots=True)
class Search:
    """How many months it takes on average until one is paid again.

    `least` and `most` are what other sources come to. `again` is the share of people
    who were in work again within `within_months` of losing a long job, from `lowest`
    to `highest` over the years.
    """

    months: float
    least: float
    most: float
    again: float
    lowest: float
    highest: float
    within_months: int
    vintage: str
    source: str
    as_of: date


def sector_rate(sector: str) -> SectorRate:
    """Return the rate of a sector named in plain words, English or Dutch.

    The whole text is looked up, then its words one by one; of all sectors where none
    is known.

    >>> sector_rate("Onderwijs").key, sector_rate("IT consulting").key
    ('education and health', 'information')
    >>> sector_rate("beekeeping").is_of_all
    True
    """
    sectors = _sectors()
    known = _keys_by_word()
    for word in (plain(sector), *plain(sector).split()):
        if word in known:
            return sectors[known[word]]
    return sectors[_TOTAL]


def sector_rates() -> tuple[SectorRate, ...]:
    """Return the rates of all sectors, as they stand in the file."""
    return tuple(_sectors().values())


def weight() -> float:
    """Return how many years of a job a rate weighs."""
    return float(_figures()["layoffs"]["weight_job"])


@lru_cache(maxsize=1)
def search() -> Search:
    """Return how long a search takes, with the range of other sources.

    The longest is worked out of the people in work again: of those who lost a job at
    any time in the last n months and find one with the chance 1/w a month, the share
    1 - (1 - e^(-n/w)) w/n has found one by the end.
    """
    figures = _figures()
    own, again = figures["search"], figures["again"]
    return Search(
        months=round(own["mean_weeks"] / _WEEKS_A_MONTH, 1),
        least=own["least_months"],
        most=round(_search_for(again["share"], again["within_months"]), 1),
        again=again["share"],
        lowest=again["lowest"],
        highest=again["highest"],
        within_months=again["within_months"],
        vintage=own["vintage"],
        source=f"{own['source']}; {own['least_source']}; {again['source']}",
        as_of=figures["as_of"],
    )


def _search_for(share: float, within: int) -> float:
    """Return the mean search that leaves so many in work; by halving."""
    from math import exp

    low, high = 0.1, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        found = 1 - (1 - exp(-within / middle)) * middle / within
        low, high = (middle, high) if found > share else (low, middle)
    return low


@lru_cache(maxsize=1)
def _sectors() -> dict[str, SectorRate]:
    figures = _figures()
    layoffs = figures["layoffs"]
    return {
        one["key"]: SectorRate(
            key=one["key"],
            name=one["name"],
            name_nl=one["name_nl"],
            monthly=tuple(one["monthly"]),
            vintage=layoffs["vintage"],
            source=layoffs["source"],
            status=one.get("status", "looked up"),
            as_of=figures["as_of"],
            is_of_all=one["key"] == _TOTAL,
        )
        for one in layoffs["sectors"]
    }


@lru_cache(maxsize=1)
def _keys_by_word() -> dict[str, str]:
    sectors = _figures()["layoffs"]["sectors"]
    return {plain(word): one["key"] for one in sectors for word in one["words"]}


@lru_cache(maxsize=1)
def _figures() -> dict[str, Any]:
    file = resources.files("plait.reference").joinpath("hazards.toml")
    return tomllib.loads(file.read_text("utf-8"))
