"""How far a role's weeks usually lie apart, learned from the weeks so far.

Each week is judged by a spread learned only from the weeks before it, so the
watch can begin at once and no week vouches for itself. In shares of the agreed hours:

- a drift must not pass for spread, so weeks are set against weeks two to four
  before them and not against their mean: half the mean squared difference;
- weeks that resemble their neighbours wander further than weeks that do not. How
  far comes from weeks next to each other: r = 1 - near / far, and the spread is
  widened by the root of (1 + r) / (1 - r), the long-run spread of such a series;
- one wild week must not blind the watch: a squared difference counts for at most
  nine times the variance so far (three times the spread);
- before there are weeks there is a prior of 15 % of the agreed hours that weighs as
  much as two weeks; after a year the oldest weeks fade.

The figures were chosen by simulation (docs/explanation/drift-compared.md).
"""

import numpy as np

from plait.analysis.floats import Floats

PRIOR = 0.15
PRIOR_WEEKS = 2
PRIOR_RESEMBLANCE = 0.2
# A role of the same hours each week has no spread, and a minute would be a drift.
LEAST = 0.05
MEMORY_WEEKS = 52
_MOST_VARIANCES = 9.0
# Near 1 the factor (1 + r) / (1 - r) has no end; at .6 it doubles the spread.
_MOST_RESEMBLANCE = 0.6


def learned_spreads(shares: Floats) -> Floats:
    """Return, for each week, the spread that the weeks before it tell.

    `shares` are a week's hours over the agreed ones, less 1 (or anything that
    differs by a constant); so are the spreads. For the first weeks the first one
    stands in for those that would lie before it.

    >>> learned_spreads(np.array([0, 0.1, -0.1, 0])).round(3)
    array([0.184, 0.184, 0.184, 0.129])
    """
    near, far = _near_and_far(shares)
    resemblance = np.clip(1 - near / far, 0.0, _MOST_RESEMBLANCE)
    return np.asarray(np.sqrt(far * (1 + resemblance) / (1 - resemblance)))


def _near_and_far(shares: Floats) -> tuple[Floats, Floats]:
    """Return the variances that weeks in a row, and weeks apart, tell before each.

    Week by week in plain numbers, since what counts at most depends on the variance so
    far; wild weeks are rare, and only they take the long way.
    """
    far = PRIOR**2
    near = far * (1 - PRIOR_RESEMBLANCE)
    n_first = min(2, len(shares))
    nears, fars = [near] * n_first, [far] * n_first
    lags = _apart(shares)
    columns = (lags[0], lags[1] + lags[2] + lags[3], lags.max(axis=0))
    rows = zip(*(column.tolist() for column in columns), lags.T.tolist(), strict=True)
    for week, (one, others, widest, each) in enumerate(rows, start=2):
        nears.append(near)
        fars.append(far)
        most = _MOST_VARIANCES * far
        next_to, apart = (one, others) if widest <= most else _cut(each, most)
        weight = 1 / min(PRIOR_WEEKS + week - 1, MEMORY_WEEKS)
        near += weight * (next_to - near)
        far = max(far + weight * (apart / 3 - far), LEAST**2)
    return np.array(nears), np.array(fars)


def _cut(each: list[float], most: float) -> tuple[float, float]:
    """Return the first lag's and the sum of the others', each `most` at most."""
    one, *others = (min(lag, most) for lag in each)
    return one, sum(others)


def _apart(shares: Floats) -> Floats:
    """Return, from the third week on, half the squared difference with 1 to 4 before.

    Of weeks that are not alike it averages their variance. Lags x weeks.
    """
    week = np.arange(2, len(shares))
    before = np.maximum(week - np.arange(1, 5)[:, None], 0)
    return np.asarray(0.5 * (shares[week] - shares[before]) ** 2)
