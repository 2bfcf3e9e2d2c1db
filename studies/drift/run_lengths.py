"""Mean run lengths of charts that the study knows but the product does not use."""

import math

import numpy as np

from plait.analysis.hours.drift.run_length import density, run_length


def two_sided(
    threshold: float, *, k: float = 0.5, mu: float = 0.0, start: float = 0.0
) -> float:
    """Return the mean run length of a CUSUM up and one down, each from `start`.

    Lucas and Crosier (1982): with L the run length from the start and L0 that from
    0 on either side, (L+ L0- + L- L0+ - L0+ L0-) / (L0+ + L0-).
    """
    up, down = (run_length(threshold, k=k, mu=m, start=start) for m in (mu, -mu))
    up_0, down_0 = (run_length(threshold, k=k, mu=m) for m in (mu, -mu))
    return (up * down_0 + down * up_0 - up_0 * down_0) / (up_0 + down_0)


def threshold_two_sided(run: float, *, k: float) -> float:
    """Return the threshold that gives a two-sided CUSUM this run length."""
    low, high = 0.0, 20.0
    while high - low > 1e-7:
        middle = 0.5 * (low + high)
        low, high = (middle, high) if two_sided(middle, k=k) < run else (low, middle)
    return 0.5 * (low + high)


def ewma(weight: float, limit: float, *, mu: float = 0.0, n_nodes: int = 150) -> float:
    """Return the mean run length of an EWMA between fixed limits, from 0.

    Q = weight z + (1 - weight) Q; alarm when |Q| passes `limit` of its own standard
    deviations in the long run, sqrt(weight / (2 - weight)).
    """
    reach = limit * math.sqrt(weight / (2 - weight))
    nodes, weights = np.polynomial.legendre.leggauss(n_nodes)
    points = np.append(reach * nodes, 0.0)
    matrix = np.zeros((n_nodes + 1, n_nodes + 1))
    step = (points[None, :-1] - (1 - weight) * points[:, None]) / weight
    matrix[:, :-1] = reach * weights * density(step - mu) / weight
    solved = np.linalg.solve(np.eye(n_nodes + 1) - matrix, np.ones(n_nodes + 1))
    return float(solved[-1])
