"""Other ways to watch a series, in as few lines as they take.

Each takes one value a week and tells the index of the week it raises its alarm in, or
None. The product uses none of them but the naive rule.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import TOLERANCE, WEEKS_NEEDED


def first(is_alarm: Sequence[bool] | np.ndarray) -> int | None:
    """Return the index of the first True, None where there is none."""
    found = np.flatnonzero(is_alarm)
    return int(found[0]) if len(found) else None


def naive(hours: Floats, agreed: float, *, margin: float = TOLERANCE) -> int | None:
    """Alarm when the mean of the last four weeks is over agreed by the margin."""
    if len(hours) < WEEKS_NEEDED:
        return None
    means = np.convolve(hours, np.full(4, 0.25), mode="valid")[WEEKS_NEEDED - 4 :]
    found = first(means > agreed * (1 + margin) + 1e-9)
    return None if found is None else found + WEEKS_NEEDED - 1


def ewma_alarm(
    hours: Floats, agreed: float, *, weight: float, limit: float
) -> int | None:
    """Alarm on an EWMA of z over its limit, the spread taken from the first weeks."""
    if len(hours) < WEEKS_NEEDED:
        return None
    reach = limit * math.sqrt(weight / (2 - weight))
    level, above = 0.0, []
    for z in standardised(hours, agreed).tolist():
        level += weight * (z - level)
        above.append(level > reach)
    above[: WEEKS_NEEDED - 1] = [False] * (WEEKS_NEEDED - 1)
    return first(above)


def plug_in(hours: Floats, agreed: float, *, threshold: float) -> int | None:
    """Alarm on a CUSUM whose spread is the standard deviation of the first weeks."""
    if len(hours) < WEEKS_NEEDED:
        return None
    s, above = 0.0, []
    for z in standardised(hours, agreed).tolist():
        s = max(0.0, s + z - 0.5)
        above.append(s > threshold)
    above[: WEEKS_NEEDED - 1] = [False] * (WEEKS_NEEDED - 1)
    return first(above)


def standardised(hours: Floats, agreed: float) -> Floats:
    """Return z by the standard deviation of the first eight weeks."""
    spread = float(np.std(hours[:WEEKS_NEEDED], ddof=1))
    return (hours - agreed) / max(spread, 1e-9)


def page_hinkley(
    values: Sequence[float],
    *,
    threshold: float = 50.0,
    delta: float = 0.005,
    alpha: float = 0.9999,
    least: int = 30,
) -> int | None:
    """Alarm when the sum of deviations from the running mean has risen too far."""
    mean, total, lowest = 0.0, 0.0, math.inf
    for n, value in enumerate(values, start=1):
        mean += (value - mean) / n
        total = alpha * total + value - mean - delta
        lowest = min(lowest, total)
        if n >= least and total - lowest > threshold:
            return n - 1
    return None


class Wald(NamedTuple):
    """A sequential test of no shift against a shift of `sigmas`.

    The log-likelihood ratio decides for the shift above `upper` and against it below
    `lower`; it takes about `n_shift` weeks where there is one and `n_none` where not.
    """

    upper: float
    lower: float
    n_shift: float
    n_none: float


def sprt(alpha: float, beta: float, *, sigmas: float = 1.0) -> Wald:
    """Return Wald's bounds (1945) and mean numbers of weeks, overshoot left out."""
    upper, lower = math.log((1 - beta) / alpha), math.log(beta / (1 - alpha))
    a_week = sigmas**2 / 2
    return Wald(
        upper,
        lower,
        ((1 - beta) * upper + beta * lower) / a_week,
        (alpha * upper + (1 - alpha) * lower) / -a_week,
    )
