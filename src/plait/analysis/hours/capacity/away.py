"""Weeks away that nobody entered: the chance that one comes again.

Such a week shows in the hours alone. How often those of the year before came again in
the person's own past, in the same week or one beside it, says how likely the next is.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.naive import YEAR, Horizon
from plait.domain.columns import Ints

_NONE, _BESIDE, _SAME = 0, 1, 2
# Before any is known: a week in a hundred is one, one in ten beside one of the year
# before, one in three where it was; believed as so many weeks.
_CAME, _WEEKS = np.array([0.2, 0.4, 0.5]), np.array([20.0, 4.0, 1.5])
_MOSTLY_THERE = 0.5


def away_again(known: KnownWeeks, horizon: Horizon) -> Floats:
    """Return the chance that each week ahead is one away: origins x weeks ahead."""
    is_away = ~known.is_usual
    before = _before(known)
    came, n_weeks = _CAME[:, None], _WEEKS[:, None]
    is_kind = before[: known.n_past] == np.arange(len(_CAME))[:, None]
    rates = (came + (is_kind & is_away).cumsum(axis=1)) / (
        n_weeks + is_kind.cumsum(axis=1)
    )
    chance = rates[before[horizon.weeks], horizon.origins[:, None]]
    there = (known.foreseen * known.runs)[horizon.weeks, -1]
    return np.where(there >= _MOSTLY_THERE, chance, 0.0)


def _before(known: KnownWeeks) -> Ints:
    """Return whether a week a year before was one away, or one beside it."""
    is_away = ~known.is_usual
    was = np.where(is_away, _SAME, _NONE)
    was[1:] = np.maximum(was[1:], _BESIDE * is_away[:-1])
    was[:-1] = np.maximum(was[:-1], _BESIDE * is_away[1:])
    before = np.full(len(known.mondays), _NONE)
    n_known = min(len(was), len(before) - YEAR)
    if n_known > 0:
        before[YEAR : YEAR + n_known] = was[:n_known]
    return before
