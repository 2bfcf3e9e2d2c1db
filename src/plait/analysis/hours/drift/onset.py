"""Where a drift began, whether it was taken back, and how large it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.floats import Floats

# What stands at the threshold, or at 0, to within rounding has not passed it.
ROUNDING = 1e-9
# Evidence is not heaped up further than this above the threshold, or a drift that
# stopped would be called one for months.
HEADROOM = 3.0
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
    """Return ln(1 + R) after each step and the drifts seen, none before `least` steps.

    R = (1 + R) exp(step): the odds of a drift, summed over every week it may have begun
    in (Shiryaev 1963, Roberts 1966). The alarm is raised where ln(1 + R) > threshold
    and over where it no longer is. A drift began in the week from which on the steps
    add up to most.
    """
    odds, most = 0.0, math.exp(threshold + HEADROOM)
    sum_since, since, top = 0.0, 0, 0
    statistic: list[float] = []
    episodes: list[Episode] = []
    lasts = False
    for place, step in enumerate(steps):
        odds = min((1 + odds) * math.exp(step), most)
        statistic.append(math.log1p(odds))
        sum_since = min(sum_since + step, threshold + HEADROOM)
        if sum_since <= ROUNDING and not lasts:
            sum_since, since = 0.0, place + 1
        is_above = statistic[-1] > threshold + ROUNDING and place + 1 >= least
        if is_above and not lasts:
            episodes.append(Episode(min(since, place), place))
            top = place
        elif lasts and not is_above:
            episodes[-1] = replace(episodes[-1], until=top)
        lasts = is_above
        if lasts and statistic[-1] >= statistic[top] - ROUNDING:
            top = place
    return statistic, _joined(episodes)


def _joined(episodes: Sequence[Episode]) -> list[Episode]:
    """Return the drifts, those as one that began before the one before was over."""
    joined: list[Episode] = []
    for one in episodes:
        before = joined[-1] if joined else None
        if before and before.until is not None and one.since <= before.until:
            joined[-1] = replace(before, until=one.until)
        else:
            joined.append(one)
    return joined


def size_of(beyond: Floats, spread: float) -> Size:
    """Return the size of a drift from its hours beyond the expected ones.

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
