"""Reads rules out of a pack's TOML: each key is a field, and a slip is an error.

A pack's keys are those of its dataclass, a rule's own numbers those of its kind. A key
that nobody knows, or a value of another sort than its field, is refused, so that a
misspelled number cannot go unseen.
"""

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from plait.reference.country_packs import BrokenPack

T = TypeVar("T")
_HOW = "how"


def pack_from(
    table: Mapping[str, Any],
    pack: type[T],
    rule: type[Any],
    kinds: Mapping[str, type[Any]],
    defaults: Mapping[str, Any],
) -> T:
    """Return the pack in a TOML document; raise `BrokenPack` if it cannot be read.

    `kinds` are the classes of `rule.how` by the name that a rule's `kind` has;
    `defaults` what a rule holds where the document says nothing.
    """
    rules = tuple(_rule(one, rule, kinds, defaults) for one in table["rules"])
    above = {name: value for name, value in table.items() if name != "rules"}
    return pack(**{"rules": rules, **_values(pack, above)})


def made_each(kind: type[T], tables: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    """Return a dataclass of each table; raise `BrokenPack` where one does not fit."""
    try:
        return tuple(_made(kind, table) for table in tables)
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(
            "A part of this pack cannot be read",
            value=f"{kind.__name__}: {error}",
            fix="Compare its keys with those of the other countries.",
        ) from error


def _rule(
    table: Mapping[str, Any],
    rule: type[Any],
    kinds: Mapping[str, type[Any]],
    defaults: Mapping[str, Any],
) -> Any:  # noqa: ANN401  # of the class given
    own = {field.name for field in fields(rule)} - {_HOW}
    numbers = {name: table[name] for name in table.keys() - own}
    try:
        values = _values(rule, {name: table[name] for name in table.keys() & own})
        how = _made(kinds[table["kind"]], numbers)
        return rule(how=how, **({**defaults} | values))
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(
            "A rule of this pack cannot be read",
            value=f"{table.get('id', '?')}: {error}",
            fix="Compare its keys with those of its kind.",
        ) from error


def _made(kind: type[Any], table: Mapping[str, Any]) -> Any:  # noqa: ANN401  # of that kind
    return kind(**_values(kind, table))


def _values(kind: type[Any], table: Mapping[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: _as(hints[name], value) for name, value in table.items()}


def _as(hint: Any, value: Any) -> Any:  # noqa: ANN401  # a line for each sort
    """Return a value of the file as the type of its field; refuse another sort."""
    if get_origin(hint) in {Union, types.UnionType}:
        hint = get_args(hint)[0]  # of "X | None": nothing stands in a file for None
    if get_origin(hint) in {tuple, frozenset}:
        return get_origin(hint)(_each(get_args(hint)[0], value))
    if not isinstance(hint, type):
        raise TypeError(f"{hint} cannot be read from a file")
    if issubclass(hint, Enum):
        return hint(value)
    if is_dataclass(hint):
        # A day of the year stands as [month, day].
        return _made(hint, value) if isinstance(value, Mapping) else hint(*value)
    if hint is Decimal and type(value) is int:
        return Decimal(value)
    if hint is float and type(value) is int:
        return value
    if hint in {bool, int, float, str, date, Decimal} and type(value) is not hint:
        raise ValueError(repr(value))
    return value


def _each(hint: Any, values: Iterable[Any]) -> Iterable[Any]:  # noqa: ANN401  # as `_as`
    return (_as(hint, one) for one in values)
