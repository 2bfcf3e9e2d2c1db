"""What is counted in weeks from Monday to Sunday: days of work, and overtime."""

import numpy as np

from plait.analysis.working_time.readings import Because, Readings, nothing, readings
from plait.analysis.working_time.work import Work
from plait.reference.working_time.kinds import MostDays, Overtime

_WEEK = 7


def most_days(how: MostDays, work: Work) -> Readings:
    """Return the days of every week on which work began."""
    n = work.begins.reshape(-1, _WEEK).sum(axis=1).astype(np.float64)
    starts = np.flatnonzero(n) * _WEEK
    return readings(starts, starts + _WEEK, n[n > 0], how.limit)


def overtime(how: Overtime, work: Work) -> Readings:
    """Return the overtime of every calendar year; a week is of the year it ends in."""
    beyond = np.maximum(work.hours.reshape(-1, _WEEK).sum(axis=1) - how.above, 0)
    if not beyond.any():
        return nothing(Because.NOT_ARISEN)
    days = work.span.monday + np.arange(work.span.n_days)
    year = days.astype("datetime64[Y]").astype(np.int64)
    ends_in = year[_WEEK - 1 :: _WEEK]
    years = np.unique(ends_in)
    hours = np.array([beyond[ends_in == one].sum() for one in years])
    first = np.searchsorted(year, years)
    past = np.searchsorted(year, years, side="right")
    return readings(first, past, hours, how.limit)
