"""Makes an income model of plain values, as a file holds them.

Each value is looked at by the type of its field, so that the page of fields, the
dataclasses and what is accepted cannot come apart. A field that nobody knows is
refused: a misspelled number would otherwise be left out unseen.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar, cast

from plait.analysis.income.model import (
    CauseModel,
    Hazard,
    Impossible,
    IncomeModel,
    StreamModel,
)
from plait.domain.errors import PlaitError
from plait.domain.money import is_currency

Values = Mapping[str, Any]
Made = TypeVar("Made")

_HAZARDS = ({"chance"}, {"chance", "years"}, {"a", "b"}, {"monthly"})


class WrongModel(PlaitError):
    """A field of a model is missing, unknown, or of the wrong kind."""


def model_from_values(values: Values) -> IncomeModel:
    """Return the model of plain values; raise `WrongModel` or `Impossible`.

    >>> model_from_values({"streams": [{"name": "Practice", "monthly": 2950}]}).usual
    2950.0
    """
    return made(IncomeModel, {"currency": "EUR", "streams": []} | dict(values), "model")


def stream_from_values(values: Values, section: str = "streams") -> StreamModel:
    """Return the stream of a table; `section` is named where it is wrong."""
    return made(StreamModel, values, _whose(section, values))


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields of a kind of model, as a file holds them."""
    return tuple(field.name for field in fields(kind))


def made(kind: type[Made], values: Values, whose: str) -> Made:
    """Return a dataclass of values; `whose` is named where one is wrong."""
    known = {field.name: field for field in fields(cast("Any", kind))}
    for name in values:
        if name not in known:
            raise WrongModel(
                "Nothing of a model has this name",
                value=f"{whose}, {name}",
                fix="See docs/reference/income-model.md for the names there are.",
            )
    for name, field in known.items():
        if name not in values and field.default is MISSING:
            raise WrongModel(
                "This field is required",
                value=f"{whose}, {name}",
                fix="Add a line with its name and its value.",
            )
    read = {
        name: _READERS[str(known[name].type)](value, f"{whose}, {name}")
        for name, value in values.items()
    }
    return kind(**read)


def _whose(section: str, values: Values) -> str:
    return f"{section} {values.get('name', '?')}"


def _number(value: object, where: str) -> float:
    # In Python true is a number as well; in a file it is a mistake.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong("a number", value, where)
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _yes_or_no(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong("yes or no", value, where)
    return value


def _numbers(value: object, where: str) -> tuple[float, ...]:
    if not isinstance(value, list | tuple):
        raise _wrong("a list of numbers", value, where)
    return tuple(_number(one, where) for one in value)


def _number_or_none(value: object, where: str) -> float | None:
    # TOML has no word for None.
    return None if value == "never" else _number(value, where)


def _whole(value: object, where: str) -> int:
    number = _number(value, where)
    if not number.is_integer():
        raise _wrong("a whole number", value, where)
    return int(number)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong("a text", value, where)
    if where == "model, currency" and not is_currency(value):
        raise _wrong("a currency such as EUR", value, where)
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise _wrong("a list of names", value, where)
    return tuple(_text(one, where) for one in value)


def _hazard(value: object, where: str) -> Hazard:
    """Return the hazard of a number or a table."""
    if isinstance(value, Mapping) and set(value) not in _HAZARDS:
        raise _wrong("a chance, or a table of chance and years", dict(value), where)
    try:
        if isinstance(value, Mapping):
            return _hazard_of(value, where)
        return Hazard(_number(value, where))
    except Impossible as wrong:
        raise Impossible(
            wrong.what, value=f"{where}: {wrong.value}", fix=wrong.fix
        ) from None


def _hazard_of(table: Values, where: str) -> Hazard:
    values = {name: _number(one, f"{where}.{name}") for name, one in table.items()}
    if "monthly" in values:
        return Hazard.monthly(values["monthly"])
    if "chance" in values:
        return Hazard.believed(values["chance"], values.get("years", math.inf))
    return Hazard(values["a"], values["b"])


def _streams(value: object, where: str) -> tuple[StreamModel, ...]:
    return tuple(stream_from_values(one) for one in _tables(value, where))


def _causes(value: object, where: str) -> tuple[CauseModel, ...]:
    return tuple(
        made(CauseModel, one, _whose("causes", one)) for one in _tables(value, where)
    )


def _tables(value: object, where: str) -> list[Values]:
    if not isinstance(value, list | tuple):
        raise _wrong("a list of tables", value, where)
    for one in value:
        if not isinstance(one, Mapping):
            raise _wrong("a table", one, where)
    return list(value)


def _wrong(kind: str, value: object, where: str) -> WrongModel:
    return WrongModel(
        "This is of another kind than it has to be",
        value=f"{where}: {value!r}",
        fix=_FIXES[kind],
    )


_FIXES = {
    "a number": "Write a number without quotes, such as 0.12.",
    "a whole number": "Write a whole number, such as 3.",
    "a text": "Write a text in quotes.",
    "a currency such as EUR": "Write the ISO code of a currency, such as EUR.",
    "yes or no": "Write true or false, without quotes.",
    "a list of numbers": "Write a list of numbers, such as [8, 16].",
    "a list of names": 'Write a list of names, such as ["ministry"].',
    "a chance, or a table of chance and years": (
        "Write a chance a year such as 0.12, or { chance = 0.12, years = 4 },"
        " { a = 1, b = 7 } or { monthly = 0.011 }."
    ),
    "a list of tables": "Begin each with double brackets, such as [[streams]].",
    "a table": "Begin each with double brackets, such as [[streams]].",
}

_READERS: dict[str, Callable[[object, str], Any]] = {
    repr(float): _number,
    repr(int): _whole,
    repr(str): _text,
    repr(bool): _yes_or_no,
    str(tuple[float, ...]): _numbers,
    str(int | None): _whole,
    str(float | None): _number_or_none,
    str(tuple[str, ...]): _texts,
    repr(Hazard): _hazard,
    str(tuple[StreamModel, ...]): _streams,
    str(tuple[CauseModel, ...]): _causes,
}
