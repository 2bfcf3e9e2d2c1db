"""How far a role's weeks usually lie apart, learned from the weeks so far.

Each week is judged by a spread that only the weeks before it have told, so the
watch can begin at once and no week vouches for itself. In shares of the agreed hours:

- a drift must not pass for spread, so weeks are set against weeks two to four
  before them and not against their mean: half the mean squared difference;
- weeks that resemble their neighbours wander further than weeks that do not. How
  far is told by weeks next to each other: r = 1 - near / far, and the spread is
  widened by the root of (1 + r) / (1 - r), the long-run spread of such a series;
- one wild week must not blind the watch: a squared difference counts for at most
  nine times the variance so far (three times the spread);
- before there are weeks there is a prior of 15 % of the agreed hours that weighs as
  much as two weeks; after a year the oldest weeks fade.

The figures were chosen by simulation (docs/explanation/drift-compared.md).
"""

import math

import numpy as np

from plait.analysis.floats import Floats

PRIOR = 0.15
PRIOR_WEEKS = 2
PRIOR_RESEMBLANCE = 0.2
LEAST = 0.05
MEMORY_WEEKS = 52
_MOST_VARIANCES = 9.0
_MOST_RESEMBLANCE = 0.6


def learned_spreads(shares: Floats) -> Floats:
    """Return, for each week, the spread that the weeks before it tell.

    `shares` are a week's hours over the agreed ones, less 1 (or anything that
    differs by a constant); so are the spreads. For the first weeks the first one
    stands in for those that would lie before it.

    >>> learned_spreads(np.array([0, 0.1, -0.1, 0])).round(3)
    array([0.184, 0.184, 0.184, 0.129])
    """
    far = PRIOR**2
    near = far * (1 - PRIOR_RESEMBLANCE)
    found = [_long_run(near, far)] * min(2, len(shares))
    told = zip(*(_apart(shares, lag) for lag in (1, 2, 3, 4)), strict=True)
    for week, (one, two, three, four) in enumerate(told, start=2):
        found.append(_long_run(near, far))
        weight = 1 / min(PRIOR_WEEKS + week - 1, MEMORY_WEEKS)
        most = _MOST_VARIANCES * far
        near += weight * (min(one, most) - near)
        mean = (min(two, most) + min(three, most) + min(four, most)) / 3
        far = max(far + weight * (mean - far), LEAST**2)
    return np.array(found)


def _apart(shares: Floats, lag: int) -> list[float]:
    """Return, from the third week on, half the squared difference with `lag` before.

    Of weeks that are not alike it averages their variance.
    """
    week = np.arange(2, len(shares))
    differences = shares[week] - shares[np.maximum(week - lag, 0)]
    halves: list[float] = (0.5 * differences**2).tolist()
    return halves


def _long_run(near: float, far: float) -> float:
    resemblance = min(max(1 - near / far, 0.0), _MOST_RESEMBLANCE)
    return math.sqrt(far * (1 + resemblance) / (1 - resemblance))
