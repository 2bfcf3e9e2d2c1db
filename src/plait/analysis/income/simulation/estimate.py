"""A simulated figure and how far chance alone may have moved it."""

import math
from typing import NamedTuple


class Estimate(NamedTuple):
    """A figure and its Monte Carlo standard error; twice that holds it nearly always.

    The error is that of drawing, and says nothing of the model being right.
    """

    value: float
    error: float


def share(count: int, n: int) -> Estimate:
    """Return the share of n scenarios; its error never is 0, even at none or all.

    root(p (1 - p) / n), with half a scenario put on both sides: what never came in
    n scenarios may still come.
    """
    p = (count + 0.5) / (n + 1)
    return Estimate(count / n, math.sqrt(p * (1 - p) / n))
