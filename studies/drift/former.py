"""The method that Plait had before: a CUSUM of hours with a learned spread.

z = (hours - agreed) / spread, S = max(0, S + z - 1/2), each z cut to 1/2 + h / 2. Hours
agreed by the month or longer were compared by whole months or quarters.
"""

import math

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Bools
from studies.drift.lives import MONDAYS, Life

_SLACK, _PRIOR, _LEAST = 0.5, 0.15, 0.05
_WEEKS_PER_MONTH = 52.1775 / 12


def alarms(life: Life, setting: float) -> Bools:
    """Return in which weeks the former method was in alarm."""
    shares, last, kept = _stretches(life)
    spread = _spreads(shares[kept] - 1)
    most = _SLACK + setting / 2
    steps = np.clip((shares[kept] - 1) / spread, -most, most) - _SLACK
    inside = np.zeros(len(life.shares), dtype=bool)
    s, highest, is_on, on = 0.0, 0.0, False, []
    for step in steps.tolist():
        s = max(0.0, s + step)
        if is_on and highest - s > setting:
            is_on, s = False, 0.0
        elif not is_on and s > setting:
            is_on, highest = True, s
        highest = max(highest, s)
        on.append(is_on)
    at = np.searchsorted(last[kept], np.arange(len(inside)), side="right") - 1
    inside[at >= 0] = np.array(on)[at[at >= 0]]
    return inside


def _stretches(life: Life) -> tuple[Floats, Floats, Bools]:
    """Return the shares of each stretch, its last week, and which are compared."""
    week = np.arange(len(life.shares))
    if not life.months:
        return life.shares, week, ~life.set_aside
    # A year was too long to wait for: its hours were compared by the quarter.
    n_months = min(life.months, 3)
    days = MONDAYS[: len(week)] + np.timedelta64(3, "D")
    month = days.astype("datetime64[M]").astype(np.int64) // n_months
    first = np.flatnonzero(np.diff(month) != 0) + 1
    sums = np.add.reduceat(life.shares, first)[:-1]
    agreed = n_months * _WEEKS_PER_MONTH
    return sums / agreed, first[1:] - 1, np.ones(len(sums), dtype=bool)


def _spreads(off: Floats) -> Floats:
    """Return the spread learned from the values before each."""
    far, near, found = _PRIOR**2, 0.8 * _PRIOR**2, []
    for at in range(len(off)):
        r = min(max(1 - near / far, 0.0), 0.6)
        found.append(math.sqrt(far * (1 + r) / (1 - r)))
        if at < 2:
            continue
        before = off[[max(at - lag, 0) for lag in range(1, 5)]]
        lags = np.minimum(0.5 * (off[at] - before) ** 2, 9 * far)
        weight = 1 / min(1 + at, 52)
        near += weight * (lags[0] - near)
        far = max(far + weight * (lags[1:].mean() - far), _LEAST**2)
    return np.array(found)
