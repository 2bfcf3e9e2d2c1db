"""What is left of each week where leave is neutral, and where holidays are.

A day of leave makes a week shorter by its part of the days that the person works: one
of five for somebody with a job of five days, one of six with a Saturday job beside it.
Where the law counts working days, a week has six of them (Monday to Saturday), and a
public holiday off on one of them is none: it is no day off that could make up for long
ones (BVerwG 9 May 2018, 8 C 13.17). One that was worked is a working day like others:
the day off in its place takes its part.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools

_WEEK = 7
WORKING_DAYS = 6
# A weekday worked in fewer weeks than this is no usual one.
_USUAL = 0.2


def weeks_left(work: Work, *, leave: bool, working_days: bool) -> Floats:
    """Return the part of each week of the span, 0 to 1, that a mean counts."""
    weeks = (-1, _WEEK)
    off = (work.leave_share if leave else np.zeros(work.span.n_days)).reshape(weeks)
    # A night shift is of the day it began.
    worked = work.begins.reshape(weeks)
    free = (work.span.is_holiday & working_days).reshape(weeks) & ~worked
    usual, n_usual = _pattern(worked, off > 0, free)
    # Somebody who had all of Monday to Sunday off was away from the days they work.
    away = (off * (usual | worked)).sum(axis=1)
    at_work = (worked * (1 - off)).sum(axis=1)
    due = np.maximum(n_usual - (free & usual).sum(axis=1), away + at_work)
    share = np.divide(away, due, out=np.zeros_like(away), where=due > 0)
    n_free = free[:, :WORKING_DAYS].sum(axis=1)
    found: Floats = (1 - n_free / WORKING_DAYS) * (1 - share)
    return found


def leave_on_workdays(work: Work) -> Bools:
    """Return the days of leave on weekdays that the person usually works."""
    weeks = (-1, _WEEK)
    off, worked = work.is_leave.reshape(weeks), work.begins.reshape(weeks)
    usual, _ = _pattern(worked, off, np.zeros_like(off))
    found: Bools = (off & usual).ravel()
    return found


def _pattern(worked: Bools, off: Bools, free: Bools) -> tuple[Bools, float]:
    """Return the weekdays that are usually worked, and how many days a week are.

    Weeks with leave or a public holiday say little of that: they count only where
    there are no others.
    """
    plain = worked.any(axis=1) & ~(off | free).any(axis=1)
    if plain.any():
        weeks = worked[plain]
    elif worked.any():
        weeks = (worked | off)[worked.any(axis=1)]
    else:
        weeks = off[off.any(axis=1)] if off.any() else np.ones((1, _WEEK), dtype=bool)
    usual = weeks.mean(axis=0) >= _USUAL
    return usual, float(np.median(weeks.sum(axis=1)))
