"""Where the level of an income is and goes: many small models, weighed by the past.

Each model has months x = level + chance, and a level that wanders and may have a
slope. They differ in how much the level wanders, as a share of the variance of
chance, and in their slope: none, a constant one, or one that fades. Each is a Kalman
filter with the variance of chance integrated out (a scaled inverse chi-squared
prior), so that its weight is a Student t likelihood times its prior. A level that
moved by more than a few percent a month is taken to be unlikely: with lumpy income a
wandering level and large chance look alike, and the first is a bad bet.

All works on many incomes at once, (n, t), for the study; a person's is one row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from plait.analysis.floats import Floats

# Variance of a step of the level over that of chance, with the prior of each.
_WANDERS = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
_WANDER_PRIOR = (0.25, *[0.75 / 7] * 7)
# (variance of the slope at first, how much stays, variance of its step, prior)
_SLOPES = ((0.0, 1.0, 0.0, 0.6), (0.03**2, 1.0, 0.0, 0.2), (0.004, 0.9, 0.001, 0.2))
# The prior of the variance of chance, of months of mean 1: as of two months of .02.
_MONTHS_BEFORE, _CHANCE_BEFORE = 2.0, 0.02
# By how much of itself a level usually moves in a month, at most.
_USUAL_STEP = 0.07


def _grid() -> tuple[Floats, ...]:
    rows = [
        (step, first, stays, turn, prior * weight)
        for step, weight in zip(_WANDERS, _WANDER_PRIOR, strict=True)
        for first, stays, turn, prior in _SLOPES
    ]
    return tuple(np.array(column) for column in zip(*rows, strict=True))


_STEP, _FIRST, _STAYS, _TURN, _PRIOR = _grid()


@dataclass(frozen=True, eq=False)
class Levels:
    """What the first `n_months` say: levels and slopes (n, models), and how sure.

    `chance` (n, models) is the variance of chance, `weights` (n, models) sum to 1.
    """

    n_months: int
    level: Floats
    slope: Floats
    chance: Floats
    weights: Floats


def filtered(months: Floats, first: int) -> list[Levels]:
    """Return what is known after `first` months, after one more, … after all (n, t).

    Months are of mean 1 or so, without season.
    """
    n_months = months.shape[1]
    shape = (len(months), len(_STEP))
    level = np.repeat(months[:, :1], shape[1], axis=1)
    slope, squares = np.zeros(shape), np.zeros(shape)
    logs = np.log(_PRIOR)
    found = []
    for month in range(1, n_months + 1):
        if month >= first:
            found.append(Levels(month, level, slope, *_weighed(logs, squares, month)))
        if month == n_months:
            break
        step = _variances(month).next_month()
        level, slope = level + _STAYS * slope, _STAYS * slope
        off = months[:, month : month + 1] - level
        squares = squares + off**2 / step.spread
        logs = logs - 0.5 * np.log(step.spread)
        level, slope = level + step.of_level * off, slope + step.of_slope * off
    return found


class _Step(NamedTuple):
    """How far a month may be off, and how much of that moves level and slope."""

    spread: Floats
    of_level: Floats
    of_slope: Floats


class _Variances(NamedTuple):
    """Variances of level and slope and their covariance, over that of chance."""

    level: Floats
    slope: Floats
    both: Floats

    def ahead(self) -> "_Variances":
        """Return them a month on, before it is known."""
        level = self.level + 2 * _STAYS * self.both + _STAYS**2 * self.slope + _STEP
        both = _STAYS * self.both + _STAYS**2 * self.slope
        return _Variances(level, _STAYS**2 * self.slope + _TURN, both)

    def next_month(self) -> _Step:
        """Return what the next month does."""
        level, _, both = self.ahead()
        return _Step(level + 1, level / (level + 1), both / (level + 1))


@lru_cache(maxsize=1024)
def _variances(n_months: int) -> _Variances:
    """Return the variances after so many months: no month's amount is in them."""
    if n_months == 1:
        return _Variances(np.ones(len(_STEP)), _FIRST, np.zeros(len(_STEP)))
    level, slope, both = _variances(n_months - 1).ahead()
    spread = level + 1
    return _Variances(level / spread, slope - both**2 / spread, both / spread)


def _weighed(logs: Floats, squares: Floats, n_months: int) -> tuple[Floats, Floats]:
    """Return the variance of chance and the weight of each model so far."""
    n = n_months - 1  # the first month surprised nobody
    sums = _MONTHS_BEFORE * _CHANCE_BEFORE + squares
    chance = sums / (_MONTHS_BEFORE + n)
    likely = logs - (_MONTHS_BEFORE + n) / 2 * np.log(sums)
    likely = likely - chance * _STEP / (2 * _USUAL_STEP**2)
    weights = np.exp(likely - likely.max(axis=1, keepdims=True))
    return chance, weights / weights.sum(axis=1, keepdims=True)


def sums_ahead(
    of: Levels,
    horizons: tuple[int, ...],
    skipped: int,
    uneven: Sequence[Floats | float],
) -> list[tuple[Floats, Floats]]:
    """Return mean and standard deviation of the sum of so many months, (n,) each.

    The first `skipped` months after the last known are not in it. `uneven` says of
    each sum how much more the chance of its months counts where one of them brings
    much more than another: the mean of squares over the square of the mean.
    """
    return [
        _mixed(of, _of_sum(of.n_months, horizon, skipped), horizon, more)
        for horizon, more in zip(horizons, uneven, strict=True)
    ]


class LevelsOfMonths(NamedTuple):
    """`Levels` after each of some months, in one array for each: (months, n, models)."""

    n_months: tuple[int, ...]
    level: Floats
    slope: Floats
    chance: Floats
    weights: Floats


def together(levels: Sequence[Levels]) -> LevelsOfMonths:
    """Return the levels of months that follow each other, to be asked all at once."""
    return LevelsOfMonths(
        tuple(one.n_months for one in levels),
        *(
            np.stack([getattr(one, name) for one in levels])
            for name in ("level", "slope", "chance", "weights")
        ),
    )


def sums_from_each(
    of: LevelsOfMonths, n_months: int, horizon: int, skipped: int
) -> tuple[Floats, Floats]:
    """Return what `sums_ahead` says after each of the first months, (months, n)."""
    each = [_of_sum(one, horizon, skipped) for one in of.n_months[:n_months]]
    of_slope, variance = (
        np.stack(parts)[:, None, :] for parts in zip(*each, strict=True)
    )
    first = of._replace(
        **{name: getattr(of, name)[:n_months] for name in of._fields[1:]}
    )
    return _mixed(first, (of_slope, variance), horizon, 1.0)


def _mixed(
    of: Levels | LevelsOfMonths,
    of_sum: tuple[Floats, Floats],
    horizon: int,
    more: Floats | float,
) -> tuple[Floats, Floats]:
    """Return mean and standard deviation of a sum over the models by their weights."""
    of_slope, variance = of_sum
    total = horizon * of.level + of_slope * of.slope
    mean = (of.weights * total).sum(axis=-1)
    by_month = np.reshape(more, (-1, 1)) * horizon
    var = of.chance * (variance + by_month) + (total - mean[..., None]) ** 2
    return mean, np.sqrt((of.weights * var).sum(axis=-1))


@lru_cache(maxsize=4096)
def _of_sum(n_months: int, horizon: int, skipped: int) -> tuple[Floats, Floats]:
    """Return how often a sum holds the slope, and its variance over that of chance.

    Of levels alone, without the chance of the months themselves. The sum is of `horizon` months after `skipped` ones. How much of it a step of the
    level or of the slope moves is the months that come after it.
    """
    level, slope, both = _variances(n_months)
    # Of the first month ahead on: how often its slope is in the level of each month.
    grown = np.cumsum([_STAYS**month for month in range(1, skipped + horizon + 1)], 0)
    slopes = grown[skipped:].sum(axis=0)
    variance = horizon**2 * level + 2 * horizon * slopes * both + slopes**2 * slope
    for month in range(skipped + horizon):
        counted = np.arange(month, skipped + horizon) >= skipped
        steps = float(counted.sum())
        turned = np.zeros(len(_STEP))
        if month + 1 < skipped + horizon:
            # A turn of the slope is in the level from the month after it on.
            later = np.concatenate([np.zeros((1, len(_STEP))), grown])
            turned = later[: len(counted)][counted].sum(axis=0)
        variance = variance + steps**2 * _STEP + turned**2 * _TURN
    return slopes, variance
