"""How all income moves at once: its level ahead, and how streams move together.

The level, and how unsure it is, are set so that the simulated sums of six and twelve
months have the mean and the spread of the range that one's own months teach (see
`forecast`). What the streams' own months explain of that spread is taken out of it.

How streams move together is one number each, the loadings of a single common factor:
the correlation of two is the product of theirs. Correlations of few months are mostly
chance, so they are shrunk by the share that chance, at two standard errors, makes of
them: 4 x the sum of (1 - r^2)^2 / n over the sum of r^2 of all pairs. Below that share
of 1 nothing is left of them.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.income_ahead import RangeAhead
from plait.analysis.income.model import IncomeModel
from plait.analysis.series.streams import Stream

# Fewer months in common show no correlation.
MONTHS_NEEDED = 18
_MOST_MONTHS = 36
_LEAST, _MOST = 0.25, 4.0
_MOST_UNSURE, _MOST_WANDERS = 1.0, 0.2
_LEAST_LOADING, _MOST_LOADING = 0.1, 0.95
_ROUNDS = 20
# Standard errors that a correlation has to stand out by.
_ERRORS = 2
_PAIR = 2


def with_level(model: IncomeModel, ahead: Sequence[RangeAhead]) -> IncomeModel:
    """Return the model with a level that brings what is ahead; as it is without."""
    if not ahead or model.usual <= 0:
        return model
    six, twelve = ahead
    level = float(np.clip(twelve.running / (12 * model.usual), _LEAST, _MOST))
    of_six, of_year = (_of_level(model, one) for one in (six, twelve))
    # The mean of h months of a walk that begins now: (h + 1)(2h + 1) / 6h steps.
    per_step = [(h + 1) * (2 * h + 1) / (6 * h) for h in (6, 12)]
    step = max(0.0, of_year - of_six) / (per_step[1] - per_step[0])
    step = min(step, of_year / per_step[1], _MOST_WANDERS**2)
    unsure = max(0.0, of_year - step * per_step[1])
    return replace(
        model,
        level=level,
        level_unsure=min(_MOST_UNSURE, unsure**0.5),
        level_wanders=step**0.5,
        streams=tuple(replace(one, unsure=0.0) for one in model.streams),
    )


def _of_level(model: IncomeModel, one: RangeAhead) -> float:
    """Return the relative variance of a sum that its months do not explain."""
    running = [s for s in model.streams if s.monthly > 0 and not s.is_over]
    swings = np.array([s.monthly * s.varies for s in running])
    loads = np.array([s.together for s in running])
    between = np.outer(loads, loads)
    np.fill_diagonal(between, 1.0)
    by_months = float(swings @ between @ swings) * one.months
    whole = (one.spread / one.running) ** 2 if one.running > 0 else 0.0
    return max(0.0, whole - by_months / (model.usual * one.months) ** 2)


def loadings(streams: Sequence[Stream]) -> Floats:
    """Return how far each stream moves with all others, from -1 to 1."""
    none = np.zeros(len(streams))
    moving = [number for number, one in enumerate(streams) if one.known.any()]
    if len(moving) < _PAIR:
        return none
    begin = max(streams[number].begin for number in moving)
    known = np.logical_and.reduce([streams[number].is_known for number in moving])
    at = np.flatnonzero(known)
    at = at[at >= begin][-_MOST_MONTHS:]
    if len(at) < MONTHS_NEEDED:
        return none
    months = np.stack([streams[number].net[at] for number in moving])
    apart = _without_trend(months)
    swings = apart.std(axis=1) > 1e-6 * np.abs(months).mean(axis=1)
    if np.count_nonzero(swings) < _PAIR:
        return none
    found = _factor(_shrunk(np.corrcoef(apart[swings]), len(at)))
    none[np.array(moving)[swings]] = found
    return none


def _without_trend(months: Floats) -> Floats:
    """Return months (streams, n) without their straight line."""
    at = np.arange(months.shape[1]) - (months.shape[1] - 1) / 2
    slope = months @ at / (at @ at)
    return np.asarray(months - months.mean(axis=1, keepdims=True) - np.outer(slope, at))


def _shrunk(between: Floats, n: int) -> Floats:
    pairs = between[np.triu_indices(len(between), 1)]
    chance = _ERRORS**2 * float(((1 - pairs**2) ** 2).sum()) / n
    kept = max(0.0, 1 - chance / max(float((pairs**2).sum()), 1e-12))
    found = between * kept
    np.fill_diagonal(found, 1.0)
    return found


def _factor(between: Floats) -> Floats:
    """Return the loadings of one factor (principal factors, communalities repeated)."""
    reduced = between.copy()
    found = np.zeros(len(between))
    np.fill_diagonal(reduced, np.abs(between - np.eye(len(between))).max(axis=0))
    for _ in range(_ROUNDS):
        values, vectors = np.linalg.eigh(reduced)
        found = vectors[:, -1] * max(0.0, float(values[-1])) ** 0.5
        found = np.clip(found, -_MOST_LOADING, _MOST_LOADING)
        np.fill_diagonal(reduced, found**2)
    # The sign of a factor is nothing; the larger side is the positive one.
    found = found if found.sum() >= 0 else -found
    return np.where(np.abs(found) < _LEAST_LOADING, 0.0, found)
