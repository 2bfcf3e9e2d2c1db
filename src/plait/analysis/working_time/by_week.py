"""What is counted in weeks from Monday to Sunday: days of work, Sundays, overtime."""

import numpy as np

from plait.analysis.working_time.readings import Because, Readings, nothing, readings
from plait.analysis.working_time.work import Work
from plait.reference.working_time.kinds import DayForSunday, MostDays, Overtime

_WEEK = 7
_SUNDAY = 6


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


def day_for_sunday(how: DayForSunday, work: Work) -> Readings:
    """Return for every Sunday worked whether it has a day off of its own.

    The earliest one that is left is taken. Days after the known ones may be off.
    """
    n_days, is_sunday = work.span.n_days, np.arange(work.span.n_days) % _WEEK == _SUNDAY
    off = (work.hours == 0) & ~is_sunday & ~work.span.is_holiday & ~work.is_leave
    off[work.span.n_known :] = True
    sundays = np.flatnonzero((work.hours > 0) & is_sunday)
    found = np.zeros(len(sundays))
    for number, day in enumerate(sundays.tolist()):
        begin, end = max(0, day - how.days + 1), day + how.days
        left = np.flatnonzero(off[begin:end])
        if len(left):
            off[begin + left[0]] = False
        found[number] = bool(len(left)) or end > n_days
    past = np.minimum(sundays + how.days, n_days)
    return readings(np.maximum(sundays - how.days + 1, 0), past, found, how.limit)
