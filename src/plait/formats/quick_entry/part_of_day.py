"""How much of a day somebody is away, as people write it: 4, 3.5 h, half, 13:00-17:00."""

import re
from decimal import Decimal

from plait.domain.errors import BadValue
from plait.domain.week_clock import CLOCK, clock_of, stretch_of

_TO = re.compile(r"\s*(?:-|–|\bto\b|\btot\b)\s*")
_UNIT = re.compile(r"\s*(?:h|u|hours?|uur)$")


def part_of_day(text: str) -> Decimal:
    """Return the hours; raise `BadValue` for what is no part of a day.

    >>> part_of_day("3,5"), part_of_day("13:00-17:00"), part_of_day("9-12.30 ")
    (Decimal('3.5'), Decimal('4'), Decimal('3.5'))
    """
    plain = text.strip().casefold()
    ends = _TO.split(plain)
    hours = _between(*ends) if len(ends) == 2 else _number(_UNIT.sub("", plain))
    if hours is None or not 0 < hours <= 24:
        raise BadValue(
            "These are not hours of a day",
            value=text,
            fix="Write 4 or 3.5, or from when to when: 13:00-17:00.",
        )
    return hours


def _between(first: str, last: str) -> Decimal | None:
    found = [re.fullmatch(CLOCK, one, re.IGNORECASE) for one in (first, last)]
    clocks = [clock_of(one) for one in found if one]
    if len(clocks) != 2 or not all(one.is_possible for one in clocks):
        return None
    start, end = stretch_of(*clocks)
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return Decimal(minutes) / 60


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.replace(",", "."))
    except ArithmeticError:
        return None
    return found if found.is_finite() else None
