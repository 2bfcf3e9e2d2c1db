"""How much of a person's time each entry fills: no minute counts twice.

Entries with clock times that overlap, of two roles or of one, fill the time between
them once. Each role keeps its own hours; what the person gave, by day and by week, is
the sum of what this returns. Entries that tell only how long they lasted add up.

Breaks are known by their length, not by their place, so an entry is spread evenly over
its clock: two hours worked between 9 and 13 are half of every minute. Where several
entries overlap, a minute holds what they hold together, and at most all of itself; they
share it in proportion. So 8-12 and 11-16 fill 8 hours: 3.5 and 4.5 of them. Splitting
an entry changes nothing of the sum.
"""

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.columns import Hours, Instants, Ints
from plait.domain.records import RecordStatus

Numbers = NDArray[np.int64]


def load_seconds(hours: Hours) -> Floats:
    """Return the seconds of each entry that count as load; 0 for private ones."""
    counts = np.flatnonzero(hours.status != RecordStatus.PRIVATE)
    found = np.zeros(len(hours))
    found[counts] = seconds_once(
        hours.starts_at[counts], hours.ends_at[counts], hours.seconds[counts]
    )
    return found


def seconds_once(starts_at: Instants, ends_at: Instants, seconds: Ints) -> Floats:
    """Return the seconds of time that each entry fills, one element an entry.

    `starts_at` and `ends_at` are NaT, or the end not after the start, where no clock
    is known: such an entry keeps its seconds, as does one that nothing overlaps.
    Seconds beyond the entry's own clock, as of a rounded length, are kept too.
    """
    found = seconds.astype(np.float64)
    clocked = np.flatnonzero(ends_at > starts_at)
    if len(clocked) < 2:
        return found
    starts, ends = _numbers(starts_at[clocked]), _numbers(ends_at[clocked])
    worked = found[clocked]
    held = np.minimum(worked, ends - starts)
    bounds, begin, end = _bounds(starts, ends)
    lengths = np.diff(bounds)
    # Whole numbers, which floats add up exactly.
    n_active = _active(begin, end, np.ones(len(begin)), len(lengths))
    is_shared = n_active > 1
    if not is_shared.any():
        return found
    density = held / (ends - starts)
    # At most all of a minute is filled, however many entries claim it.
    part = np.ones(len(lengths))
    claimed = _active(begin, end, density, len(lengths))[is_shared]
    part[is_shared] = 1 / np.maximum(claimed, 1.0)
    filled = _up_to(lengths * part)
    shared = _up_to(lengths * is_shared)
    once = density * (filled[end] - filled[begin]) + (worked - held)
    found[clocked] = np.where(shared[end] > shared[begin], once, worked)
    return found


def _numbers(instants: Instants) -> Numbers:
    return instants.astype("datetime64[s]").astype(np.int64)


def _bounds(starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the instants at which anything begins or ends, and where each entry does."""
    bounds, place = np.unique(np.concatenate([starts, ends]), return_inverse=True)
    return bounds, place[: len(starts)], place[len(starts) :]


def _active(begin: Ints, end: Ints, each: Floats, n: int) -> Floats:
    """Return the sum of `each` over the entries that run between two bounds."""
    change = np.bincount(begin, each, n + 1) - np.bincount(end, each, n + 1)
    return np.cumsum(change)[:n]


def _up_to(values: Floats) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values)])
