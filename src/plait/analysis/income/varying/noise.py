"""How the months of a stream vary: factors of mean 1, gamma distributed.

Gamma and not lognormal: it knows months that bring next to nothing, which is what
hurts, and a stream of several equal independent payments is gamma again. With the
relative standard deviation v its shape is 1/v^2 and its scale v^2. The mean of the
table is exactly 1, its standard deviation is right to two in a thousand up to v = 1.

Where a share z of the months brings nothing at all, so many factors are 0, and the
others a gamma of the mean 1 / (1 - z) that leaves the standard deviation v:
of months that bring something the square of it is (1 + v^2)(1 - z) - 1.

Streams that move together share a normal number c in each month: a stream of the
loading l draws its factor at the chance of l c + root(1 - l^2) x own, so that two of
the loadings l and m have normal numbers correlated l m (a Gaussian copula).
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from plait.analysis.income.varying.quantiles import (
    ATOMS,
    Floats32,
    draw,
    gamma_quantiles,
    middles,
)

# Of months that bring something: a smaller one is no spread that tables hold.
_LEAST_VARIES = 0.02


@lru_cache(maxsize=32)
def factors(varies: float, empty: float = 0.0) -> Floats32:
    """Return 65,536 equally likely factors in order, of mean 1 and sd `varies` > 0."""
    n_empty = round(empty * ATOMS)
    if not n_empty:
        paid = gamma_quantiles(varies**-2, middles())
    else:
        spread = max((1 + varies**2) * (1 - empty) - 1, _LEAST_VARIES**2)
        chances = (np.arange(ATOMS - n_empty) + 0.5) / (ATOMS - n_empty)
        paid = np.concatenate([np.zeros(n_empty), gamma_quantiles(1 / spread, chances)])
    table: Floats32 = (paid / paid.mean()).astype(np.float32)
    table.setflags(write=False)
    return table


def draw_factors(
    rng: np.random.Generator, varies: float, out: Floats32, empty: float = 0.0
) -> Floats32:
    """Fill `out` (any shape, contiguous) with independent factors and return it."""
    return draw(rng, factors(varies, empty), out)


class Together(NamedTuple):
    """What the months of all streams have in common, and how much of it one has."""

    common: Floats32
    loading: float


def draw_together(
    rng: np.random.Generator, table: Floats32, out: Floats32, with_others: Together
) -> Floats32:
    """Fill `out` with factors of a table that move with what all have in common."""
    common, loading = with_others
    normal = rng.standard_normal(out.shape, dtype=np.float32)
    normal *= np.float32((1 - loading**2) ** 0.5)
    normal += np.float32(loading) * common
    # The normal distribution to four digits (Bowling and others 2009).
    chance = 1 / (1 + np.exp(-(1.5976 * normal + 0.07056 * normal**3)))
    np.take(table, (chance * ATOMS).astype(np.intp), mode="clip", out=out)
    return out
