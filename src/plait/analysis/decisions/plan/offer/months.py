"""The months of a mix, each by itself: the weakest, and those below the floor."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.decisions.plan.options import Scenarios
from plait.analysis.floats import Floats

# Less than this below the floor, in money, is rounding.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class MonthsJudged:
    """The months of a mix over all scenarios.

    `weakest` is the middle (median) of what the lowest month of a scenario brings,
    `weakest_bad` the tenth percentile of it. `n_short` is the mean number of months
    below the floor, `chance_any` the share of scenarios with at least one.
    """

    weakest: float
    weakest_bad: float
    n_short: float
    chance_any: float


def months_judged(hours: Floats, scenarios: Scenarios, floor: float) -> MonthsJudged:
    """Return what the months of these hours come to."""
    months = scenarios.months(hours)
    lowest = months.min(axis=1)
    n_short = (months < floor - _ROUNDING).sum(axis=1)
    return MonthsJudged(
        weakest=float(np.median(lowest)),
        weakest_bad=float(np.quantile(lowest, 0.1)),
        n_short=float(n_short.mean()),
        chance_any=float((n_short > 0).mean()),
    )
