"""Weekly rest in weeks from Monday to Sunday, wherever in the week it lies.

    inside: the hours of a rest within the week; whole: all its hours; outside: as many
    as may lie in another week
    counted = min(whole, inside + outside)

A rest comes on top of the daily rest, which may lie in the next week: 24 hours of a rest
of 35 have to be in the week. One over Sunday midnight serves both weeks only where it is
long enough for both: with 24 hours for each and the daily rest once, 59.
"""

from itertools import pairwise

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.readings import ROUNDING
from plait.analysis.working_time.shifts import pieces
from plait.analysis.working_time.span import HOUR
from plait.analysis.working_time.work import Work
from plait.domain.columns import Ints
from plait.reference.working_time.kinds import Alternative, WeeklyRest

_WEEK = 7
# Longer than any rest that matters, in seconds.
_AGES = 10**10


def rests_by_week(how: WeeklyRest, work: Work) -> tuple[Floats, Floats, Ints, Ints]:
    """Return figure, limit, first day and day past the last for every week with work.

    Of the alternatives the first that is met stands, else the one that comes nearest.
    """
    usual, *others = how.alternatives
    weeks = _weeks(work)
    figures = _best(usual, how.outside, work, weeks)
    limits = np.full(len(weeks), float(usual.limit))
    first, past = weeks.copy(), weeks + usual.days
    for one in others:
        begins = np.arange(weeks[0], weeks[-1] + 1, one.days)
        place = (weeks - weeks[0]) // one.days
        found = _best(one, how.outside, work, begins)[place]
        is_short = figures < limits - ROUNDING
        better = is_short & (found / one.limit > figures / limits)
        figures[better], limits[better] = found[better], one.limit
        first[better] = begins[place][better]
        past[better] = first[better] + one.days
    return figures, limits, first, past


def _weeks(work: Work) -> Ints:
    """Return the Mondays from the first work's to the last's."""
    starts, ends = work.shifts.starts, work.shifts.ends
    days = work.span.day_of(np.array([starts[0], ends[-1] - 1]))
    first, last = (days // _WEEK * _WEEK).tolist()
    return np.arange(first, last + 1, _WEEK)


def _best(one: Alternative, outside: float, work: Work, begins: Ints) -> Floats:
    """Return the hours that count of the best rest of each period.

    Of two rests that are needed that is the shorter one; a single rest that is long
    enough for two is two.
    """
    rest, period, inside, whole = _inside(one, work, begins)
    counted = np.minimum(whole, inside + outside)
    if one.pieces == 1:
        _share(one, outside, (rest, period, whole, counted))
    order = np.lexsort((-counted, period))
    counted, period = counted[order], period[order]
    rank = np.arange(len(period)) - np.searchsorted(period, period)
    best = np.zeros((2, len(begins)))
    for place in (0, 1):
        rows = rank == place
        best[place, period[rows]] = counted[rows]
    # A rest of 59 hours holds two of 24 and the daily one.
    two = np.maximum(best[1], (best[0] + outside) / 2)
    found: Floats = best[0] if one.pieces == 1 else two
    return found


def _inside(
    one: Alternative, work: Work, begins: Ints
) -> tuple[Ints, Ints, Floats, Floats]:
    """Return rest, period, and its hours within it and in all, for every such pair.

    Before the first shift and after the last nothing is known, and counts as rest.
    """
    shifts, span = work.shifts, work.span
    starts = np.concatenate([[shifts.starts[0] - _AGES], shifts.ends])
    ends = np.concatenate([shifts.starts, [shifts.ends[-1] + _AGES]])
    bounds = span.instants(np.append(begins, begins[-1] + one.days))
    rest, period, seconds = pieces(starts, ends, bounds)
    return rest, period, seconds / HOUR, (ends - starts)[rest] / HOUR


def _share(
    one: Alternative, outside: float, pairs: tuple[Ints, Ints, Floats, Floats]
) -> None:
    """Take from the second week what a rest over Sunday midnight gave the first.

    That is so where the first has no other rest that is long enough, in their order.
    """
    rest, period, whole, counted = pairs
    own = one.limit - outside
    enough = counted >= one.limit - ROUNDING
    both = np.flatnonzero(enough & (whole < own + one.limit - ROUNDING))
    for here, there in pairwise(both.tolist()):
        if rest[here] == rest[there] and counted[here] >= one.limit - ROUNDING:
            mine = (period == period[here]) & (counted >= one.limit - ROUNDING)
            if mine.sum() == 1:
                counted[there] = whole[there] - own
