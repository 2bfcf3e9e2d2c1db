"""Rest after a shift, and long rests in a week.

The days of a weekly rest begin with any work, or are weeks from Monday to Sunday: each
law has its own. All rest is time that went by, so a night on which the clock changes is an hour
longer or shorter. After the last shift nothing is known: it counts as rest, so that
no breach is reported that the days to come may still mend.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.averages import shift_days
from plait.analysis.working_time.readings import (
    ROUNDING,
    Because,
    Readings,
    nothing,
    readings,
)
from plait.analysis.working_time.rests_by_week import rests_by_week
from plait.analysis.working_time.shifts import Shifts
from plait.analysis.working_time.span import DAY, HOUR
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time.kinds import Alternative, DailyRest, WeeklyRest
from plait.reference.working_time.night_kinds import NightRest


def daily_rest(how: DailyRest, work: Work) -> Readings:
    """Return the hours of rest after each shift, within the hours that the rule gives."""
    shifts = work.shifts
    rest = shifts.rest / HOUR
    if how.within:
        # It has to lie within 24 hours of the start: a long shift leaves less.
        rest = np.minimum(rest, how.within - (shifts.ends - shifts.starts) / HOUR)
    known = np.isfinite(rest)
    first, past = shift_days(work)
    # The rest goes on into the day of the next shift.
    past = np.maximum(past, np.append(first[1:] + 1, past[-1:]))
    found = readings(first[known], past[known], rest[known], how.limit)
    if not len(found) or not how.exception_hours:
        return found
    alone = excused(how, shifts.ends[known], found.figures)
    return Readings(
        found.first,
        found.past,
        found.figures,
        found.limits,
        is_excused=alone,
        excused_limit=how.exception_hours,
    )


def excused(how: DailyRest | NightRest, ends: np.ndarray, rest: Floats) -> Bools:
    """Return which short rests are the only one in the days before them."""
    is_short = rest < how.limit - ROUNDING
    short = np.flatnonzero(is_short)
    since = np.diff(ends[short], prepend=-np.inf)
    alone = np.zeros(len(rest), dtype=bool)
    alone[short] = since >= how.exception_days * DAY
    return alone & (rest >= how.exception_hours - ROUNDING)


def weekly_rest(how: WeeklyRest, work: Work) -> Readings:
    """Return for each start of work, or each week, the first alternative that is met.

    Where none is, the one that comes nearest stands.
    """
    shifts = work.shifts
    if not len(shifts):
        return nothing(Because.NOT_ARISEN)
    if how.by_week:
        figures, limits, first, past = rests_by_week(how, work)
        return readings(first, past, figures, limits)
    figures, limits, days = _best(how.alternatives, shifts)
    first = work.span.day_of(shifts.starts)
    return readings(first, first + days, figures, limits)


def _best(
    alternatives: tuple[Alternative, ...], shifts: Shifts
) -> tuple[Floats, Floats, Ints]:
    """Return for each shift the hours, limit and days of the alternative that stands."""
    usual, *others = alternatives
    every = np.arange(len(shifts))
    figures = rest_within(usual, shifts, every)
    limits = np.full(len(shifts), float(usual.limit))
    days = np.full(len(shifts), usual.days)
    for one in others:
        left = np.flatnonzero(figures < limits - ROUNDING)
        found = rest_within(one, shifts, left)
        better = found / one.limit > figures[left] / limits[left]
        chosen = left[better]
        figures[chosen], limits[chosen] = found[better], one.limit
        days[chosen] = one.days
    return figures, limits, days


def rest_within(one: Alternative, shifts: Shifts, begin: Ints) -> Floats:
    """Return the hours that count for an alternative from the starts of some shifts.

    That is the longest rest, the shortest of so many pieces, or the sum of those
    that are long enough. A rest counts as far as it lies within the days.
    """
    # From any start of work: calendar weeks would hide ten days between two rests.
    until = shifts.starts[begin] + one.days * DAY
    n_within = np.searchsorted(shifts.starts, until) - begin
    longest = np.zeros((one.pieces, len(begin)))
    total = np.zeros(len(begin))
    for step in range(int(n_within.max(initial=0))):
        place = np.minimum(begin + step, len(shifts) - 1)
        rest = np.minimum(shifts.rest[place], until - shifts.ends[place])
        hours = np.where(step < n_within, rest, 0.0) / HOUR
        if one.hours:
            total += np.where(hours >= one.least - ROUNDING, hours, 0.0)
            continue
        for rank in range(one.pieces):
            smaller = np.minimum(longest[rank], hours)
            longest[rank] = np.maximum(longest[rank], hours)
            hours = smaller
    if one.hours:
        return total
    # A rest of 80 hours holds two of 40, just as two of 40 do.
    ranks = np.arange(1, one.pieces + 1)[:, None]
    found: Floats = (longest / np.ceil(one.pieces / ranks)).max(axis=0)
    return found
