"""Night work: how long, how often, how many in a row, and the rest after it."""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.averages import rolling, shift_days, window_starts
from plait.analysis.working_time.neutral import weeks_left
from plait.analysis.working_time.readings import (
    ROUNDING,
    Because,
    Readings,
    nothing,
    readings,
)
from plait.analysis.working_time.rests import excused
from plait.analysis.working_time.span import DAY, HOUR
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time.kinds import Leave
from plait.reference.working_time.night_kinds import (
    NightCount,
    NightMany,
    NightRest,
    Nights,
    NightShift,
    NoWork,
)

_WEEK = 7


def are_night_shifts(nights: Nights, work: Work, ends_after: int = 0) -> Bools:
    """Return which shifts are shifts of the night, and end after an hour of the clock."""
    found = are_enough(nights, work.night_hours(nights))
    if ends_after:
        clock = work.span.local.local(work.shifts.ends) % DAY
        found &= clock > ends_after * HOUR
    return found


def are_enough(nights: Nights, hours: Floats) -> Bools:
    """Return where so many hours at night make night work."""
    enough = nights.at_least or nights.more_than + 2 * ROUNDING
    found: Bools = hours >= enough - ROUNDING
    return found


def no_work(how: NoWork, work: Work) -> Readings:
    """Return the hours of every shift that lie where there should be none."""
    hours = work.night_hours(how.nights)
    first, past = shift_days(work)
    return readings(first, past, hours, how.limit)


def night_shift(how: NightShift, work: Work) -> Readings:
    """Return the hours of every night shift; seldom, with rest, more are allowed."""
    chosen = np.flatnonzero(_often(how, work, are_night_shifts(how.nights, work)))
    hours = work.shifts.worked[chosen] / HOUR
    is_long = hours > how.limit + ROUNDING
    begins = work.shifts.starts[chosen]
    seldom = _times_before(begins, is_long, 2) <= how.times_in_2_weeks
    seldom &= _times_before(begins, is_long, 52) <= how.times_in_52_weeks
    rested = work.shifts.rest[chosen] >= how.rest_after_longest * HOUR
    limits = np.where(is_long & seldom & rested, how.longest, how.limit)
    first, past = shift_days(work)
    return readings(first[chosen], past[chosen], hours, limits)


def _often(how: NightShift, work: Work, at_night: Bools) -> Bools:
    """Return the night shifts of weeks with as many as the rule asks for."""
    if not how.a_week or not at_night.any():
        return at_night
    week = work.span.day_of(work.shifts.starts) // _WEEK
    found: Bools = at_night & (np.bincount(week, at_night)[week] >= how.a_week)
    return found


def _times_before(begins: Ints, is_long: Bools, weeks: int) -> Ints:
    """Return how many long shifts began in the weeks up to each, itself included."""
    upto = np.concatenate([[0], np.cumsum(is_long)])
    since = np.searchsorted(begins, begins - weeks * _WEEK * DAY, side="right")
    found: Ints = upto[1:] - upto[since]
    return found


def night_many(how: NightMany, work: Work) -> Readings:
    """Return the mean hours a week of windows with many night shifts."""
    per_day = _per_day(how.nights, work)
    if not per_day.any():
        return nothing(Because.NOT_ARISEN)
    starts = window_starts(work, how.weeks)
    if not len(starts):
        return nothing(Because.TOO_SHORT)
    length = how.weeks * _WEEK
    rows = rolling(per_day, starts, length) >= how.shifts
    counts_leave = how.leave is Leave.WORKED
    hours = work.hours + work.leave_hours if counts_leave else work.hours
    left = np.full(len(starts), float(how.weeks))
    if how.leave is Leave.NEUTRAL:
        weeks = weeks_left(work, leave=True, working_days=False)
        left = rolling(np.repeat(weeks / _WEEK, _WEEK), starts, length)
        rows &= left >= how.weeks / 2
    figures = rolling(hours, starts, length)[rows] / left[rows]
    return readings(starts[rows], starts[rows] + length, figures, how.limit)


def night_count(how: NightCount, work: Work) -> Readings:
    """Return the night shifts of every window, those that end late enough."""
    per_day = _per_day(how.nights, work, how.ends_after)
    if not per_day.any():
        return nothing(Because.NOT_ARISEN)
    starts, length = window_starts(work, how.weeks), how.weeks * _WEEK
    if not len(starts):
        if per_day.sum() <= how.limit:
            return nothing(Because.TOO_SHORT)
        starts, length = np.array([work.first_day]), work.span.n_days - work.first_day
    return readings(
        starts, starts + length, rolling(per_day, starts, length), how.limit
    )


def _per_day(nights: Nights, work: Work, ends_after: int = 0) -> Floats:
    """Return how many night shifts began on each day."""
    chosen = are_night_shifts(nights, work, ends_after)
    day = work.span.day_of(work.shifts.starts[chosen])
    return np.bincount(day, minlength=work.span.n_days).astype(np.float64)


def night_rest(how: NightRest, work: Work) -> Readings:
    """Return the rest after every night shift that ended late enough."""
    late = are_night_shifts(how.nights, work, how.ends_after)
    chosen = np.flatnonzero(late & np.isfinite(work.shifts.rest))
    first, past = shift_days(work)
    rest = work.shifts.rest[chosen] / HOUR
    found = readings(first[chosen], past[chosen] + 1, rest, how.limit)
    if not len(found) or not how.exception_hours:
        return found
    return Readings(
        found.first,
        found.past,
        found.figures,
        found.limits,
        is_excused=excused(how, work.shifts.ends[chosen], found.figures),
        excused_limit=how.exception_hours,
    )
