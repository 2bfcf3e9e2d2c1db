"""How far a role's weeks usually lie from what is expected of them, learned from them.

Each week is judged by a spread learned only from the weeks before it. In shares of the
agreed hours, a week of which a share b is expected lies off by sigma x b^p, where p is
1 (busy weeks vary as much in proportion) or 1/2 (as counts do): whichever made the last
two years the likelier. And:

- a drift must not pass for spread, so weeks are set against weeks two to four before
  them and not against their mean: half the mean squared difference (*far*);
- weeks that resemble their neighbours wander further than weeks that do not: with
  *near* the same of weeks in a row, r = 1 - near / far, and the variance is widened by
  (1 + r) / (1 - r);
- one wild week must not blind the watch: a squared difference counts for 1 at most;
- it begins with a prior of 20 % of the agreed hours, mixed with the weeks' own spread on
  the scale of logarithms. It weighs as much as half a year where the weeks are evener,
  a year and a half where they are wilder: chance makes few weeks look wild.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.drift.expected import Expected
from plait.domain.columns import Bools

PRIOR = 0.2
_PRIOR_WEEKS, _PRIOR_WEEKS_EVEN = 78, 26
_RESEMBLANCE = 0.2
# A role of the same hours each week has no spread, and a minute would be a drift.
_LEAST = 0.05
_MEMORY = 208
_MOST_SQUARED = 1.0
# Lumps make neighbours differ, waves make them alike; neither may run away.
_LEAST_RESEMBLANCE, _MOST_RESEMBLANCE = -0.3, 0.6
_POWERS = (1.0, 0.5)
_JUDGED_WEEKS = 104
LEAST_SHARE = 0.5
# A week of which next to nothing is expected says nothing of the others.
_SILENT = 0.15


def learned(shares: Floats, known: Expected, is_kept: Bools) -> tuple[Floats, Floats]:
    """Return sigma before each week, and the spread of the week itself.

    Both in shares of the agreed hours; the second holds the doubt about what was
    expected too.
    """
    found = [_by_power(shares, known, is_kept, power) for power in _POWERS]
    better = found[0][2] >= found[1][2]
    sigma = np.where(better, found[0][0], found[1][0])
    return sigma, np.where(better, found[0][1], found[1][1])


def _by_power(
    shares: Floats, known: Expected, is_kept: Bools, power: float
) -> tuple[Floats, Floats, Floats]:
    """Return sigma, the week's spread, and the log-likelihood of the weeks before."""
    forecasts = np.where(np.isnan(known.shares), 1.0, known.shares)
    size = np.maximum(forecasts, LEAST_SHARE) ** power
    counts = is_kept & ~np.isnan(known.shares) & (forecasts > _SILENT)
    off = (shares - forecasts) / size / np.sqrt(1 + 1 / np.maximum(known.n, 1))
    variance = _variance(off, counts)
    squared = np.minimum(off**2 / variance, 9)
    likely = -0.5 * squared - 0.5 * np.log(variance) - np.log(size)
    sigma = np.sqrt(known.blended(variance))
    own = np.maximum(known.share, LEAST_SHARE) ** power
    return (
        sigma,
        sigma * own * np.sqrt(1 + known.doubt),
        known.blended(_before(np.where(counts, likely, 0.0), _JUDGED_WEEKS)),
    )


def _variance(off: Floats, counts: Bools) -> Floats:
    """Return the long-run variance that the weeks before each tell, each calendar's."""
    columns = np.zeros((3, *off.shape))
    for calendar, (values, is_counted) in enumerate(zip(off, counts, strict=True)):
        at = np.flatnonzero(is_counted)
        lags = _apart(values[at])
        columns[:, calendar, at[4:]] = (
            np.ones(lags.shape[1]),
            lags[0],
            lags[1:].mean(axis=0),
        )
    n, near, far = _before(columns, _MEMORY)
    least = np.maximum(far / np.maximum(n, 1), _LEAST**2)
    share = n / (n + np.where(least < PRIOR**2, _PRIOR_WEEKS_EVEN, _PRIOR_WEEKS))
    variance = PRIOR ** (2 * (1 - share)) * least**share
    r = 1 - (near + _PRIOR_WEEKS * (1 - _RESEMBLANCE) * PRIOR**2) / (
        far + _PRIOR_WEEKS * PRIOR**2
    )
    r = np.clip(r, _LEAST_RESEMBLANCE, _MOST_RESEMBLANCE)
    found: Floats = variance * (1 + r) / (1 - r)
    return found


def _apart(off: Floats) -> Floats:
    """Return, from the fifth on, half the squared difference with 1 to 4 before."""
    at = np.arange(4, max(len(off), 4))
    differ = off[at] - off[at - np.arange(1, 5)[:, None]]
    found: Floats = np.minimum(0.5 * differ**2, _MOST_SQUARED)
    return found


def _before(values: Floats, n_weeks: int) -> Floats:
    """Return the sum over the last weeks before each, along the last axis."""
    start = np.zeros((*values.shape[:-1], 1))
    sums = np.concatenate([start, np.cumsum(values, axis=-1)], axis=-1)
    week = np.arange(values.shape[-1])
    found: Floats = sums[..., week] - sums[..., np.maximum(week - n_weeks, 0)]
    return found
