"""How many weeks a CUSUM runs until it raises the alarm, on average.

One-sided: S = max(0, S + z - k), alarm when S > h, for independent normal z. The
run length L from a start s solves

    L(s) = 1 + L(0) P(s + z <= k) + integral from 0 to h of L(x) f(x + k - s - mu) dx

with f the normal density: the next week either falls back to 0, lands on some x
below the threshold and goes on from there, or ends the run. Gauss-Legendre nodes turn
it into linear equations (Page 1954; the same way as Vance 1986).
"""

import math
from functools import cache, lru_cache

import numpy as np
from numpy.typing import ArrayLike

from plait.analysis.floats import Floats

_NODES = 40
_CLOSE = 1e-9
# NumPy has no erf, and SciPy would bring more than 100 MB for it.
_erf = np.frompyfunc(math.erf, 1, 1)


def density(x: ArrayLike) -> Floats:
    """Return the standard normal density."""
    return np.exp(-0.5 * np.square(x)) / math.sqrt(2 * math.pi)


def below(x: ArrayLike) -> Floats:
    """Return the probability that a standard normal value is below x."""
    scaled = np.asarray(x, dtype=np.float64) / math.sqrt(2)
    return 0.5 * (1.0 + np.asarray(_erf(scaled), dtype=np.float64))


@cache
def _gauss_legendre() -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    return nodes, weights


def run_length(
    threshold: float, *, k: float = 0.5, mu: float = 0.0, start: float = 0.0
) -> float:
    """Return the mean weeks until the alarm, with z around `mu`.

    `start` is where S begins (a head start); 0 is usual.

    >>> round(run_length(4), 1)
    335.4
    """
    nodes, weights = _gauss_legendre()
    nodes = 0.5 * threshold * (nodes + 1)
    weights = 0.5 * threshold * weights
    points = np.append(nodes, [0.0, start])
    matrix = np.zeros((_NODES + 2, _NODES + 2))
    matrix[:, :_NODES] = weights * density(nodes[None, :] + k - mu - points[:, None])
    matrix[:, _NODES] = below(k - mu - points)
    solved = np.linalg.solve(np.eye(_NODES + 2) - matrix, np.ones(_NODES + 2))
    return float(solved[-1])


@lru_cache(maxsize=64)
def threshold_for(weeks_between_false_alarms: float, k: float = 0.5) -> float:
    """Return the threshold that gives so many weeks between false alarms.

    0 where even that is too much to ask: without any threshold a steady role passes
    k once in 3.2 weeks (k = .5).

    >>> round(threshold_for(104), 3)
    2.886
    """
    wanted = math.log(weeks_between_false_alarms)
    before, at = 0.0, 3.0
    short, far = (math.log(run_length(h, k=k)) - wanted for h in (before, at))
    if short >= 0:
        return before
    # The logarithm is nearly straight, so a few secants reach the root.
    while abs(at - before) > _CLOSE:
        before, at = at, max(0.0, at - far * (at - before) / (far - short))
        short, far = far, math.log(run_length(at, k=k)) - wanted
    return at
