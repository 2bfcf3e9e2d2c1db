"""How the months of a stream vary: factors of mean 1, gamma distributed.

Gamma and not lognormal: it knows months that bring next to nothing, which is what
hurts, and a stream of several equal independent payments is gamma again. With the
relative standard deviation v its shape is 1/v^2 and its scale v^2. The mean of the
table is exactly 1, its standard deviation is right to two in a thousand up to v = 1.
"""

from functools import lru_cache

import numpy as np

from plait.analysis.income.simulation.quantiles import (
    Floats32,
    draw,
    gamma_quantiles,
    middles,
)


@lru_cache(maxsize=32)
def factors(varies: float) -> Floats32:
    """Return 65,536 equally likely factors in order, of mean 1 and sd `varies` > 0."""
    found = gamma_quantiles(varies**-2, middles())
    table: Floats32 = (found / found.mean()).astype(np.float32)
    table.setflags(write=False)
    return table


def draw_factors(rng: np.random.Generator, varies: float, out: Floats32) -> Floats32:
    """Fill `out` (any shape, contiguous) with independent factors and return it."""
    return draw(rng, factors(varies), out)
