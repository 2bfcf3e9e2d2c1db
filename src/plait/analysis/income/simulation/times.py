"""When things happen: months as whole numbers, drawn at once instead of month by month.

A chance p a year is the rate -log(1 - p) / 12 a month. With an exponential E the
whole part of E / rate is the month in which it happens, 0 for the first: it has not
happened before month t with the chance (1 - p)^(t / 12), as if every month had drawn
with the chance 1 - (1 - p)^(1/12).
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.income.model import MONTHS_A_YEAR, Hazard
from plait.analysis.income.varying.quantiles import (
    Floats32,
    beta_quantiles,
    draw,
    middles,
)

Months = NDArray[np.int32]
Which = NDArray[np.intp]

NEVER = np.int32(1 << 20)
"""A month that no simulation reaches."""

# The most months that something takes on average and may still come.
_LONGEST = 1e9


def means(hazard: Hazard, n: int, rng: np.random.Generator) -> Floats32:
    """Return the mean months to the end in each of n scenarios, 1 / rate.

    A hazard in doubt is drawn once for a scenario and stays as it is.
    """
    if hazard.is_fixed:
        return means_of(np.full(n, hazard.a))
    return draw(rng, _prior(hazard), np.empty(n, dtype=np.float32))


@lru_cache(maxsize=32)
def _prior(hazard: Hazard) -> Floats32:
    """Return 65,536 equally likely mean months of a hazard in doubt."""
    table = means_of(beta_quantiles(hazard.a, hazard.b, middles()))
    table.setflags(write=False)
    return table


def means_of(chances: Floats) -> Floats32:
    """Return the mean months of yearly chances, infinite for a chance of 0."""
    with np.errstate(divide="ignore"):
        return (-MONTHS_A_YEAR / np.log1p(-chances)).astype(np.float32)


def happens_in(mean: Floats32, rng: np.random.Generator) -> Months:
    """Return the month in which something of such a mean happens, from 0 on."""
    drawn = rng.standard_exponential(len(mean), dtype=np.float32)
    is_never = mean > _LONGEST
    if is_never.any():  # 0 x infinity is no number
        drawn *= np.where(is_never, np.float32(_LONGEST), mean)
        drawn[is_never] = NEVER
    else:
        drawn *= mean
    return np.minimum(drawn, np.float32(NEVER), out=drawn).astype(np.int32)


def waits(mean: float, n: int, rng: np.random.Generator) -> Months:
    """Return how many months n searches take: geometric, at least 1, of that mean.

    Below a mean of 1 a search takes one month with that chance, and else none.
    """
    if mean <= 1:
        return (rng.random(n, dtype=np.float32) < mean).astype(np.int32)
    drawn = rng.standard_exponential(n, dtype=np.float32)
    drawn *= np.float32(-1 / np.log1p(-1 / mean))
    drawn += 1
    return np.minimum(drawn, np.float32(NEVER), out=drawn).astype(np.int32)
