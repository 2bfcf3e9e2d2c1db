"""Where a drift began, whether it was taken back, and how large it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats

# What stands at the threshold, or at 0, to within rounding has not passed it.
ROUNDING = 1e-9
# The tenth and ninetieth percentile of a normal distribution: an 80 % range.
_TENTH = 1.2816
# As if three more had shown no drift: an alarm picks hours that happen to be high.
_PLACES_DRAWN = 3


@dataclass(frozen=True, slots=True)
class Episode:
    """A drift from `since` to `until`, seen at `alarm`: places in a series.

    `until` is its last place once it has been taken back, None while it lasts.
    """

    since: int
    alarm: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """Hours beyond the agreed ones at each place of a drift, with an 80 % range."""

    over: float
    low: float
    high: float


def watch(
    steps: Sequence[float], threshold: float, *, least: int = 1
) -> tuple[list[float], list[Episode]]:
    """Return S after each step and the drifts seen, none before `least` steps.

    S = max(0, S + step) and the alarm is raised where S > threshold. A drift began
    after S was last 0. It has been taken back once S has come down from its highest
    by more than the threshold: the same measure as on the way up. S then begins anew.
    """
    s, since, highest, top = 0.0, 0, 0.0, 0
    alarm: int | None = None
    statistic, episodes = [], []
    for place, step in enumerate(steps):
        s = max(0.0, s + step)
        if alarm is not None and highest - s > threshold + ROUNDING:
            episodes.append(Episode(since, alarm, top))
            alarm, s = None, 0.0
        if s <= ROUNDING:
            since = place + 1
        elif alarm is None and s > threshold + ROUNDING and place + 1 >= least:
            alarm, highest = place, s
        if alarm is not None and s >= highest:
            highest, top = s, place
        statistic.append(s)
    if alarm is not None:
        episodes.append(Episode(since, alarm))
    return statistic, episodes


def size_of(beyond: Floats, spread: float) -> Size:
    """Return the size of a drift from its hours beyond the agreed ones.

    `over` is their mean. An alarm is raised by hours that happen to be high, so the
    low end of the range is drawn towards 0, as if three more places had shown no
    drift; and a drift may still be growing, so the high end is that of the later half.
    """
    n = len(beyond)
    over = float(np.mean(beyond))
    # A drift may still grow, and a mean since its start would hide that.
    later = beyond[n // 2 :]
    level = max(over, float(np.mean(later)))
    low = over * n / (n + _PLACES_DRAWN) - _TENTH * spread / math.sqrt(n)
    return Size(over, low, level + _TENTH * spread / math.sqrt(len(later)))
