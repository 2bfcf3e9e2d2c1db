"""The figures of a finding, unrounded, each under its name."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | tuple[str | int | float, ...] | None


@dataclass(frozen=True, slots=True)
class Number:
    """One figure; days are written as 2026-11-21, exact amounts as text."""

    name: str
    value: Value


def numbers(**values: Value | date | Decimal) -> tuple[Number, ...]:
    """Return figures in the order given.

    >>> numbers(over=5.0, since=date(2026, 6, 1))[1]
    Number(name='since', value='2026-06-01')
    """
    return tuple(Number(name, _plain(value)) for name, value in values.items())


def _plain(value: Value | date | Decimal) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.value if isinstance(value, Enum) else value
