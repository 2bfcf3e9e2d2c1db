"""The fan: between which amounts the income of each month lies."""

import math
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.varying.quantiles import Floats32

LEVELS = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)


@dataclass(frozen=True, eq=False)
class Fan:
    """Quantiles of each month at `LEVELS`, (levels, months), and the mean.

    The errors are Monte Carlo standard errors of the same shapes.
    """

    quantiles: Floats
    errors: Floats
    mean: Floats
    mean_error: Floats


def fan(income: Floats32) -> Fan:
    """Return the fan of income (months, scenarios), which is sorted month by month.

    The quantile at a is the least amount that the share a does not exceed. Its error
    is half the distance of the order statistics one binomial standard deviation,
    root(n a (1 - a)), to both sides of it.
    """
    n = income.shape[1]
    mean = income.mean(axis=1, dtype=np.float64)
    spread = _spread(income, mean)
    # In place: a copy would hold all cells twice. The caller's scenarios come apart.
    income.sort(axis=1)
    low, middle, high = _places(n)
    return Fan(
        quantiles=income[:, middle].T.astype(np.float64),
        errors=(income[:, high] - income[:, low]).T.astype(np.float64) / 2,
        mean=mean,
        mean_error=spread / math.sqrt(n),
    )


def _spread(income: Floats32, mean: Floats) -> Floats:
    """Return the standard deviation of each month; in 32 bits, for an error that do."""
    apart = (row - np.float32(m) for row, m in zip(income, mean, strict=True))
    return np.sqrt([float(np.dot(row, row)) / len(row) for row in apart])


def _places(n: int) -> tuple[list[int], list[int], list[int]]:
    """Return the places of the quantiles among n, and of the ends of their errors."""
    widths = [math.sqrt(n * level * (1 - level)) for level in LEVELS]
    middle = [max(1, math.ceil(n * level - 1e-9)) - 1 for level in LEVELS]
    low = [max(0, m - math.ceil(w)) for m, w in zip(middle, widths, strict=True)]
    high = [min(n - 1, m + math.ceil(w)) for m, w in zip(middle, widths, strict=True)]
    return low, middle, high
