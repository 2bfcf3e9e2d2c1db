"""Whether a role's answers rise or fall, how far and how surely.

The last half year counts, with eight answers at least. How far is the mean of the
last third of the answers against that of the first: the median of all slopes, usual
elsewhere, is nearly always 0 between answers that are whole numbers. How surely is
Kendall's test. There is a trend where chance alone would show it at most once in
twenty, and where both means are half a point apart.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.series.mann_kendall import kendall

WEEKS = 26
ANSWERS_NEEDED = 8
LEAST_CHANGE = 0.5
_LEAST_CONFIDENCE = 0.95
# Means of whole answers carry rounding errors far below this.
_ROUNDING = 1e-9


class Direction(StrEnum):
    """Where the answers of the last half year go."""

    RISES = "rises"
    FALLS = "falls"
    STEADY = "steady"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Trend:
    """From what to what, over how many weeks, and how sure it is that this is not chance.

    `before` and `after` are means of the first and last third of `n_answers`.
    `confidence` is one less the chance that answers without any trend would show as
    much, in either direction. With too few answers all but their number are 0.
    """

    direction: Direction
    before: float = 0.0
    after: float = 0.0
    confidence: float = 0.0
    n_answers: int = 0
    n_weeks: int = 0

    @property
    def change(self) -> float:
        """Points from before to after; below 0 where they fall."""
        return self.after - self.before


def trend(points: Floats, age_weeks: Floats) -> Trend:
    """Return the trend of answers, given in any order with their ages in weeks."""
    order = np.argsort(-age_weeks, kind="stable")
    recent = order[age_weeks[order] < WEEKS]
    points, age_weeks = points[recent], age_weeks[recent]
    if len(points) < ANSWERS_NEEDED:
        return Trend(Direction.TOO_FEW, n_answers=len(points))
    third = round(len(points) / 3)
    before, after = float(points[:third].mean()), float(points[-third:].mean())
    score = kendall(points)
    confidence = 2 * NormalDist().cdf(abs(score)) - 1
    is_one = confidence >= _LEAST_CONFIDENCE and score * (after - before) > 0
    is_far = abs(after - before) >= LEAST_CHANGE - _ROUNDING
    return Trend(
        direction=_towards(score) if is_one and is_far else Direction.STEADY,
        before=before,
        after=after,
        confidence=confidence,
        n_answers=len(points),
        n_weeks=round(float(age_weeks[0] - age_weeks[-1])) + 1,
    )


def _towards(score: float) -> Direction:
    return Direction.RISES if score > 0 else Direction.FALLS
