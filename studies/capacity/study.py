"""How the forecast of the weeks ahead does on made-up lives of seven kinds.

    .venv/bin/python -m studies.capacity.study

Each life has three roles with 24, 8 and 4 hours a week agreed and a spread of 1.5
hours each, on top of which something happens. The table is what stands in
docs/explanation/method-capacity.md: means over twenty lives of each kind.
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from plait.analysis.hours.capacity.backtest import BackTest
from plait.analysis.hours.capacity.capacity import capacity
from plait.analysis.hours.capacity.forecasts import METHODS
from plait.analysis.series.weeks import weeks_of
from plait.domain.portfolio import Portfolio
from tests.cast import Life

Floats = NDArray[np.float64]
Happens = Callable[[np.random.Generator, Floats], Floats]

_AGREED = {"Practice": 24, "Atlas": 8, "Board": 4}
_SPREAD = 1.5
_N_LIVES = 20
_LENGTHS = (40, 70, 160)


def _nothing(rng: np.random.Generator, hours: Floats) -> Floats:  # noqa: ARG001  # one of seven alike
    return hours


def _wanders(rng: np.random.Generator, hours: Floats) -> Floats:
    """Let each week keep 85 % of what was beside the usual in the one before."""
    apart = np.zeros_like(hours)
    for week in range(1, len(hours)):
        apart[week] = 0.85 * apart[week - 1] + rng.normal(0, 1, hours.shape[1])
    return apart + hours / 2


def _creeps(rng: np.random.Generator, hours: Floats) -> Floats:  # noqa: ARG001
    hours[:, 1] += 0.2 * np.maximum(np.arange(len(hours)) - len(hours) + 40, 0)
    return hours


def _has_seasons(rng: np.random.Generator, hours: Floats) -> Floats:  # noqa: ARG001
    turn = 2 * np.pi * np.arange(len(hours)) / 52
    return hours + 4 * np.sin(turn)[:, None]


def _peaks_by_the_month(rng: np.random.Generator, hours: Floats) -> Floats:  # noqa: ARG001
    hours[:, 2] += np.where(np.arange(len(hours)) % 4 == 1, 8, -2)
    return hours


def _steps(rng: np.random.Generator, hours: Floats) -> Floats:
    begins = rng.integers(len(hours) // 2, len(hours))
    hours[begins + 1 :, 1] += 8
    return hours


def _goes_away(rng: np.random.Generator, hours: Floats) -> Floats:  # noqa: ARG001
    """Leave three weeks of each year empty, and tell nobody."""
    week = np.arange(len(hours)) % 52
    hours[np.isin(week, (5, 30, 31))] = -100
    return hours


KINDS: dict[str, Happens] = {
    "nothing happens": _nothing,
    "the level wanders": _wanders,
    "one role creeps": _creeps,
    "seasons": _has_seasons,
    "a peak every fourth week": _peaks_by_the_month,
    "one step up": _steps,
    "leave that nobody told": _goes_away,
}


def life(happens: Happens, seed: int, n_weeks: int) -> Portfolio:
    """Return a life in which that happens."""
    rng = np.random.default_rng(seed)
    beside = happens(rng, rng.normal(0, _SPREAD, (n_weeks, len(_AGREED))))
    told = Life(capacity=42)
    for (name, agreed), apart in zip(_AGREED.items(), beside.T, strict=True):
        hours = np.maximum(agreed + apart, 0).tolist()
        told.role(name, f"{agreed}/week").gives_weekly(name, hours)
    return told.portfolio()


def main() -> None:
    """Print a line for each length and kind: coverage, error, errors of each method."""
    sys.stdout.write(f"weeks; kind; held; shipped; {'; '.join(METHODS)}\n")
    for n_weeks in _LENGTHS:
        for kind, happens in KINDS.items():
            lives = (life(happens, seed, n_weeks) for seed in range(_N_LIVES))
            found = (capacity(one, weeks_of(one)).test for one in lives)
            figures = [_figures(test) for test in found if test is not None]
            means = np.nanmean(np.ma.masked_invalid(figures), axis=0).filled(np.nan)
            shown = "; ".join(f"{figure:.2f}" for figure in means)
            sys.stdout.write(f"{n_weeks}; {kind}; {shown}\n")


def _figures(test: BackTest) -> list[float]:
    told = (test.coverage, test.error, *(test.errors[one] for one in METHODS))
    return [np.nan if one is None else one for one in told]


if __name__ == "__main__":
    main()
