"""The bad end of a set of losses: value at risk, and the mean of what lies beyond.

The value at risk at level a is the least loss that at least the share a does not
exceed. CVaR is the mean of the worst share 1 - a; where one loss lies across that
border, only its part beyond counts (Rockafellar and Uryasev 2002, "splitting the
atom"). Of the losses 1 to 10 the worst 15 % are the 10 and half of the 9:
(10 + 9/2) / 1.5 = 9.67.
"""

import math
from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.errors import PlaitError

# What a * n may miss a whole number by: 0.95 x 100 is 94.99999999999999.
_ROUNDING = 1e-9


class NoTail(PlaitError):
    """There are no losses, or there is no tail beyond the level."""


class Tail(NamedTuple):
    """Value at risk and CVaR, with the Monte Carlo standard error of each."""

    var: float
    cvar: float
    var_error: float = 0.0
    cvar_error: float = 0.0


def tail(losses: Floats, level: float) -> Tail:
    """Return the tail of equally likely losses (any shape) at a level such as 0.95.

    The errors are those of n independent draws: of the quantile half the distance
    of the order statistics one binomial standard deviation to both sides, of CVaR
    the standard deviation of (loss - var)+ / (1 - a) over the root of n.

    >>> [round(figure, 4) for figure in tail(np.arange(1.0, 11.0), 0.85)[:2]]
    [9.0, 9.6667]
    """
    if not losses.size or not 0 <= level < 1:
        raise NoTail(
            "A tail needs losses, and a level from 0 up to 1",
            value=f"{losses.size} losses at {level}",
            fix="Choose a level such as 0.95.",
        )
    ordered = np.sort(np.asarray(losses, dtype=np.float64), axis=None)
    n = len(ordered)
    rank = max(1, math.ceil(level * n - _ROUNDING))
    var = float(ordered[rank - 1])
    beyond = np.maximum(ordered - var, 0.0) / (1 - level)
    return Tail(
        var=var,
        cvar=var + float(beyond.mean()),
        var_error=quantile_error(ordered, level),
        cvar_error=float(beyond.std()) / math.sqrt(n),
    )


def quantile_error(ordered: Floats, level: float) -> float:
    """Return the standard error of a quantile of sorted draws, by order statistics.

    The rank of the true quantile has the standard deviation root(n a (1 - a)).
    """
    n = len(ordered)
    spread = math.sqrt(n * level * (1 - level))
    low = max(0, math.floor(n * level - spread) - 1)
    high = min(n - 1, math.ceil(n * level + spread) - 1)
    return float(ordered[high] - ordered[low]) / 2
