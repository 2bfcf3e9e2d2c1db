"""Means over weeks that roll, and the most of a day, a week and a shift."""

import math

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.months import with_months
from plait.analysis.working_time.neutral import leave_on_workdays, weeks_left
from plait.analysis.working_time.readings import (
    ROUNDING,
    Because,
    Readings,
    nothing,
    readings,
)
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time.kinds import (
    Elapsed,
    Leave,
    Mean,
    MostPerDay,
    MostPerShift,
    Rolls,
)

_WEEK = 7


def rolling(values: Floats | Bools, starts: Ints, length: int) -> Floats:
    """Return the sum of `length` values from each start on.

    >>> rolling(np.array([1.0, 2, 3, 4]), np.array([0, 2]), 2).tolist()
    [3.0, 7.0]
    """
    upto = np.concatenate([[0.0], np.cumsum(values)])
    found: Floats = upto[starts + length] - upto[starts]
    return found


def window_starts(work: Work, weeks: int, rolls: Rolls = Rolls.BY_WEEK) -> Ints:
    """Return the first days of all windows of so many weeks since the first work.

    By week they begin on Mondays, and the last may hold a week that is not over.
    """
    # The UK says "any 17 weeks", from any day; elsewhere weeks begin on Mondays.
    if rolls is Rolls.BY_DAY:
        first, past, step = work.first_worked, work.span.n_known, 1
    else:
        first, past, step = work.first_day, work.span.n_days, _WEEK
    return np.arange(first, past - weeks * _WEEK + 1, step)


def mean(how: Mean, work: Work) -> Readings:
    """Return the mean hours a week of every window."""
    starts = window_starts(work, how.weeks, how.rolls)
    if not len(starts):
        return _shorter(how, work)
    length = how.weeks * _WEEK
    out = work.is_opted_out & how.can_opt_out
    hours = _counted(how.leave, work, out)
    total = rolling(hours, starts, length)
    if how.leave is Leave.REPLACED:
        return _replaced(how, work, starts, total)
    each = _left(how, work, out)
    left = rolling(each, starts, length)
    # What is left of a window says little of the whole once it is less than half.
    rows = left >= how.weeks / 2
    if not rows.any():
        return nothing(Because.OPTED_OUT if out.any() else Because.TOO_SHORT)
    starts, figures = starts[rows], total[rows] / left[rows]
    found = readings(starts, starts + length, figures, how.limit)
    return with_months(found, how, work, (hours, each))


def _left(how: Mean, work: Work, out: Bools) -> Floats:
    """Return the part of a week that each day stands for, without neutral days."""
    is_neutral = how.leave is Leave.NEUTRAL
    whole = is_neutral or how.working_days
    if not whole:
        return np.where(out, 0.0, 1 / _WEEK)
    weeks = weeks_left(work, leave=is_neutral, working_days=how.working_days)
    return np.where(out, 0.0, np.repeat(weeks, _WEEK) / _WEEK)


def _counted(leave: Leave, work: Work, out: Bools) -> Floats:
    """Return the hours of each day that a mean counts."""
    hours = work.hours + work.leave_hours if leave is Leave.WORKED else work.hours
    return np.where(out, 0.0, hours)


def _replaced(how: Mean, work: Work, starts: Ints, total: Floats) -> Readings:
    """Return the means with excluded days made up for by days worked later.

    (A + B) / C: A is the hours of the C weeks without those of excluded days, B
    those of as many days, worked right after the weeks, as were excluded. Of an
    opt-out those are the days that were worked under it, of leave the days that would
    have been: days off need no other day in their place.
    """
    length = how.weeks * _WEEK
    out = work.is_opted_out & how.can_opt_out
    away = leave_on_workdays(work) | (out & (work.hours > 0))
    excluded = rolling(away, starts, length)
    # Where nothing but opting out is left, there is no limit to hold against.
    rows = (total > 0) | (rolling(out, starts, length) == 0)
    if not rows.any():
        return nothing(Because.OPTED_OUT)
    hours = _counted(how.leave, work, out)
    later, is_short = _later(hours, starts + length, excluded)
    found = readings(starts, starts + length, (total + later) / how.weeks, how.limit)
    return Readings(
        found.first, found.past, found.figures, found.limits, is_provisional=is_short
    ).chosen(rows)


def _later(hours: Floats, past: Ints, n_days: Floats) -> tuple[Floats, Bools]:
    """Return the hours of the next so many days worked, and where there are fewer."""
    upto = np.concatenate([[0.0], np.cumsum(hours)])
    worked = np.concatenate([[0], np.cumsum(hours > 0)])
    wanted = worked[past] + n_days
    last = np.searchsorted(worked, wanted, side="left")
    is_short = last >= len(worked)
    last = np.maximum(np.minimum(last, len(hours)), past)
    return upto[last] - upto[past], is_short


def _shorter(how: Mean, work: Work) -> Readings:
    """Return one reading where there are fewer weeks than the mean is over."""
    out = work.is_opted_out & how.can_opt_out
    hours = _counted(how.leave, work, out)
    if out.any() and not hours.any():
        return nothing(Because.OPTED_OUT)
    first, past, n_weeks = _so_far(how, work)
    total = float(hours[first:past].sum())
    # More than the whole window may hold is too much, whatever is still to come.
    is_over = total > how.limit * how.weeks + ROUNDING
    counts = how.elapsed is not Elapsed.NO
    found = readings(
        np.array([first]),
        np.array([past]),
        np.array([total / (how.weeks if is_over and not counts else n_weeks)]),
        how.limit,
    )
    return Readings(
        found.first,
        found.past,
        found.figures,
        found.limits,
        is_provisional=np.array([how.elapsed is Elapsed.DAYS]),
        because=None if is_over or counts else Because.TOO_SHORT,
    )


def _so_far(how: Mean, work: Work) -> tuple[int, int, float]:
    """Return the first day, the day past the last, and how many weeks they are."""
    if how.elapsed is Elapsed.DAYS:
        first, past = work.first_worked, work.span.n_elapsed
        return first, past, max(1.0, (past - first) / _WEEK)
    is_known = how.elapsed is Elapsed.WEEKS
    first, past = work.first_day, work.span.n_known if is_known else work.span.n_days
    return first, past, max(1, math.ceil((past - first) / _WEEK))


def most_per_day(how: MostPerDay, work: Work) -> Readings:
    """Return the hours of every day with work."""
    days = np.flatnonzero(work.hours > 0)
    days = days[days < work.span.n_known]
    return readings(days, days + 1, work.hours[days], how.limit)


def most_per_shift(how: MostPerShift, work: Work) -> Readings:
    """Return the hours of every shift."""
    return readings(*shift_days(work), work.shifts.worked / 3600, how.limit)


def shift_days(work: Work) -> tuple[Ints, Ints]:
    """Return the first day of each shift, and the day after its last."""
    first = work.span.day_of(work.shifts.starts)
    # An end at midnight belongs to the day that ends.
    return first, work.span.day_of(work.shifts.ends - 1) + 1
