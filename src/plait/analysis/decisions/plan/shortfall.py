"""The mean shortfall of the worst months, as a linear programme sees it.

With losses L = floor - income the shortfall is max(0, L), and its CVaR at level a is
the least, over z >= 0, of z + mean(max(0, L - z)) / (1 - a) (Rockafellar and Uryasev
2000). It is also the greatest sum of q_s L_s over weights 0 <= q_s <= 1/((1 - a) n)
that sum to 1 at most: the worst losses above 0 get as much as they can. For given
weights that sum is linear in the hours and never above the CVaR, wherever the hours
go: a cut. A few dozen of them stand for the row that each scenario would need
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
    losses = floor - scenarios.income(hours)
    which, weights = worst(losses, level)
    slope = -(weights @ scenarios.per_hour[which])
    return Cut(float(weights @ losses[which]), slope)
