"""Shifts one after another, and Sundays without work."""

import numpy as np

from plait.analysis.working_time.averages import rolling, shift_days, window_starts
from plait.analysis.working_time.nights import are_night_shifts
from plait.analysis.working_time.readings import (
    ROUNDING,
    Because,
    Readings,
    nothing,
    readings,
)
from plait.analysis.working_time.span import HOUR
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time.kinds import FreeSundays
from plait.reference.working_time.night_kinds import Series, SeriesRest

_WEEK = 7


def series(how: Series, work: Work) -> Readings:
    """Return how many shifts follow one another, for every row with a night shift."""
    is_night = are_night_shifts(how.nights, work)
    begins, ends = _runs(np.ones(len(is_night), dtype=bool), work, how.ends_after)
    nights = np.concatenate([[0], np.cumsum(is_night)])
    rows = nights[ends + 1] > nights[begins]
    begins, ends = begins[rows], ends[rows]
    first, past = shift_days(work)
    n = (ends - begins + 1).astype(np.float64)
    return readings(first[begins], past[ends], n, how.limit)


def series_rest(how: SeriesRest, work: Work) -> Readings:
    """Return the rest after every series of at least so many night shifts."""
    is_night = are_night_shifts(how.nights, work)
    begins, ends = _runs(is_night, work, how.limit)
    rest = work.shifts.rest / HOUR
    rows = (ends - begins + 1 >= how.shifts) & np.isfinite(rest[ends])
    begins, ends = begins[rows], ends[rows]
    first, past = shift_days(work)
    return readings(first[begins], past[ends] + 1, rest[ends], how.limit)


def _runs(chosen: Bools, work: Work, ends_after: float) -> tuple[Ints, Ints]:
    """Return the first and the last shift of every row of shifts that are chosen."""
    if not chosen.any():
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    goes_on = chosen[:-1] & chosen[1:]
    goes_on &= work.shifts.rest[:-1] < ends_after * HOUR - ROUNDING
    begins = np.flatnonzero(chosen & ~np.concatenate([[False], goes_on]))
    ends = np.flatnonzero(chosen & ~np.concatenate([goes_on, [False]]))
    return begins, ends


def free_sundays(how: FreeSundays, work: Work) -> Readings:
    """Return the free Sundays of every window; before the first work none are known.

    Where there are fewer weeks, they are judged once so many Sundays were worked
    that the rest cannot suffice.
    """
    worked = work.hours > 0
    worked &= np.arange(work.span.n_days) % _WEEK == _WEEK - 1
    if not worked.any():
        return nothing(Because.NOT_ARISEN)
    starts, length = window_starts(work, how.weeks), how.weeks * _WEEK
    if not len(starts):
        if how.weeks - worked.sum() >= how.limit:
            return nothing(Because.TOO_SHORT)
        starts, length = np.array([work.first_day]), work.span.n_days - work.first_day
    figures = how.weeks - rolling(worked, starts, length)
    return readings(starts, starts + length, figures, how.limit)
