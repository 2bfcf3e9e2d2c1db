"""Events and agreed blocks of different roles that cannot both be kept.

Two events clash when they overlap, or when their places differ and less time lies
between them than it usually takes to travel. Events that take no time, or a whole
day, clash with nothing: a birthday is no appointment. Two of one role are that role's
own affair, and two of no role are private. One of a role against one of none (a
dentist during a board meeting) is found by overlap alone.

An event of a role during leave from it is found too, and agreed blocks that overlap.
What recurs, the same roles and titles, is given once with how often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import numpy as np

from plait.analysis.hours.block_times import block_times
from plait.analysis.hours.clashes.locations import needs_journey
from plait.analysis.hours.clashes.overlaps import Pairs, pairs_within
from plait.analysis.hours.clashes.time_blocks import (
    Numbers,
    TimeBlocks,
    agreed_blocks,
    days_ahead,
    events_ahead,
)
from plait.domain.availability import Absence
from plait.domain.columns import NO_ROLE, Bools, Days, Events
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio

DAYS_AHEAD = 84


class ClashKind(StrEnum):
    """Why two things cannot both be kept."""

    OVERLAP = "overlap"
    OUTSIDE = "overlaps an event of no role"
    TRAVEL = "no time to travel"
    LEAVE = "during leave"
    BLOCKS = "blocks overlap"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two things at once; of recurring ones the first, and how often in all.

    `events` index the portfolio's events (none for blocks, one during leave), `roles`
    its roles, `NO_ROLE` for none. From `starts_at` to `ends_at` (UTC) both claim the
    time; with no time to travel they are the end of one and the start of the next.
    `minutes` is how long they overlap, or how many are missing to travel; `last_at` is
    the start of the last.
    """

    kind: ClashKind
    starts_at: datetime
    ends_at: datetime
    minutes: float
    roles: tuple[int, ...]
    events: tuple[int, ...]
    count: int
    last_at: datetime


@dataclass(frozen=True, eq=False)
class _Found:
    """Clashes of one kind: pairs of blocks, from when to when, how many seconds."""

    kind: ClashKind
    pairs: Pairs
    starts: Numbers
    ends: Numbers
    seconds: Numbers


def clashes(portfolio: Portfolio, n_days: int = DAYS_AHEAD) -> tuple[Clash, ...]:
    """Return what clashes from the portfolio's date on, in order of time."""
    days = days_ahead(portfolio, n_days)
    events = events_ahead(portfolio.events, days)
    blocks = agreed_blocks(block_times(portfolio, days.first, n_days))
    travel = portfolio.person.travel_minutes * 60
    near = pairs_within(events, travel)
    found = (
        *_each(events, _overlap(events, near, with_none=False)),
        *_each(events, _overlap(events, near, with_none=True)),
        *_each(events, _without_travel(events, near, portfolio.events, travel)),
        *_each(events, _in_leave(events, portfolio.events.on, portfolio.absences)),
        *_each(blocks, _overlap_of_blocks(blocks)),
    )
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.kind, one.roles)))


def _overlap(blocks: TimeBlocks, near: Pairs, *, with_none: bool) -> _Found:
    """Return overlaps of two roles, or of a role and none.

    The same title at the same time is one event that serves both.
    """
    first, second = near
    is_outside = (blocks.role[first] == NO_ROLE) | (blocks.role[second] == NO_ROLE)
    # Private events are kept without a title, and two of them need not be one.
    is_one = (blocks.title[first] == blocks.title[second]) & blocks.is_named[first]
    is_one &= blocks.starts[first] == blocks.starts[second]
    is_one &= blocks.ends[first] == blocks.ends[second]
    kind = ClashKind.OUTSIDE if with_none else ClashKind.OVERLAP
    chosen = (is_outside == with_none) & ~is_one
    return _shared(kind, blocks, Pairs(first[chosen], second[chosen]))


def _overlap_of_blocks(blocks: TimeBlocks) -> _Found:
    return _shared(ClashKind.BLOCKS, blocks, pairs_within(blocks, 0))


def _shared(kind: ClashKind, blocks: TimeBlocks, pairs: Pairs) -> _Found:
    starts = blocks.starts[pairs.second]
    ends = np.minimum(blocks.ends[pairs.first], blocks.ends[pairs.second])
    some = ends > starts
    chosen = Pairs(pairs.first[some], pairs.second[some])
    return _Found(kind, chosen, starts[some], ends[some], (ends - starts)[some])


def _without_travel(
    blocks: TimeBlocks, near: Pairs, events: Events, travel: int
) -> _Found:
    first, second = near
    apart = blocks.starts[second] >= blocks.ends[first]
    apart &= (blocks.role[first] != NO_ROLE) & (blocks.role[second] != NO_ROLE)
    first, second = first[apart], second[apart]
    far = _is_far(events, blocks.event[first], blocks.event[second])
    pairs = Pairs(first[far], second[far])
    starts, ends = blocks.ends[pairs.first], blocks.starts[pairs.second]
    missing = travel - (ends - starts)
    return _Found(ClashKind.TRAVEL, pairs, starts, ends, missing)


def _is_far(events: Events, first: Numbers, second: Numbers) -> Bools:
    """Return whether a journey lies between each two events; each two places once."""
    names = events.places
    n_places = max(1, len(names))
    both = events.place[first].astype(np.int64) * n_places + events.place[second]
    each, which = np.unique(both, return_inverse=True)
    two = (divmod(one, n_places) for one in each.tolist())
    far = [needs_journey(names[here], names[there]) for here, there in two]
    found: Bools = np.array(far, dtype=bool)[which.reshape(-1)]
    return found


def _in_leave(blocks: TimeBlocks, on: Days, absences: Sequence[Absence]) -> _Found:
    """Return events during leave; `on` is the day of each event."""
    begins = on[blocks.event]
    # Less a second, so that what ends at midnight does not reach into the next day.
    seconds = np.maximum(blocks.ends - blocks.starts - 1, 0)
    ends = begins + seconds.astype("timedelta64[s]").astype("timedelta64[D]")
    away = np.zeros(len(begins), dtype=bool)
    for absence in absences:
        if absence.hours is not None:
            continue  # of part of a day nobody knows which part
        of_role = blocks.role == absence.role if absence.role is not None else True
        touches = _reaches_into(absence.period, begins, ends)
        away |= touches & of_role & (blocks.role != NO_ROLE)
    chosen = np.flatnonzero(away)
    starts, until = blocks.starts[chosen], blocks.ends[chosen]
    alone = Pairs(chosen, chosen)
    return _Found(ClashKind.LEAVE, alone, starts, until, until - starts)


def _reaches_into(period: Period, begins: Days, ends: Days) -> Bools:
    """Return which stretches of days, both ends included, have one in the period."""
    touches: Bools = ends >= np.datetime64(period.start, "D")
    if period.end is not None:
        touches &= begins < np.datetime64(period.end, "D")
    return touches


def _each(blocks: TimeBlocks, found: _Found) -> list[Clash]:
    """Put together what recurs, of the same two roles and titles; return the first."""
    order = np.argsort(found.starts, kind="stable")
    first, second = found.pairs.first[order], found.pairs.second[order]
    ours, theirs = blocks.series[first], blocks.series[second]
    n_series = int(blocks.series.max(initial=0)) + 1
    both = np.minimum(ours, theirs) * n_series + np.maximum(ours, theirs)
    _, at, n = np.unique(both, return_index=True, return_counts=True)
    last = len(both) - 1 - np.unique(both[::-1], return_index=True)[1]
    values = (
        _instants(found.starts[order[at]]),
        _instants(found.ends[order[at]]),
        (found.seconds[order[at]] / 60).tolist(),
        _two(blocks.role, first[at], second[at]),
        _two(blocks.event, first[at], second[at]),
        n.tolist(),
        _instants(found.starts[order[last]]),
    )
    return [Clash(found.kind, *one) for one in zip(*values, strict=True)]


def _two(values: Numbers, first: Numbers, second: Numbers) -> list[tuple[int, ...]]:
    """Return the values of both, of what stands alone only once, of blocks none."""
    if (values[first] < 0).all() and (values[second] < 0).all():
        return [()] * len(first)
    pairs = zip(values[first].tolist(), values[second].tolist(), strict=True)
    alone = (first == second).tolist()
    return [two[:1] if one else two for two, one in zip(pairs, alone, strict=True)]


def _instants(seconds: Numbers) -> list[datetime]:
    return [datetime.fromtimestamp(second, UTC) for second in seconds.tolist()]
