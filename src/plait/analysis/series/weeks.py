"""Hours given per week and role, as a matrix.

Only full weeks count, Monday to Sunday. The last one is the week before the date's
own, and no later than the hours reach: a tracker that stopped is not a week of
rest. A week is complete once hours are logged on its Friday or later, or in any
week after it. Private hours are left out; open ones count as load, and apart. The load
fills the clock once, see `one_clock`; a role's own hours are all of its entries'.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.series.known import hours_known_until
from plait.analysis.series.one_clock import load_seconds
from plait.domain.columns import Bools, Hours, Ints
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus

_WEEK = np.timedelta64(7, "D")
# Friday and three days are Monday: from Friday on, a week is complete.
_COMPLETE = np.timedelta64(3, "D")
# Weeks after which a tracker without hours was given up.
_GIVEN_UP = 10
# 1970-01-01 was a Thursday; the Monday before it starts week number 0.
_FIRST_MONDAY = np.datetime64("1969-12-29")


@dataclass(frozen=True, eq=False)
class Weeks:
    """Hours per full week, oldest first.

    `by_role` is weeks x roles in hours: an entry that serves two roles counts for
    both. `load` is hours per week over everything, where it counts once, as do entries
    that overlap; `open` is the part of the load that has no role yet. `first_of_role` is
    each role's first week with hours, as an index, -1 for none. `known_of_role` is how
    many of the weeks are known for each role: a tracker that was exported until the
    15th makes the weeks after it no empty ones. `is_known` are the weeks in which no
    role lacks that was being logged.
    """

    mondays: NDArray[np.datetime64]
    by_role: Floats
    load: Floats
    open: Floats
    first_of_role: Ints
    known_of_role: Ints
    is_known: Bools

    def __len__(self) -> int:
        return len(self.mondays)

    def lately(self, role: int, n_weeks: int) -> slice:
        """Return where the last weeks known of a role are, at most so many."""
        end = int(self.known_of_role[role])
        return slice(max(0, end - n_weeks), end)

    def until_known(self) -> Self:
        """Return the weeks up to the last one of which no role lacks."""
        known = np.flatnonzero(self.is_known)
        end = int(known[-1]) + 1 if len(known) else 0
        if end == len(self):
            return self
        return replace(
            self,
            mondays=self.mondays[:end],
            by_role=self.by_role[:end],
            load=self.load[:end],
            open=self.open[:end],
            first_of_role=np.where(self.first_of_role < end, self.first_of_role, -1),
            known_of_role=np.minimum(self.known_of_role, end),
            is_known=self.is_known[:end],
        )


@dataclass(frozen=True, eq=False)
class _Given:
    """Hours per slot of time: by role (slots x roles), altogether, without a role."""

    by_role: Floats
    load: Floats
    open: Floats


def weeks_of(portfolio: Portfolio) -> Weeks:
    """Return the hours of every full week from the first entry to the last."""
    first, n_weeks = _span(portfolio)
    week = _number(portfolio.hours.on) - first
    given = _given(portfolio.hours, len(portfolio.roles), week, n_weeks)
    mondays = _FIRST_MONDAY + (first + np.arange(n_weeks)) * _WEEK
    firsts = _first_weeks(given.by_role)
    known = _known_weeks(portfolio, first, n_weeks)
    return Weeks(
        mondays,
        given.by_role,
        given.load,
        given.open,
        firsts,
        known,
        _all_known(given.by_role, known),
    )


def days_of_week(portfolio: Portfolio, day: date) -> Floats:
    """Return hours per day of the day's week and role: 7 x roles, Monday first."""
    return _given_in_week(portfolio, day).by_role


def open_days_of_week(portfolio: Portfolio, day: date) -> Floats:
    """Return hours per day of the day's week that have no role yet, Monday first."""
    return _given_in_week(portfolio, day).open


def load_of_week(portfolio: Portfolio, day: date) -> Floats:
    """Return hours per day of the day's week, shared ones counted once."""
    return _given_in_week(portfolio, day).load


def _given_in_week(portfolio: Portfolio, day: date) -> _Given:
    monday = np.datetime64(monday_of(day), "D")
    slot = (portfolio.hours.on - monday).astype(np.int64)
    return _given(portfolio.hours, len(portfolio.roles), slot, 7)


def _given(hours: Hours, n_roles: int, slot: NDArray[np.int64], n_slots: int) -> _Given:
    """Return the hours of each slot; `slot` has one number for each entry."""
    worked = hours.seconds / 3600
    counts = (slot >= 0) & (slot < n_slots) & (hours.status != RecordStatus.PRIVATE)
    is_open = counts & (hours.status == RecordStatus.OPEN)
    entry, role = hours.served()
    entry, role = entry[counts[entry]], role[counts[entry]]
    load = load_seconds(hours) / 3600
    cells = np.bincount(slot[entry] * n_roles + role, worked[entry], n_slots * n_roles)
    return _Given(
        by_role=cells.astype(np.float64).reshape(n_slots, n_roles),
        load=_sums(slot[counts], load[counts], n_slots),
        open=_sums(slot[is_open], load[is_open], n_slots),
    )


def _sums(slot: NDArray[np.int64], worked: Floats, n_slots: int) -> Floats:
    return np.bincount(slot, worked, n_slots).astype(np.float64)


def _span(portfolio: Portfolio) -> tuple[int, int]:
    """Return the number of the first week and how many full weeks there are.

    Private hours do not begin the weeks, but they show that the tracker runs.
    """
    hours = portfolio.hours
    counted = hours.on[hours.status != RecordStatus.PRIVATE]
    if not len(counted):
        return 0, 0
    today = np.datetime64(portfolio.on, "D")
    ends = [today, hours.on.max() + _COMPLETE]
    first, *ends_of_data = _number(np.array([counted.min(), *ends])).tolist()
    return first, max(0, min(ends_of_data) - first)


def _known_weeks(portfolio: Portfolio, first: int, n_weeks: int) -> Ints:
    """Return how many of the weeks are known for each role; all of one that is over."""
    found = np.full(len(portfolio.roles), n_weeks)
    for role, _ in portfolio.roles_held():
        until = hours_known_until(portfolio, role)
        if until is not None:
            end = np.array([np.datetime64(until, "D") + _COMPLETE])
            found[role] = min(n_weeks, max(0, int(_number(end)[0]) - first))
    return found


def _all_known(by_role: Floats, known: Ints) -> Bools:
    """Return the weeks in which no role is unknown that had hours shortly before.

    A tracker that stopped longer ago was given up: it does not hold up the others.
    """
    week = np.arange(len(by_role))
    is_known = np.ones(len(by_role), dtype=np.bool_)
    for role, end in enumerate(known.tolist()):
        if by_role[max(0, end - _GIVEN_UP) : end, role].any():
            is_known &= (week < end) | (week >= end + _GIVEN_UP)
    return is_known


def _number(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    return (days - _FIRST_MONDAY).astype(np.int64) // 7


def _first_weeks(by_role: Floats) -> Ints:
    any_hours = by_role > 0
    if not len(by_role):
        return np.full(by_role.shape[1], -1)
    return np.where(any_hours.any(axis=0), any_hours.argmax(axis=0), -1)
