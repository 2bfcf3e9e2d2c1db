"""Weeks away that nobody entered: the chance that one comes again.

Such a week shows in the hours alone. Whether those of the year before came again in
the person's own past, give or take a week, says how likely the next one is.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.naive import YEAR, Horizon

# Before any is known: one in three comes again, one week in a hundred comes new.
_AGAIN, _AGAIN_WEEKS = 0.5, 1.5
_NEW, _NEW_WEEKS = 0.2, 20.0
_MOSTLY_THERE = 0.5


def away_again(known: KnownWeeks, horizon: Horizon) -> Floats:
    """Return the chance that each week ahead is one away: origins x weeks ahead."""
    is_away = ~known.is_usual
    near = is_away.copy()
    near[1:] |= is_away[:-1]
    near[:-1] |= is_away[1:]
    before = np.zeros(len(known.mondays), dtype=np.bool_)
    n_known = min(len(near), len(before) - YEAR)
    if n_known > 0:
        before[YEAR : YEAR + n_known] = near[:n_known]
    was = before[: known.n_past]
    again = (_AGAIN + _sums(is_away & was)) / (_AGAIN_WEEKS + _sums(was))
    new = (_NEW + _sums(is_away & ~was)) / (_NEW_WEEKS + _sums(~was))
    at = horizon.origins[:, None]
    chance = np.where(before[horizon.weeks], again[at], new[at])
    is_there = (known.foreseen * known.runs)[horizon.weeks, -1] >= _MOSTLY_THERE
    return np.where(is_there, chance, 0.0)


def _sums(of: "np.ndarray") -> Floats:
    found: Floats = of.cumsum().astype(np.float64)
    return found
