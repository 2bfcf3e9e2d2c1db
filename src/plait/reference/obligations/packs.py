"""Reads the packs on duties, and finds the one of a country.

A pack is a TOML file beside this module. Its keys are those of `Pack` and `Rule`, a
rule's own numbers those of its kind; a key that nobody knows is an error. Numbers are
read as exact decimals.
"""

import tomllib
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any, Union, get_args, get_origin, get_type_hints

from plait.domain.errors import PlaitError
from plait.reference.obligations import kinds
from plait.reference.obligations.rules import Pack, Rule, Status

PACKS = ("uk", "nl", "us")
_OF_COUNTRY = {"GB": "uk", "UK": "uk", "NL": "nl", "US": "us"}
_KINDS: dict[str, type[Any]] = {
    "entry": kinds.Entry,
    "updates": kinds.Updates,
    "yearly": kinds.Yearly,
    "on_account": kinds.OnAccount,
    "late_interest": kinds.LateInterest,
    "least_hours": kinds.LeastHours,
    "larger_share": kinds.LargerShare,
    "turnover": kinds.Turnover,
    "vat_quarters": kinds.VatQuarters,
    "estimated": kinds.Estimated,
    "harbour": kinds.Harbour,
    "amount": kinds.Amount,
    "duty": kinds.Told,
    "counting": kinds.Told,
}
_USUAL: dict[str, Any] = {
    "valid_from": None,
    "valid_to": None,
    "assumes": "",
    "assumes_nl": "",
    "note": "",
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
    if code:
        raise NoPack(
            "What is due in this country is not known here yet",
            value=code,
            fix="Choose one with --rules uk, nl or us.",
        )
    raise NoPack(
        "Which country's duties are yours is not known",
        fix="Say it with --rules uk, nl or us, or tell your country in the settings.",
    )


@lru_cache(maxsize=4)
def pack(code: str) -> Pack:
    """Return the pack of that code; raise `NoPack` if there is none."""
    if code not in PACKS:
        raise NoPack(
            "There are no rules of that name", value=code, fix="Choose uk, nl or us."
        )
    file = resources.files("plait.reference.obligations").joinpath(f"{code}.toml")
    return pack_from(tomllib.loads(file.read_text("utf-8"), parse_float=Decimal))


def pack_from(told: Mapping[str, Any]) -> Pack:
    """Return the pack that a TOML document tells; raise `BrokenPack` if it cannot."""
    rules = tuple(_rule(one) for one in told["rules"])
    above = {name: value for name, value in told.items() if name != "rules"}
    hints = get_type_hints(Pack)
    above = {name: _as(hints[name], value) for name, value in above.items()}
    return Pack(rules=rules, **above)


def _rule(told: Mapping[str, Any]) -> Rule:
    own = _USUAL | {name: told[name] for name in told.keys() & _OWN}
    numbers = {name: told[name] for name in told.keys() - _OWN}
    try:
        own["status"] = Status(own["status"])
        return Rule(how=_made(_KINDS[told["kind"]], numbers), **own)
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(
            "A rule of this pack cannot be read",
            value=f"{told.get('id', '?')}: {error}",
            fix="Compare its keys with those of its kind.",
        ) from error


def _made(kind: type[Any], told: Mapping[str, Any]) -> Any:  # noqa: ANN401  # of that kind
    """Return the dataclass that a table of the file tells."""
    hints = get_type_hints(kind)
    return kind(**{name: _as(hints[name], value) for name, value in told.items()})


def _as(hint: Any, value: Any) -> Any:  # noqa: ANN401  # whatever the field holds
    """Return a value of the file as the type of its field; refuse another sort."""
    if get_origin(hint) in {Union, types.UnionType}:
        hint = get_args(hint)[0]  # of "X | None": nothing stands in a file for None
    if get_origin(hint) is tuple:
        return tuple(_as(get_args(hint)[0], one) for one in value)
    if hint is kinds.MonthDay:
        found = kinds.MonthDay(*value)
        found.in_year(2024)  # refuses a day that no year has
        return found
    if isinstance(hint, type) and is_dataclass(hint):
        return _made(hint, value)
    if hint is Decimal and type(value) is int:
        return Decimal(value)
    if hint in {bool, int, str, date, Decimal} and type(value) is not hint:
        raise ValueError(repr(value))
    return value
