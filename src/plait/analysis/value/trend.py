"""Whether a role's answers rise or fall, and how surely.

The last half year counts, with eight answers at least. The slope is Theil and Sen's,
the median of the slopes between all pairs of weeks, so that one bad week moves it
little; whether there is any is Kendall's to say. A trend is told where chance alone
would show it at most once in ten, and where the answers moved by half a point.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.kendall import kendall

WEEKS = 26
ANSWERS_NEEDED = 8
_LEAST_CONFIDENCE = 0.90
LEAST_CHANGE = 0.5


class Direction(StrEnum):
    """Where the answers of the last half year go."""

    RISES = "rises"
    FALLS = "falls"
    STEADY = "steady"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class Trend:
    """Points a week, points over all its weeks, and how sure that is no chance.

    `confidence` is one less the chance that answers without any trend would show as
    much, in either direction. All are 0 where there are too few answers.
    """

    direction: Direction
    a_week: float = 0.0
    change: float = 0.0
    confidence: float = 0.0
    n_answers: int = 0
    n_weeks: int = 0


def trend(points: Floats, age_weeks: Floats) -> Trend:
    """Return the trend of answers, given in any order with their ages in weeks."""
    order = np.argsort(-age_weeks, kind="stable")
    recent = order[age_weeks[order] < WEEKS]
    points, age_weeks = points[recent], age_weeks[recent]
    if len(points) < ANSWERS_NEEDED:
        return Trend(Direction.TOO_FEW, n_answers=len(points))
    n_weeks = round(float(age_weeks[0] - age_weeks[-1]))
    slope = _slope(points, -age_weeks)
    confidence = 2 * NormalDist().cdf(abs(kendall(points))) - 1
    change = slope * n_weeks
    return Trend(
        direction=_direction(change, confidence),
        a_week=slope,
        change=change,
        confidence=confidence,
        n_answers=len(points),
        n_weeks=n_weeks,
    )


def _slope(points: Floats, weeks: Floats) -> float:
    """Return the median slope between all pairs of different weeks."""
    one, other = np.triu_indices(len(points), 1)
    apart = weeks[other] - weeks[one]
    is_apart = apart > 0
    rises = points[other][is_apart] - points[one][is_apart]
    return float(np.median(rises / apart[is_apart])) if is_apart.any() else 0.0


def _direction(change: float, confidence: float) -> Direction:
    if confidence < _LEAST_CONFIDENCE or abs(change) < LEAST_CHANGE:
        return Direction.STEADY
    return Direction.RISES if change > 0 else Direction.FALLS
