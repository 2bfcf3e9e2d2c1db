"""The days that are looked at: whole weeks of local days, and their clock in UTC."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from plait.analysis.working_time.local_time import LocalTime, Seconds, local_time
from plait.analysis.working_time.segments import Segments, Worker
from plait.domain.columns import Bools, Days, Ints
from plait.domain.period import Period, monday_of
from plait.reference.holidays import public_holidays

DAY = 24 * 3600
HOUR = 3600


@dataclass(frozen=True, eq=False)
class Span:
    """Days numbered from a Monday; there are `n_days`, a multiple of seven.

    Days before `n_known` are known, those before `n_elapsed` over; what ends on or
    before `since` is no longer judged. `is_holiday` are the public holidays of the
    country whose law is judged, where it asks for them.
    """

    monday: np.datetime64
    n_days: int
    n_known: int
    n_elapsed: int
    since: int
    local: LocalTime
    is_holiday: Bools

    @cached_property
    def midnights(self) -> Seconds:
        """When each day begins, in UTC, and the days beside the first and the last."""
        return self.clock(0)

    def clock(self, hour: int) -> Seconds:
        """Return when the clock shows the hour, from the day before the first on."""
        return self.instants(np.arange(-1, self.n_days + 2), hour)

    def instants(self, days: Ints, hour: int = 0) -> Seconds:
        """Return when the clock shows the hour on days by number, in UTC."""
        first = int(self.monday.astype("datetime64[s]").astype(np.int64))
        return self.local.utc((first + days * DAY + hour * HOUR).astype(np.int64))

    def number(self, days: Days) -> Ints:
        """Return the numbers of days."""
        return (days - self.monday).astype(np.int64)

    def day_of(self, instants: Seconds) -> Ints:
        """Return the numbers of the local days that instants in UTC lie on."""
        return np.searchsorted(self.midnights, instants, side="right") - 2

    def period(self, first: int, past: int) -> Period:
        """Return the days from number `first` up to but not including `past`."""
        return Period(self._date(first), self._date(past))

    def _date(self, number: int) -> date:
        found: date = (self.monday + np.timedelta64(int(number), "D")).astype(date)
        return found


def span_of(
    segments: Segments,
    worker: Worker,
    *,
    since: date | None,
    on: date,
    over: date | None = None,
    holidays_of: str = "",
) -> Span:
    """Return the weeks from the first segment's to the last's, up to the date.

    Days after the last week with any segment are not known: a tracker that stopped
    does not mean rest. What ends on the first day of `since` or earlier is not judged.
    `over` is the last day that has passed, if not `on`. `holidays_of` is the country
    whose public holidays are wanted, by two letters.
    """
    first = monday_of(_day(segments.day.min()))
    last = monday_of(_last_day(segments, worker))
    n_days = (last - first).days + 7
    local = local_time(worker.timezone, first.year, last.year)
    n_known = min((on - first).days + 1, n_days)
    judged = 0 if since is None else max(0, (since - first).days)
    n_elapsed = min(((over or on) - first).days + 1, n_known)
    free = _holidays(worker, holidays_of, first, n_days)
    return Span(
        np.datetime64(first, "D"), n_days, n_known, n_elapsed, judged, local, free
    )


def _holidays(worker: Worker, country: str, first: date, n_days: int) -> Bools:
    """Return the days that are public holidays, of the worker's region if it is there."""
    free = np.zeros(n_days, dtype=bool)
    if not country:
        return free
    region = worker.region if worker.country.strip().upper() == country else ""
    last = first + timedelta(days=n_days - 1)
    for day in public_holidays(country, region, first, last):
        free[(day - first).days] = True
    return free


def _last_day(segments: Segments, worker: Worker) -> date:
    """Return the local day on which the last segment ends."""
    last = _day(segments.day.max())
    ends = segments.ends_at[~np.isnat(segments.ends_at)]
    if not len(ends):
        return last
    # An end at midnight belongs to the day that ends.
    end = ends.max().astype("datetime64[s]").astype(np.int64) - 1
    year = last.year
    local_end = local_time(worker.timezone, year, year + 1).local(np.array([end]))
    return max(last, _day(local_end.astype("datetime64[s]")[0].astype("datetime64[D]")))


def _day(day: np.datetime64) -> date:
    found: date = day.astype(date)
    return found
