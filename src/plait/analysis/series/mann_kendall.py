"""Whether a short series of months rises or falls, and how surely."""

from functools import lru_cache

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Ints


def kendall(series: Floats) -> float:
    """Return the Mann-Kendall score of a series, in standard deviations.

    S counts later-above-earlier pairs less later-below-earlier ones; its variance
    is (n (n - 1)(2n + 5) - sum over ties t (t - 1)(2t + 5)) / 18, and S moves one
    toward zero first (Kendall 1975, the usual continuity correction).
    """
    n = len(series)
    earlier, later = _pairs(n)
    score = float(np.sign(series[later] - series[earlier]).sum())
    in_order = np.sort(series)
    begins = np.flatnonzero(in_order[1:] != in_order[:-1]) + 1
    ties = np.diff(begins, prepend=0, append=n)
    tied = float((ties * (ties - 1) * (2 * ties + 5)).sum())
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    return 0.0 if variance <= 0 else float(score - np.sign(score)) / variance**0.5


@lru_cache(maxsize=64)
def _pairs(n: int) -> tuple[Ints, Ints]:
    """Return the places of all pairs, the earlier one's and the later one's."""
    earlier, later = np.triu_indices(n, 1)
    return earlier, later
