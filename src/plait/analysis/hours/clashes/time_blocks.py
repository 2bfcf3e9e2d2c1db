"""What takes a person's time ahead: events of the calendar, and agreed blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from plait.analysis.hours.block_times import BlockTime
from plait.domain.columns import Bools, Events
from plait.domain.portfolio import Portfolio

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class TimeBlocks:
    """Stretches of time, each of a role or of none, sorted by their starts.

    In seconds since 1970, UTC. `title` is a number that recurring ones share, and
    `is_named` whether it says anything; `event` is an index, -1 for a block.
    """

    starts: Numbers
    ends: Numbers
    role: Numbers
    title: Numbers
    is_named: Bools
    event: Numbers

    @property
    def series(self) -> Numbers:
        """A number that blocks of the same role and title share."""
        n_titles = int(self.title.max(initial=0)) + 1
        numbers: Numbers = (self.role + 1) * n_titles + self.title
        return numbers


class DaysAhead(NamedTuple):
    """So many days from the first on, where the person lives."""

    first: date
    n_days: int
    zone: ZoneInfo


def days_ahead(portfolio: Portfolio, n_days: int) -> DaysAhead:
    """Return the days from the portfolio's date, so early that all of them are dates."""
    first = min(portfolio.on, date.max - timedelta(days=n_days + 2))
    return DaysAhead(first, n_days, ZoneInfo(portfolio.person.timezone))


def events_ahead(events: Events, days: DaysAhead) -> TimeBlocks:
    """Return the busy events of the days that do not take a whole day."""
    starts, ends = (
        instants.astype("datetime64[s]").astype(np.int64)
        for instants in (events.starts_at, events.ends_at)
    )
    today = datetime.combine(days.first, time(), days.zone)
    first, last = (
        day.timestamp() for day in (today, today + timedelta(days=days.n_days))
    )
    takes = events.is_busy & ~events.is_all_day & (ends > first) & (starts < last)
    event = np.flatnonzero(takes)
    event = event[np.argsort(starts[event], kind="stable")]
    title = events.title[event].astype(np.int64)
    named = np.array([bool(name.strip()) for name in events.titles], dtype=bool)
    role = events.role[event].astype(np.int64)
    is_named = named[title] if len(named) else np.zeros(len(title), dtype=bool)
    return TimeBlocks(starts[event], ends[event], role, title, is_named, event)


def agreed_blocks(times: Sequence[BlockTime]) -> TimeBlocks:
    """Return every occurrence of an agreed block."""
    titles = {block: n for n, block in enumerate({one.block for one in times})}
    rows = [(one.starts, one.ends, one.role, titles[one.block]) for one in times]
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    is_named = np.ones(len(table), dtype=bool)
    starts, ends, role, title = table.T
    return TimeBlocks(starts, ends, role, title, is_named, np.full(len(table), -1))
