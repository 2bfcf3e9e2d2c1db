"""How much the months of an income swing.

Two figures over the last two years of months at most: the standard deviation as a
share of the mean, and how many months in a hundred lie more than a quarter off the
median month (the measure of the JPMorgan Chase Institute's studies of bank accounts).
Fewer than six months say nothing.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats

MONTHS_SEEN = 24
FEWEST = 6
_OFF = 0.25


@dataclass(frozen=True, slots=True)
class Swing:
    """Relative standard deviation, and the share of months far off the median."""

    deviation: float
    far_off: float
    n_months: int


def swing(monthly: Floats) -> Swing | None:
    """Return how much the last 24 months swing, None where too few or all nothing."""
    months = monthly[-MONTHS_SEEN:]
    mean = float(months.mean()) if len(months) >= FEWEST else 0.0
    if mean <= 0:
        return None
    middle = float(np.median(months))
    off = np.abs(months - middle) > _OFF * middle + 1e-9
    return Swing(float(months.std()) / mean, float(off.mean()), len(months))
