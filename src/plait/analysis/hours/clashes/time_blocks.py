"""What claims a person's time ahead: events of the calendar, and agreed blocks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from plait.analysis.hours.block_times import block_times
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Claims:
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
        """A number that claims of the same role and title share."""
        n_titles = int(self.title.max(initial=0)) + 1
        numbers: Numbers = (self.role + 1) * n_titles + self.title
        return numbers


def events_ahead(portfolio: Portfolio, n_days: int) -> Claims:
    """Return the busy events of so many days that do not take a whole day."""
    events = portfolio.events
    starts, ends = (
        instants.astype("datetime64[s]").astype(np.int64)
        for instants in (events.starts_at, events.ends_at)
    )
    zone = ZoneInfo(portfolio.person.timezone)
    today = datetime.combine(_from(portfolio, n_days), time(), zone)
    first, last = (today.timestamp(), (today + timedelta(days=n_days)).timestamp())
    takes = events.is_busy & ~events.is_all_day & (ends > first) & (starts < last)
    event = np.flatnonzero(takes)
    event = event[np.argsort(starts[event], kind="stable")]
    title = events.title[event].astype(np.int64)
    named = np.array([bool(name.strip()) for name in events.titles], dtype=bool)
    role = events.role[event].astype(np.int64)
    is_named = named[title] if len(named) else np.zeros(len(title), dtype=bool)
    return Claims(starts[event], ends[event], role, title, is_named, event)


def blocks_ahead(portfolio: Portfolio, n_days: int) -> Claims:
    """Return every occurrence of an agreed block in so many days."""
    found = block_times(portfolio, _from(portfolio, n_days), n_days)
    titles = {block: n for n, block in enumerate({one.block for one in found})}
    rows = [(one.starts, one.ends, one.role, titles[one.block]) for one in found]
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    is_named = np.ones(len(table), dtype=bool)
    starts, ends, role, title = table.T
    return Claims(starts, ends, role, title, is_named, np.full(len(table), -1))


def _from(portfolio: Portfolio, n_days: int) -> date:
    """Return the date, so early that the days after it are dates as well."""
    return min(portfolio.on, date.max - timedelta(days=n_days + 2))
