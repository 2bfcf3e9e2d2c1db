"""The mean shortfall of the worst futures, as a linear programme sees it.

Each month is judged by itself: a future is short by the mean, over its months, of what
each of them lacks, and a good month makes up for no bad one. Its CVaR at level a is
the least, over z >= 0, of z + mean(max(0, L - z)) / (1 - a) (Rockafellar and Uryasev
2000). It is also the greatest sum of q_s L_s over weights 0 <= q_s <= 1/((1 - a) n)
that sum to 1 at most: the worst losses above 0 get as much as they can. For given
weights that sum is linear in the hours and never above the CVaR, wherever the hours
go: a cut. A few dozen of them stand for the rows that each scenario would need
(Kunzi-Bay and Mayer 2006).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plait.analysis.decisions.plan.options import Scenarios
from plait.analysis.floats import Floats

_ROUNDING = 1e-9


class Cut(NamedTuple):
    """CVaR of the shortfall at some hours, and its slope: by hour of each option."""

    value: float
    slope: Floats


def worst(losses: Floats, level: float) -> tuple[NDArray[np.intp], Floats]:
    """Return which losses above 0 are in the tail, and the weight of each.

    Of n losses the worst (1 - level) n weigh alike; one that lies across the border
    weighs for its part beyond it. Losses of 0 or less weigh nothing.
    """
    n = len(losses)
    in_tail = (1 - level) * n
    n_whole = min(n, int(np.ceil(in_tail - _ROUNDING)))
    # Only which losses are the worst counts, not their order, so nothing is sorted.
    order = np.argpartition(losses, n - n_whole)[n - n_whole :]
    weights = np.full(n_whole, 1 / in_tail)
    weights[np.argmin(losses[order])] -= (n_whole - in_tail) / in_tail
    is_loss = losses[order] > 0
    return order[is_loss], weights[is_loss]


def cut_at(scenarios: Scenarios, hours: Floats, floor: float, level: float) -> Cut:
    """Return the CVaR of the shortfall below the floor, and its slope."""
    if scenarios.by_month is None:
        losses = floor - scenarios.income(hours)
        which, weights = worst(losses, level)
        slope = -(weights @ scenarios.per_hour[which])
        return Cut(float(weights @ losses[which]), slope)
    lacks = np.maximum(floor - scenarios.months(hours), 0.0)
    losses = lacks.mean(axis=1)
    which, weights = worst(losses, level)
    value = float(weights @ losses[which])
    # Only a month below the floor lacks less if an hour brings more.
    is_short = (lacks[which] > 0) * (weights / lacks.shape[1])[:, None]
    per_hour = scenarios.by_month[which]
    return Cut(value, -np.tensordot(is_short, per_hour, axes=2))
