"""The course that all income takes together: how its level moves, and good months.

The level begins unsure and walks from there, in logarithms, so that its mean stays
what the model says: with u and w for how unsure it is and how much it wanders, its
logarithm in month t has the variance log(1 + u^2) + (t + 1) log(1 + w^2).
"""

from typing import NamedTuple

import numpy as np

from plait.analysis.income.model import IncomeModel
from plait.analysis.income.varying.quantiles import Floats32

Rng = np.random.Generator

# The walk does not go on for good: after so many months a level stays where it is.
MONTHS_WALKED = 24


class Course(NamedTuple):
    """By month and scenario: the level, and a normal number; None for no such thing."""

    level: Floats32 | None
    common: Floats32 | None


def course_of(model: IncomeModel, n: int, luck: tuple[Rng, Rng]) -> Course:
    """Return the course of n scenarios, from numbers for the level and for months."""
    of_level, of_common = luck
    together = any(stream.together for stream in model.streams)
    common = None
    if together:
        common = of_common.standard_normal((model.months, n), dtype=np.float32)
    level = _level(model, n, of_level) if model.has_level else None
    return Course(level, common)


def _level(model: IncomeModel, n: int, rng: Rng) -> Floats32:
    unsure = np.log1p(model.level_unsure**2)
    wanders = np.log1p(model.level_wanders**2)
    found = np.full((model.months, n), np.log(max(model.level, 1e-9)), np.float32)
    at = np.zeros(n, dtype=np.float32)
    if unsure:
        at += np.float32(unsure**0.5) * rng.standard_normal(n, dtype=np.float32)
    variance = unsure
    for month in range(model.months):
        if wanders and month < MONTHS_WALKED:
            step = rng.standard_normal(n, dtype=np.float32)
            at += np.float32(wanders**0.5) * step
            variance += wanders
        found[month] += at - np.float32(variance / 2)
    return np.asarray(np.exp(found, out=found))
