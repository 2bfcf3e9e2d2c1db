"""Periods of days: half-open, `[start, end)`, open at the end if it never ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to but not including `end` (None: no end)."""

    start: date
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlap_days(self, other: Self) -> int:
        """Return how many days both periods hold; one of them must end."""
        ends = [p.end for p in (self, other) if p.end is not None]
        return max(0, (min(ends) - max(self.start, other.start)).days)


def monday_of(day: date) -> date:
    """Return the Monday that starts the day's week."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def add_months(first: date, months: int) -> date:
    """Return the first of the month that many months later; `first` is a 1st."""
    total = first.year * 12 + first.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)
