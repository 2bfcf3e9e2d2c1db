"""What a line that somebody typed says: time given, money, or days away."""

from datetime import date, time
from typing import NamedTuple

from plait.domain.availability import AbsenceKind
from plait.domain.money import Money
from plait.domain.period import Period


class TypedTime(NamedTuple):
    """What a line says; of several `roles` the first is the one it is booked on.

    `starts` and `ends` are local times, None where only a length was given; an end
    at or before its start is of the next day.
    """

    roles: tuple[str, ...]
    on: date
    seconds: int
    starts: time | None
    ends: time | None
    description: str
    is_on_call: bool = False


class TypedMoney(NamedTuple):
    """Money that a line says; what went out is below zero.

    `role` is a role's key, "" where none is named, and `is_private` where the line
    says so. `has_day` and `has_currency` are False where today and the person's own
    were taken for granted.
    """

    amount: Money
    on: date
    role: str
    payer: str
    what: str
    is_private: bool
    has_day: bool
    has_currency: bool


class TypedLeave(NamedTuple):
    """Days away that a line says, from one role or from all ("").

    `seconds` is how much of each day is off, None for whole days. `has_day` is False
    where today was taken for granted.
    """

    kind: AbsenceKind
    period: Period
    role: str
    seconds: int | None
    note: str
    has_day: bool


TypedLine = TypedTime | TypedMoney | TypedLeave
