"""How the months of a stream vary: factors of mean 1, gamma distributed.

Gamma and not lognormal: it knows months that bring next to nothing, which is what
hurts, and a stream of several equal independent payments is gamma again. With the
relative standard deviation v its shape is 1/v^2 and its scale v^2.

Drawing a gamma number takes fifteen nanoseconds, and there are twelve million of
them for each stream of a large simulation. So they are looked up: sixteen random
bits choose one of 65,536 equally likely quantiles, which takes one and a half. The
mean of the table is exactly 1, its standard deviation is right to one in a thousand
up to v = 1.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats

Floats32 = NDArray[np.float32]

_ATOMS = 1 << 16
_GRID = 1 << 15
_BITS = np.iinfo(np.uint64).max


@lru_cache(maxsize=16)
def factors(varies: float) -> Floats32:
    """Return 65,536 equally likely factors in order, of mean 1 and sd `varies` > 0."""
    shape = varies**-2
    chances = (np.arange(_ATOMS) + 0.5) / _ATOMS
    found = gamma_quantiles(shape, chances)
    table: Floats32 = (found / found.mean()).astype(np.float32)
    table.setflags(write=False)
    return table


def gamma_quantiles(shape: float, chances: Floats) -> Floats:
    """Return the quantiles of a gamma distribution of scale 1 at chances in (0, 1).

    With y = log(x / shape) the density is exp(shape (y - e^y)), smooth for every
    shape; it is summed by trapezia on a grid that leaves out less than one in a
    million.
    """
    low = -8 * shape**-0.5 - 15 / shape
    high = np.log1p(9 * shape**-0.5 + 20 / shape)
    y = np.linspace(low, high, _GRID)
    density = np.exp(shape * (y - np.expm1(y)))
    below = np.concatenate([[0.0], np.cumsum(density[1:] + density[:-1])])
    found: Floats = shape * np.exp(np.interp(chances, below / below[-1], y))
    return found


def draw_factors(rng: np.random.Generator, varies: float, out: Floats32) -> Floats32:
    """Fill `out` (any shape, contiguous) with independent factors and return it."""
    n_words = -(-out.size // 4)
    words = rng.integers(0, _BITS, n_words, dtype=np.uint64, endpoint=True)
    sixteen = words.view(np.uint16)[: out.size].reshape(out.shape)
    # "clip" skips the check of indices that sixteen bits can never fail.
    return np.take(factors(varies), sixteen, mode="clip", out=out)
