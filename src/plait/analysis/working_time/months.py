"""Calendar months that may stand instead of weeks, if the employer chose them.

A window of weeks past its limit is excused where every day worked in it lies in some
run of whole months that keeps the limit. Whether they were chosen no figure shows, so it
is an exception to claim.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.readings import ROUNDING, Readings
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools
from plait.reference.working_time.kinds import Mean
from plait.reference.working_time.night_kinds import NightMean


def with_months(
    found: Readings, how: Mean | NightMean, work: Work, sums: tuple[Floats, Floats]
) -> Readings:
    """Return the readings with those marked that months would excuse.

    `sums` are the hours of each day, and what it stands for in the mean.
    """
    if not how.exception_months or not len(found):
        return found
    kept = _kept(how, work, sums)
    missing = np.concatenate([[0], np.cumsum((work.hours > 0) & ~kept)])
    excused = missing[found.past] == missing[found.first]
    limit = how.exception_limit
    return replace(found, is_excused=excused, excused_limit=limit)


def _kept(how: Mean | NightMean, work: Work, sums: tuple[Floats, Floats]) -> Bools:
    """Return the days that lie in a run of months which keeps the limit."""
    upto = [np.concatenate([[0.0], np.cumsum(one)]) for one in sums]
    kept = np.zeros(work.span.n_days, dtype=bool)
    firsts = _first_days(work)
    for first, past in zip(firsts, firsts[how.exception_months :], strict=False):
        hours, left = (float(one[past] - one[first]) for one in upto)
        if hours <= how.limit * left + ROUNDING:
            kept[first:past] = True
    return kept


def _first_days(work: Work) -> list[int]:
    """Return the first days of the months known whole, and the day after the last."""
    days = work.span.monday + np.arange(-1, work.span.n_known + 1)
    month = days.astype("datetime64[M]").astype(np.int64).tolist()
    firsts = [n for n, (one, next_) in enumerate(pairwise(month)) if next_ > one]
    return [first for first in firsts if first >= work.first_worked]
