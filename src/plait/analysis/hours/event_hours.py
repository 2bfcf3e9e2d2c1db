"""Hours that the calendar holds for each role and week.

A series whose occurrences reach past the weeks looked at is complete: a week
without it is known to be without it. Of a single event only its being there is
known, since the calendar of a far week may still fill. Events that take a whole day
count no hours (leave, a birthday and a course look alike), and one that spans days
counts at most eight hours for each.
"""

from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import NO_ROLE, Bools, Days, Events, Ints
from plait.domain.records import RecordStatus

_DAY = 24.0
_MOST_A_DAY = 8.0


class EventHours(NamedTuple):
    """Hours of events, weeks x roles: of complete series, and of other events."""

    series: Floats
    single: Floats


def event_hours(events: Events, n_roles: int, mondays: Days) -> EventHours:
    """Return the events' hours in each of the successive weeks."""
    week = ((events.on - mondays[0]).astype(np.int64)) // 7
    counts = takes_time(events) & (events.role != NO_ROLE)
    counts &= (week >= 0) & (week < len(mondays))
    reaches = _reaches_past(events, mondays[-1] + np.timedelta64(7, "D"))
    shape = len(mondays), n_roles
    return EventHours(
        series=_sums(events, week, counts & reaches, shape),
        single=_sums(events, week, counts & ~reaches, shape),
    )


def takes_time(events: Events) -> Bools:
    """Return which events are work that takes time: busy, timed, not private."""
    found: Bools = events.is_busy & ~events.is_all_day
    found &= events.status != RecordStatus.PRIVATE
    return found


def _reaches_past(events: Events, day: np.datetime64) -> Bools:
    """Return whether each event's series (role and title) goes on after the day."""
    n_titles = max(1, len(events.titles))
    series = (events.role.astype(np.int64) + 1) * n_titles + events.title
    goes_on = np.zeros(int(series.max(initial=0)) + 1, dtype=bool)
    goes_on[series[events.on >= day]] = True
    found: Bools = goes_on[series]
    return found


def _sums(events: Events, week: Ints, chosen: Bools, shape: tuple[int, int]) -> Floats:
    durations = events.ends_at[chosen] - events.starts_at[chosen]
    hours = durations / np.timedelta64(1, "h")
    hours = np.where(hours > _DAY, np.ceil(hours / _DAY) * _MOST_A_DAY, hours)
    cell = week[chosen] * shape[1] + events.role[chosen]
    sums = np.bincount(cell, hours, shape[0] * shape[1])
    return sums.astype(np.float64).reshape(shape)
