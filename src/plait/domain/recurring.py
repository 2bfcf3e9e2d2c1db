"""What comes again and again by hand: a rent each month, a standing board meeting.

Its days are worked out when they are read, up to a day and never beyond; nothing is
stored of them but the rule and the days on which it was otherwise.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plait.domain.money import Money

MOST_EVERY = 60
# Three hours a day for twenty-five years; a rule of more is a slip.
_MOST_DAYS = 10_000
_WEEK = 7


class Rhythm(StrEnum):
    """Every so many weeks; or months, on their day or on their weekday.

    `WEEKDAYS` is the first, second, third, fourth or last such weekday of the month, as
    the first day is.
    """

    WEEKS = "weeks"
    MONTHS = "months"
    WEEKDAYS = "weekdays"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When something comes: from its first day, every so many, until before `ends_on`.

    On `except_on` it was skipped, or stands as a record of its own.
    """

    starts_on: date
    rhythm: Rhythm
    every: int = 1
    ends_on: date | None = None
    except_on: tuple[date, ...] = ()

    def until(self, on: date) -> tuple[date, ...]:
        """Return its days up to a day, that one included.

        >>> Recurrence(date(2026, 1, 31), Rhythm.MONTHS).until(date(2026, 3, 30))
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28))
        """
        left_out = frozenset(self.except_on)
        return tuple(day for day in self._all(on) if day not in left_out)

    def _all(self, on: date) -> Iterator[date]:
        for number in range(_MOST_DAYS):
            day = self._day(number * self.every)
            if day is None or day > on:
                return
            yield day

    def has(self, day: date) -> bool:
        """Return whether it comes on a day."""
        return day in self.until(day)

    def after(self, on: date) -> date | None:
        """Return the next day after a day, None where there is none any more."""
        for number in range(_MOST_DAYS):
            day = self._day(number * self.every)
            if day is None:
                return None
            if day > on and day not in self.except_on:
                return day
        return None

    def _day(self, steps: int) -> date | None:
        """Return a day so many steps on, None once it no longer comes."""
        try:
            day = self._after(steps)
        except (ValueError, OverflowError):  # calendars end with the year 9999
            return None
        return None if self.ends_on is not None and day >= self.ends_on else day

    def _after(self, steps: int) -> date:
        first = self.starts_on
        if self.rhythm is Rhythm.WEEKS:
            return first + timedelta(weeks=steps)
        months = first.year * 12 + first.month - 1 + steps
        year, month = months // 12, months % 12 + 1
        length = monthrange(year, month)[1]
        if self.rhythm is Rhythm.MONTHS:
            return date(year, month, min(first.day, length))
        return _weekday_of(year, month, length, first)


def _weekday_of(year: int, month: int, length: int, first: date) -> date:
    """Return the same weekday of a month as the first day was of its own."""
    nth = (first.day - 1) // _WEEK + 1
    begin = date(year, month, 1)
    day = 1 + (first.weekday() - begin.weekday()) % _WEEK + (nth - 1) * _WEEK
    if day > length:  # the fifth one is the last one
        day -= _WEEK
    return date(year, month, day)


@dataclass(frozen=True, slots=True)
class HeldRecurring:
    """What recurs as the book holds it."""

    id: int
    when: Recurrence
    amount: Money | None
    seconds: int | None
    title: str
    role: str
    role_name: str
    colour: int
