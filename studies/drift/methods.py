"""The contestants: in which weeks each is in alarm, at a setting that is stricter."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.drift.evidence import Weekly, chart
from plait.analysis.hours.drift.onset import watch
from plait.domain.columns import Bools
from studies.drift import former
from studies.drift.lives import MONDAYS, Life

_YEAR = 52


@dataclass(frozen=True, slots=True)
class Method:
    """A way to watch: what it prepares of a life, its alarms, and its settings' bounds."""

    name: str
    prepare: Callable[[Life], object]
    alarms: Callable[..., Bools]
    bounds: tuple[float, float]


def _steps(life: Life) -> tuple[list[float], Bools]:
    """Return the shipped method's steps: what it weighs each week by."""
    n_weeks = len(life.shares)
    weekly = Weekly(life.shares, 1.0, life.set_aside, MONDAYS[:n_weeks])
    found = chart(weekly, threshold=1.0)
    return found.steps, found.is_compared


def _shipped(prepared: tuple[list[float], Bools], setting: float) -> Bools:
    steps, compared = prepared
    statistic, _ = watch(steps, setting)
    inside = np.zeros(len(compared), dtype=bool)
    at = np.cumsum(compared) - 1
    inside[at >= 0] = (np.array(statistic) > setting)[at[at >= 0]]
    inside[np.cumsum(compared) < 8] = False
    return inside


def _former(life: Life, setting: float) -> Bools:
    return former.alarms(life, setting)


def _above(excess: Floats, setting: float) -> Bools:
    return np.nan_to_num(excess, nan=-1.0) > setting


def _mean(n_weeks: int) -> Callable[[Life], Floats]:
    """Return by how much the mean of the last weeks is over what was agreed."""

    def excess(life: Life) -> Floats:
        return _windowed(life, np.ones(len(life.shares)), n_weeks)

    return excess


def _same_weeks(n_weeks: int) -> Callable[[Life], Floats]:
    """Return by how much the last weeks are over the same ones of earlier years.

    Those are taken over their own year's level, so that it is the agreement they are
    set against.
    """

    def excess(life: Life) -> Floats:
        return _windowed(life, _of_earlier_years(life), n_weeks)

    return excess


def _windowed(life: Life, usual: Floats, n_weeks: int) -> Floats:
    """Return the sum of the last weeks over the usual one, less 1; NaN before."""
    kept = np.flatnonzero(~life.set_aside & ~np.isnan(usual))
    found = np.full(len(usual), np.nan)
    if len(kept) < n_weeks:
        return found
    sums, base = (
        np.convolve(one[kept], np.ones(n_weeks), mode="valid")
        for one in (life.shares, usual)
    )
    # Where next to nothing is usual, a third of what was agreed stands in for it.
    found[kept[n_weeks - 1 :]] = sums / np.maximum(base, 0.35 * n_weeks) - 1
    at = np.maximum.accumulate(np.where(np.isnan(found), 0, np.arange(len(found))))
    return found[at]


def _of_earlier_years(life: Life) -> Floats:
    kept = ~life.set_aside
    sums = np.append(0, np.cumsum(life.shares * kept))
    n = np.append(0, np.cumsum(kept))
    usual = np.full(len(kept), np.nan)
    for week in range(_YEAR, len(kept)):
        found = []
        for middle in range(week - _YEAR, 0, -_YEAR):
            a, b = middle - 1, min(middle + 2, week)
            c, d = max(0, middle - 26), min(week, middle + 26)
            if n[b] > n[a] and n[d] - n[c] >= 20:
                level = (sums[d] - sums[c]) / (n[d] - n[c])
                found.append((sums[b] - sums[a]) / (n[b] - n[a]) / level)
        if found:
            usual[week] = np.mean(found[:3])
    return usual


def _naive(name: str, excess: Callable[[Life], Floats]) -> Method:
    return Method(name, excess, _above, (0.0, 4.0))


SHIPPED = Method("shipped", _steps, _shipped, (1.0, 12.0))
FORMER = Method("before: CUSUM", lambda life: life, _former, (0.3, 40.0))
NAIVE = (
    _naive("mean of 8 weeks", _mean(8)),
    _naive("mean of 26 weeks", _mean(26)),
    _naive("the last year", _mean(_YEAR)),
    _naive("same 8 weeks", _same_weeks(8)),
    _naive("same 13 weeks", _same_weeks(13)),
    _naive("same 26 weeks", _same_weeks(26)),
)
METHODS = (SHIPPED, FORMER, *NAIVE)
