"""Working-time rules by country, and the guardrail on health that holds for everybody.

What a country's law asks stands in `working_time.toml` of its folder in
`plait.reference.countries`; the guardrail is no law and stands beside this module.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from plait.domain.roles import CountsAs
from plait.reference import country_packs, pack_reader
from plait.reference.country_packs import BrokenPack, NoPack
from plait.reference.working_time import kinds, night_kinds
from plait.reference.working_time.rules import Across, Pack, Rule, Scope

__all__ = ["HEALTH", "BrokenPack", "NoPack", "code_for", "codes", "pack", "pack_from"]

HEALTH = "health"
_PART = "working_time"
_KINDS: dict[str, type[Any]] = {
    "mean": kinds.Mean,
    "most_per_week": kinds.Mean,
    "most_per_day": kinds.MostPerDay,
    "most_per_shift": kinds.MostPerShift,
    "daily_rest": kinds.DailyRest,
    "weekly_rest": kinds.WeeklyRest,
    "break": kinds.Break,
    "most_unbroken": kinds.MostUnbroken,
    "free_sundays": kinds.FreeSundays,
    "day_for_sunday": kinds.DayForSunday,
    "most_days": kinds.MostDays,
    "overtime": kinds.Overtime,
    "no_work": night_kinds.NoWork,
    "night_mean": night_kinds.NightMean,
    "night_shift": night_kinds.NightShift,
    "night_many": night_kinds.NightMany,
    "night_rest": night_kinds.NightRest,
    "night_series_rest": night_kinds.SeriesRest,
    "night_series": night_kinds.Series,
    "night_count": night_kinds.NightCount,
    "duty": kinds.Information,
    "counting": kinds.Information,
}
_DEFAULTS: dict[str, Any] = {
    "counts": frozenset({CountsAs.EMPLOYMENT, CountsAs.WORKER}),
    "scope": Scope.PER_PERSON,
    "across": Across.ADVISORY,
    "from_age": 18,
    "below_age": None,
    "valid_from": None,
    "valid_to": None,
    "article": "",
    "note": "",
    "note_nl": "",
    "exception": "",
    "exception_nl": "",
    "near": 0.1,
}


def codes() -> tuple[str, ...]:
    """Return the codes of the countries whose rules are known."""
    return country_packs.codes(_PART)


def code_for(country: str) -> str:
    """Return the code of the pack that holds in a country, given by two letters."""
    code = country_packs.code_of(country, _PART)
    if code:
        return code
    if country.strip():
        raise NoPack(
            "There are no rules on working time for this country yet",
            value=country.strip().upper(),
            fix="Choose the nearest with --rules; --help lists them.",
        )
    raise NoPack(
        "Which country's working-time law holds is not known",
        fix="Choose one with --rules, or enter your country in the settings.",
    )


@lru_cache(maxsize=16)
def pack(code: str) -> Pack:
    """Return the pack of that code; raise `NoPack` if there is none."""
    if code == HEALTH:
        file = resources.files("plait.reference.working_time") / f"{HEALTH}.toml"
        return pack_from(tomllib.loads(file.read_text("utf-8")))
    return pack_from(country_packs.read(code, _PART))


def pack_from(table: Mapping[str, Any]) -> Pack:
    """Return the pack in a TOML document; raise `BrokenPack` if it cannot be read."""
    return pack_reader.pack_from(table, Pack, Rule, _KINDS, _DEFAULTS)
