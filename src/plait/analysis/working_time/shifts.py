"""Work without leaving off, and shifts: what lies between two rests.

Segments that overlap are one stretch: no minute counts twice. Breaks are known by
their length and not by their place, so work is spread evenly over its clock; see
`series.one_clock`. A stretch never holds more work than fits into it.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.series.one_clock import seconds_once
from plait.analysis.working_time.local_time import Seconds
from plait.analysis.working_time.segments import Segments
from plait.domain.columns import Bools, Ints


@dataclass(frozen=True, eq=False)
class Stretches:
    """Stretches in order, none touching time of another; all in seconds of UTC."""

    starts: Seconds
    ends: Seconds
    worked: Floats
    knows_break: Bools

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def breaks(self) -> Floats:
        """The seconds of each stretch that were recorded as no work."""
        return self.ends - self.starts - self.worked


@dataclass(frozen=True, eq=False)
class Shifts:
    """Stretches with no rest between them, one element a shift, in order.

    `first` is the index of each one's first stretch. `rest` is the seconds up to
    the next shift, infinite after the last one: nothing is known to end it.
    """

    starts: Seconds
    ends: Seconds
    worked: Floats
    first: Ints
    rest: Floats

    def __len__(self) -> int:
        return len(self.starts)

    def sums(self, values: Floats) -> Floats:
        """Return the sum of values of the stretches for each shift."""
        return np.add.reduceat(values, self.first) if len(self) else values


def stretches_of(segments: Segments) -> Stretches:
    """Return the stretches of segments that are in order and have clock times."""
    starts = segments.starts_at.astype("datetime64[s]").astype(np.int64)
    ends = segments.ends_at.astype("datetime64[s]").astype(np.int64)
    worked = seconds_once(segments.starts_at, segments.ends_at, segments.seconds)
    if not len(segments):
        return Stretches(starts, ends, worked, segments.knows_break)
    reach = np.maximum.accumulate(ends)
    is_first = np.concatenate([[True], starts[1:] >= reach[:-1]])
    first = np.flatnonzero(is_first)
    begun, left = starts[first], np.maximum.reduceat(ends, first)
    held = np.minimum(np.add.reduceat(worked, first), left - begun)
    known = np.logical_and.reduceat(segments.knows_break, first)
    return Stretches(begun, left, held, known)


def shifts_of(stretches: Stretches, least_rest: float) -> Shifts:
    """Return the shifts; a gap of `least_rest` seconds ends one."""
    starts, ends = stretches.starts, stretches.ends
    if not len(stretches):
        none = np.zeros(0)
        return Shifts(starts, ends, none, np.zeros(0, dtype=np.int64), none)
    gaps = starts[1:] - ends[:-1]
    first = np.flatnonzero(np.concatenate([[True], gaps >= least_rest]))
    last = np.concatenate([first[1:] - 1, [len(stretches) - 1]])
    rest = np.concatenate([(starts[first[1:]] - ends[last[:-1]]), [np.inf]])
    worked = np.add.reduceat(stretches.worked, first)
    return Shifts(starts[first], ends[last], worked, first, rest)


def pieces(
    starts: Seconds, ends: Seconds, bounds: Seconds
) -> tuple[Ints, Ints, Seconds]:
    """Cut intervals at the bounds: which interval, which slot, how many seconds.

    Slot i lies between `bounds[i]` and `bounds[i + 1]`; what lies outside all
    bounds is left out.
    """
    begin = np.maximum(starts, bounds[0])
    end = np.minimum(ends, bounds[-1])
    first = np.searchsorted(bounds, begin, side="right") - 1
    n = np.maximum(np.searchsorted(bounds, end, side="left") - first, 0)
    n[end <= begin] = 0
    which = np.repeat(np.arange(len(starts)), n)
    slot = first[which] + np.arange(len(which)) - np.repeat(np.cumsum(n) - n, n)
    lengths = np.minimum(end[which], bounds[slot + 1]) - np.maximum(
        begin[which], bounds[slot]
    )
    return which, slot, lengths
