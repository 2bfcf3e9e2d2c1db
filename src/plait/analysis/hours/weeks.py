"""Hours given per week and role, as a matrix."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.columns import Ints
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio

_WEEK = np.timedelta64(7, "D")
# 1970-01-01 was a Thursday; the Monday before it starts week number 0.
_FIRST_MONDAY = np.datetime64("1969-12-29")


@dataclass(frozen=True, eq=False)
class Weeks:
    """Hours per full week (Monday to Sunday), oldest first.

    `by_role` is weeks x roles in hours: an entry that serves two roles counts for
    both. `load` is hours per week over everything, where it counts once, and open
    hours count as well. `first_of_role` is each role's first week with hours, as an
    index, -1 for none.
    """

    mondays: NDArray[np.datetime64]
    by_role: Floats
    load: Floats
    first_of_role: Ints

    def __len__(self) -> int:
        return len(self.mondays)


def weeks_of(portfolio: Portfolio) -> Weeks:
    """Return the hours of every full week from the first entry to the last.

    The last week is the one before the date's own, or the last that any hours were
    logged in, whichever is earlier: a tracker that stopped is not a week of rest.
    """
    hours = portfolio.hours
    n_roles = len(portfolio.roles)
    n_weeks, first = _span(portfolio)
    week = _number(hours.on) - first
    kept = (week < n_weeks) & (hours.standing != 2)
    worked = hours.seconds / 3600
    load = np.bincount(week[kept], worked[kept], n_weeks).astype(np.float64)
    by_role = np.zeros((n_weeks, n_roles))
    for role in range(n_roles):
        days, seconds = hours.of_role(role)
        of_role = _number(days) - first
        inside = of_role < n_weeks
        by_role[:, role] = np.bincount(
            of_role[inside], seconds[inside] / 3600, minlength=n_weeks
        )
    mondays = _FIRST_MONDAY + (first + np.arange(n_weeks)) * _WEEK
    return Weeks(mondays, by_role, load, _first_weeks(by_role))


def _span(portfolio: Portfolio) -> tuple[int, int]:
    """Return how many full weeks there are, and the number of the first."""
    on = portfolio.hours.on
    if not len(on):
        return 0, 0
    numbers = _number(on)
    this_week = _number(np.array([_day(portfolio.on)]))[0]
    first = int(numbers.min())
    return max(0, int(min(this_week, numbers.max() + 1)) - first), first


def _number(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    return (days - _FIRST_MONDAY).astype(np.int64) // 7


def _day(on: date) -> np.datetime64:
    return np.datetime64(on, "D")


def _first_weeks(by_role: Floats) -> Ints:
    any_hours = by_role > 0
    if not len(by_role):
        return np.full(by_role.shape[1], -1)
    return np.where(any_hours.any(axis=0), any_hours.argmax(axis=0), -1)


def days_of_week(portfolio: Portfolio, day: date) -> Floats:
    """Return hours per day of the day's week and role: 7 x roles, Monday first."""
    monday = monday_of(day)
    table = np.zeros((7, len(portfolio.roles)))
    for role in range(len(portfolio.roles)):
        days, seconds = portfolio.hours.of_role(role)
        offset = (days - np.datetime64(monday, "D")).astype(np.int64)
        inside = (offset >= 0) & (offset < 7)
        table[:, role] = np.bincount(
            offset[inside], seconds[inside] / 3600, minlength=7
        )
    return table


def last_day(weeks: Weeks) -> date | None:
    """Return the Sunday that the last full week ends on."""
    if not len(weeks):
        return None
    monday: date = weeks.mondays[-1].astype(date)
    return monday + timedelta(days=6)
