"""Reads the packs, and finds the one of a country.

A pack is a TOML file beside this module. Its keys are those of `Pack` and `Rule`,
and a rule's own numbers those of its kind; a key that nobody knows is an error, so
that a misspelled number cannot go unseen.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from importlib import resources
from typing import Any

from plait.domain.errors import PlaitError
from plait.domain.roles import CountsAs
from plait.reference.working_time import kinds, night_kinds
from plait.reference.working_time.rules import Across, How, Pack, Rule, Scope, Status

PACKS = ("uk", "nl", "de", "fr", "eu")
HEALTH = "health"
_OF_COUNTRY = {"GB": "uk", "UK": "uk", "NL": "nl", "DE": "de", "FR": "fr"}
# All member states but those with a pack of their own; Greece has two codes.
_EU = {
    *("AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "EL", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "PL", "PT", "RO", "SE", "SI", "SK"),
}
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
    "night_mean": night_kinds.NightMean,
    "night_shift": night_kinds.NightShift,
    "night_many": night_kinds.NightMany,
    "night_rest": night_kinds.NightRest,
    "night_series_rest": night_kinds.SeriesRest,
    "night_series": night_kinds.Series,
    "night_count": night_kinds.NightCount,
    "duty": kinds.Told,
    "counting": kinds.Told,
}
_USUAL: dict[str, Any] = {
    "counts": ["employment", "worker"],
    "scope": "per_person",
    "across": "advisory",
    "from_age": 18,
    "below_age": None,
    "valid_from": None,
    "valid_to": None,
    "note": "",
    "exception": "",
    "near": 0.1,
}
_OWN = {field.name for field in fields(Rule)} - {"how"}


class NoPack(PlaitError):
    """There are no rules for this country, or none of that name."""


class BrokenPack(PlaitError):
    """A pack holds what no rule can be read from."""


def code_for(country: str) -> str:
    """Return the code of the pack that holds in a country, told by two letters."""
    code = country.strip().upper()
    if code in _OF_COUNTRY:
        return _OF_COUNTRY[code]
    if code in _EU:
        return "eu"
    if code:
        raise NoPack(
            "There are no rules on working time for this country yet",
            value=code,
            fix="Choose the nearest with --rules uk, nl, de, fr or eu.",
        )
    raise NoPack(
        "Which country's working-time law holds is not known",
        fix="Say it with --rules uk, nl, de, fr or eu, or tell your country in the"
        " settings.",
    )


@lru_cache(maxsize=8)
def pack(code: str) -> Pack:
    """Return the pack of that code; raise `NoPack` if there is none."""
    if code not in (*PACKS, HEALTH):
        raise NoPack(
            "There are no rules of that name",
            value=code,
            fix="Choose uk, nl, de, fr or eu.",
        )
    file = resources.files("plait.reference.working_time").joinpath(f"{code}.toml")
    return pack_from(tomllib.loads(file.read_text("utf-8")))


def pack_from(told: Mapping[str, Any]) -> Pack:
    """Return the pack that a TOML document tells; raise `BrokenPack` if it cannot."""
    above = {name: value for name, value in told.items() if name != "rules"}
    above["not_covered"] = tuple(above["not_covered"])
    return Pack(rules=tuple(_rule(one) for one in told["rules"]), **above)


def _rule(told: Mapping[str, Any]) -> Rule:
    own = _USUAL | {name: told[name] for name in told.keys() & _OWN}
    numbers = {name: told[name] for name in told.keys() - _OWN}
    try:
        own["counts"] = frozenset(map(CountsAs, own["counts"]))
        own["scope"], own["across"] = Scope(own["scope"]), Across(own["across"])
        own["status"] = Status(own["status"])
        return Rule(how=_how(told["kind"], numbers), **own)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPack(
            "A rule of this pack cannot be read",
            value=f"{told.get('id', '?')}: {error}",
            fix="Compare its keys with those of its kind.",
        ) from error


def _how(kind: str, numbers: dict[str, Any]) -> How:
    if kind == "most_per_week":
        numbers = {"weeks": 1} | numbers
    if "leave" in numbers:
        numbers["leave"] = kinds.Leave(numbers["leave"])
    if "rolls" in numbers:
        numbers["rolls"] = kinds.Rolls(numbers["rolls"])
    if "nights" in numbers:
        numbers["nights"] = night_kinds.Nights(**numbers["nights"])
    if "alternatives" in numbers:
        each = (kinds.Alternative(**one) for one in numbers["alternatives"])
        numbers["alternatives"] = tuple(each)
    how: How = _KINDS[kind](**numbers)
    return how
