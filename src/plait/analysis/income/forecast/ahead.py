"""The range in which the income of the coming months lies, learnt from months alone.

The months are put into shares of their season and of their mean, the level is
followed by many small models at once, and the spread is held against the person's own
past: at every month from the twelfth on the same sum is forecast, and how far off it
was, in standard deviations, widens or narrows the range. Four such forecasts that do
not overlap are put beside them that were off by one, so that a short past moves it
little.

On what it was tried, and where it lost: docs/explanation/method-forecast.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.forecast.level_filters import (
    Levels,
    LevelsOfMonths,
    filtered,
    sums_ahead,
    sums_from_each,
    together,
)
from plait.analysis.income.forecast.seasons import YEAR, Season, season

HORIZONS = (6, 12)
# The share of ranges that should hold what comes.
PROMISED = 0.8
# A forecast needs so many months before it.
MONTHS_NEEDED = 12
_SCALED_BY = 24
# Own forecasts of these sums are looked back on; longer ones count for more.
_LOOKED_BACK = {3: 0.5, 6: 1.0, 12: 2.0}
_APART = 4.0
# What is taken on beside what one has: as much a year, and how unsure that is.
_NEW, _NEW_UNSURE = 0.02, 0.05
# Standard deviations to both sides that hold 80 %, where they are of Student's t.
_WIDE = {6: 1.42, 12: 1.30}
_NOTHING = 1e-9


@dataclass(frozen=True, eq=False)
class Ahead:
    """The sum of so many months ahead, (n,) each, in the money of the months.

    In eight of ten cases it lies from `low` to `high`; `middle` is its mean and
    `spread` its standard deviation.
    """

    months: int
    low: Floats
    middle: Floats
    high: Floats
    spread: Floats


@dataclass(frozen=True, eq=False)
class _Followed:
    """Months as shares of season and mean (n, t), and the levels known after each."""

    shares: Floats
    season: Season
    scale: Floats
    levels: list[Levels]


def ahead(
    months: Floats, actual: Floats | None = None, *, skipped: int = 1
) -> tuple[Ahead, ...]:
    """Return the sums of the next six and twelve months, from months known (n, t).

    `actual` are the months as they came, where `months` are as if what runs now had
    always run: how far a life was from what it seemed shows in them alone. `skipped`
    months lie between the last known and the first forecast, such as the month of the
    date, that is not whole. There have to be `MONTHS_NEEDED` at least.
    """
    now = _followed(months)
    past = now if actual is None else _followed(actual)
    widened = _looked_back(now, past, skipped)
    worth = [
        now.season.factors[:, (np.arange(horizon) + skipped) % YEAR]
        for horizon in HORIZONS
    ]
    hidden = now.season.hidden
    uneven = [(one**2).mean(axis=1) / one.mean(axis=1) ** 2 * hidden for one in worth]
    sums = _sums(now.levels[-1], HORIZONS, skipped, uneven)
    found = []
    for horizon, of_months, (mean, of_level) in zip(HORIZONS, worth, sums, strict=True):
        money = of_months.mean(axis=1) * now.scale
        sd = np.sqrt(of_level**2 + horizon * now.season.unsure)
        middle, spread = mean * money, sd * money * widened
        wide = spread * _WIDE[horizon]
        # Money goes out of a stream of costs alone; others bring nothing at least.
        least = np.where(months.min(axis=1) < 0, -np.inf, 0.0)
        low = np.maximum(least, middle - wide)
        found.append(Ahead(horizon, low, middle, middle + wide, spread))
    return tuple(found)


def _followed(months: Floats) -> _Followed:
    usual = season(months)
    scale = np.maximum(months[:, -_SCALED_BY:].mean(axis=1), _NOTHING)
    t = months.shape[1]
    # The first of the twelve is the calendar month of the first month ahead.
    shares = months / usual.factors[:, (np.arange(t) - t) % YEAR] / scale[:, None]
    return _Followed(shares, usual, scale, filtered(shares, MONTHS_NEEDED))


def _sums(
    levels: Levels,
    horizons: tuple[int, ...],
    skipped: int,
    uneven: Sequence[Floats | float],
) -> list[tuple[Floats, Floats]]:
    """Return mean and standard deviation of sums, with what may be taken on."""
    sums = sums_ahead(levels, horizons, skipped, uneven)
    return [
        _with_new(one, horizon, skipped)
        for horizon, one in zip(horizons, sums, strict=True)
    ]


def _with_new(
    of_running: tuple[Floats, Floats], horizon: int, skipped: int
) -> tuple[Floats, Floats]:
    mean, sd = of_running
    years = (horizon / 2 + skipped + 0.5) / YEAR
    unsure = (_NEW_UNSURE * mean) ** 2 * years
    return mean * (1 + _NEW * years), np.sqrt(sd**2 + unsure)


def _looked_back(now: _Followed, past: _Followed, skipped: int) -> Floats:
    """Return how much wider than the models say a person's own past was, (n,).

    How far off is by the months as they came, over the spread that is said now.
    """
    n, t = now.shares.shape
    squares, apart = np.zeros(n), 0.0
    running = np.concatenate([np.zeros((n, 1)), past.shares.cumsum(axis=1)], axis=1)
    of_now = together(now.levels)
    then = of_now if past is now else together(past.levels)
    for horizon, weight in _LOOKED_BACK.items():
        begins = np.arange(MONTHS_NEEDED + skipped, t - horizon + 1)
        if not len(begins):
            continue
        # One row for each month that somebody could have looked ahead from.
        mean, sd = _from_each(of_now, len(begins), horizon, skipped)
        if past is not now:
            mean, _ = _from_each(then, len(begins), horizon, skipped)
        came = running[:, begins + horizon] - running[:, begins]
        squares += weight / horizon * (((came.T - mean) / sd) ** 2).sum(axis=0)
        apart += weight / horizon * len(begins)
    return np.sqrt((_APART + squares) / (_APART + apart))


def _from_each(
    levels: LevelsOfMonths, n_months: int, horizon: int, skipped: int
) -> tuple[Floats, Floats]:
    """Return mean and standard deviation of the sum after each of the first months."""
    return _with_new(
        sums_from_each(levels, n_months, horizon, skipped), horizon, skipped
    )
