"""Breaks within a shift: those that were recorded, and the gaps between two stretches.

How long a break was is known, when it was is not. Where no breaks were recorded at all,
a shift without gaps may still have had one, and is not judged.
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
from plait.analysis.working_time.span import HOUR
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools
from plait.reference.working_time.kinds import Break, MostUnbroken

_MINUTE = 60


def breaks(how: Break, work: Work) -> Readings:
    """Return the minutes of break in every shift that is long enough to need one."""
    shifts, stretches = work.shifts, work.stretches
    if not len(shifts):
        return nothing(Because.NOT_ARISEN)
    recorded = shifts.sums(_long_enough(stretches.breaks, how.piece))
    minutes = recorded + shifts.sums(_long_enough(_gap_after(work), how.piece))
    hours = shifts.worked / HOUR
    after = how.after - 2 * ROUNDING if how.from_after else how.after
    needed = np.where(hours > after + ROUNDING, how.limit, 0.0)
    if how.longer_after:
        needed[hours > how.longer_after + ROUNDING] = how.longer
    first, past = shift_days(work)
    unsure = shifts.sums((~stretches.knows_break).astype(np.float64)) > 0
    found = Readings(first, past, minutes, needed)
    return _judged(found, needed > 0, unsure & (minutes < needed - ROUNDING))


def _long_enough(seconds: Floats, piece: float) -> Floats:
    """Return minutes, 0 for what is shorter than a piece of break may be."""
    minutes = seconds / _MINUTE
    return np.where(minutes >= piece - ROUNDING, minutes, 0.0)


def _judged(found: Readings, needed: Bools, unsure: Bools) -> Readings:
    """Return the readings that need a break, without those where it is not known."""
    sure = found.chosen(needed & ~unsure)
    known = readings(sure.first, sure.past, sure.figures, sure.limits)
    if not (needed & unsure).any():
        return known
    return Readings(
        known.first, known.past, known.figures, known.limits, because=Because.NO_BREAKS
    )


def _gap_after(work: Work) -> Floats:
    """Return the seconds up to the next stretch of the same shift, 0 for its last."""
    stretches = work.stretches
    gaps = np.append(stretches.starts[1:] - stretches.ends[:-1], 0).astype(np.float64)
    gaps[np.append(work.shifts.first[1:] - 1, len(stretches) - 1)] = 0
    return gaps


def most_unbroken(how: MostUnbroken, work: Work) -> Readings:
    """Return the hours of every run of work without a break, long ones only.

    A run with breaks recorded in it is cut into as many pieces as they allow, evenly.
    """
    stretches, shifts = work.stretches, work.shifts
    if not len(stretches):
        return nothing(Because.NOT_ARISEN)
    least = how.piece * _MINUTE
    gaps = _gap_after(work)
    begins = np.zeros(len(stretches), dtype=bool)
    begins[shifts.first] = True
    begins[1:] |= gaps[:-1] >= least
    first = np.flatnonzero(begins)
    pieces = 1 + np.add.reduceat(np.floor(stretches.breaks / least), first)
    hours = np.add.reduceat(stretches.worked, first) / pieces / HOUR
    unsure = ~np.logical_and.reduceat(stretches.knows_break, first)
    day = work.span.day_of(stretches.starts[first])
    found = Readings(day, day + 1, hours, np.full(len(first), how.limit))
    is_long = np.add.reduceat(stretches.worked, first) / HOUR > how.limit + ROUNDING
    return _judged(found, is_long, unsure & (hours > how.limit + ROUNDING))
