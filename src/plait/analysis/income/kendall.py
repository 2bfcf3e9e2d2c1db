"""Whether a short series of months rises or falls, and how surely."""

import numpy as np

from plait.analysis.floats import Floats


def kendall(series: Floats) -> float:
    """Return the Mann-Kendall score of a series, in standard deviations.

    S counts later-above-earlier pairs less later-below-earlier ones; its variance
    is (n (n - 1)(2n + 5) - sum over ties t (t - 1)(2t + 5)) / 18, and S moves one
    toward zero first (Kendall 1975, the usual continuity correction).
    """
    n = len(series)
    score = float(
        np.sign(series[None, :] - series[:, None])[np.triu_indices(n, 1)].sum()
    )
    _, ties = np.unique(series, return_counts=True)
    tied = float((ties * (ties - 1) * (2 * ties + 5)).sum())
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18
    return 0.0 if variance <= 0 else float(score - np.sign(score)) / variance**0.5
