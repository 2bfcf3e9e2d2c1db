"""Past calendar events of a role that no logged hour covers: time to propose.

An event is covered where logged entries of anybody with a clock overlap half of it
or more, or where the role was given as many hours that day without a clock as its
events that day take.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

import numpy as np

from plait.domain.columns import NO_ROLE, Bools, Events, Hours, Ints
from plait.domain.portfolio import Portfolio

LOOKED_BACK = timedelta(weeks=4)
_LONGEST = np.timedelta64(24, "h")
_HALF = 0.5


def unlogged_events(
    portfolio: Portfolio, answered: Collection[int], now: datetime
) -> tuple[int, ...]:
    """Return the events of the last four weeks to propose as time, by index.

    `answered` are the fingerprints of events that the person answered before; `now`
    is an instant in UTC, without a zone.
    """
    candidates = np.flatnonzero(_may_be_time(portfolio.events, now))
    fingerprints = portfolio.events.fingerprint[candidates].tolist()
    places = [
        p
        for p, m in zip(candidates.tolist(), fingerprints, strict=True)
        if m not in answered
    ]
    return tuple(_uncovered(portfolio, places))


def _may_be_time(events: Events, now: datetime) -> Bools:
    end = np.datetime64(now, "s")
    length = events.ends_at - events.starts_at
    chosen: Bools = (
        (events.role != NO_ROLE)
        & events.is_busy
        & ~events.is_all_day
        & (events.ends_at <= end)
        & (events.starts_at >= end - np.timedelta64(LOOKED_BACK))
        & (length > np.timedelta64(0))
        & (length <= _LONGEST)
    )
    return chosen


def _uncovered(portfolio: Portfolio, places: list[int]) -> Iterator[int]:
    """Yield the events no logged time covers; hours without a clock are used up."""
    if not places:
        return
    events, hours = portfolio.events, portfolio.hours
    since = events.on[places].min() - np.timedelta64(1, "D")
    near = np.flatnonzero(hours.on >= since)
    clocked = near[~np.isnat(hours.starts_at[near])]
    left = _without_a_clock(hours, near)
    for place in places:
        seconds = int((events.ends_at[place] - events.starts_at[place]).astype(int))
        if _overlap(hours, clocked, events, place) >= _HALF * seconds:
            continue
        day = (int(events.role[place]), events.on[place])
        if left.get(day, 0) >= seconds:
            left[day] -= seconds
            continue
        yield place


def _without_a_clock(hours: Hours, near: Ints) -> dict[tuple[int, np.datetime64], int]:
    """Return seconds by role and day of the entries that tell no times."""
    entries, roles = hours.served()
    chosen = np.isin(entries, near) & np.isnat(hours.starts_at[entries])
    found: dict[tuple[int, np.datetime64], int] = {}
    for entry, role in zip(
        entries[chosen].tolist(), roles[chosen].tolist(), strict=True
    ):
        day = (role, hours.on[entry])
        found[day] = found.get(day, 0) + int(hours.seconds[entry])
    return found


def _overlap(hours: Hours, clocked: Ints, events: Events, place: int) -> float:
    """Return for how many seconds logged entries overlap the event."""
    starts = np.maximum(hours.starts_at[clocked], events.starts_at[place])
    ends = np.minimum(hours.ends_at[clocked], events.ends_at[place])
    return float(np.maximum((ends - starts).astype(np.int64), 0).sum())
