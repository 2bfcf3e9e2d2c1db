"""Quantiles of the gamma and the Beta distribution, and drawing from them by table.

Drawing one such number takes fifteen to sixty nanoseconds, and a large simulation
takes a hundred million. So they are looked up: sixteen random bits choose one of
65,536 equally likely quantiles, which takes one and a half.
"""

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats

Floats32 = NDArray[np.float32]

ATOMS = 1 << 16
_GRID = 1 << 13
_BITS = np.iinfo(np.uint64).max


def middles() -> Floats:
    """Return the chances in the middle of 65,536 equal parts."""
    return (np.arange(ATOMS) + 0.5) / ATOMS


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


def beta_quantiles(a: float, b: float, chances: Floats) -> Floats:
    """Return quantiles of a Beta distribution, summed on a grid of y = log(p/(1-p)).

    There its density is p^a (1 - p)^b, without poles for any a and b, and highest at
    the mean; to both sides it falls as e^(a y) and e^(-b y) at the slowest.
    """
    middle, width = np.log(a / b), (1 / a + 1 / b) ** 0.5
    y = np.linspace(middle - 8 * width - 15 / a, middle + 8 * width + 15 / b, _GRID)
    log_density = -a * np.logaddexp(0, -y) - b * np.logaddexp(0, y)
    density = np.exp(log_density - log_density.max())
    below = np.concatenate([[0.0], np.cumsum(density[1:] + density[:-1])])
    found = np.interp(chances, below / below[-1], y)
    return np.asarray(np.exp(-np.logaddexp(0, -found)))


def draw(rng: np.random.Generator, table: Floats32, out: Floats32) -> Floats32:
    """Fill `out` (any shape, contiguous) from a table of 65,536 and return it."""
    n_words = -(-out.size // 4)
    words = rng.integers(0, _BITS, n_words, dtype=np.uint64, endpoint=True)
    sixteen = words.view(np.uint16)[: out.size].reshape(out.shape)
    # "wrap" costs least, and sixteen bits never reach beyond the table.
    return np.take(table, sixteen.astype(np.intp), mode="wrap", out=out)
