"""How alike two weeks are expected to be: by level, season, quarter and month.

Each rhythm says how much the hours of two weeks have in common, from 0 to 1, by the
day that each week's Thursday is. A setting mixes them, in units of the variance that
single weeks have by chance. Which settings fit, the person's own past decides.
"""

from itertools import product

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Days, Ints

_YEAR_DAYS, _QUARTER_DAYS = 365.2425, 91.3
# A season is alike within weeks; a week of the year within days.
_SLOW_DAYS, _FAST_DAYS, _EDGE_DAYS = 30.0, 6.0, 8.0
# A wandering level has .94 of itself left after a week, half after eleven.
_LEFT_OF_LEVEL = 0.94
# Half of what is by chance goes on into the next week, at .4: neighbours correlate
# by .2, as logged weeks do.
_LEFT_OF_CHANCE, CHANCE_KEPT = 0.4, 0.5

# What each number of a setting multiplies, in this order.
#   a constant beside what is agreed; a level that walks; a level that wanders and
#   comes back; a slow season; a week of the year; a week of the quarter, of the month
_LEVELS = ((9.0, 0.0, 0.0), (9.0, 0.1, 0.0), (9.0, 0.0, 1.0))
_SEASONS = (
    (0.0, 0.0, 0.0, 0.0),
    (2.0, 0.0, 0.0, 0.0),
    (0.0, 5.0, 0.0, 0.0),
    (0.0, 0.0, 3.0, 0.0),
    (0.0, 0.0, 0.0, 2.0),
    (0.0, 4.0, 3.0, 0.0),
    (0.0, 4.0, 0.0, 2.0),
)
SETTINGS = np.array([level + season for level, season in product(_LEVELS, _SEASONS)])


def covariances(mondays: Days, noise: Floats) -> tuple[Floats, Floats]:
    """Return what settings mix, parts x weeks x weeks, and what comes by chance.

    `noise` is how many times as much chance each week has as a usual one.
    """
    week = np.arange(len(mondays))
    apart = np.abs(week[:, None] - week)
    levels = (
        np.ones(apart.shape),
        np.minimum(week[:, None], week),
        (_LEFT_OF_LEVEL**week)[apart],
    )
    # Thursday tells which month, quarter and year a week belongs to.
    thursdays = mondays.astype("datetime64[D]") + 3
    chance = CHANCE_KEPT * (_LEFT_OF_CHANCE**week)[apart]
    chance[week, week] += (1 - CHANCE_KEPT) * noise
    return np.stack([*levels, *_seasons(thursdays, apart)]), chance


def _seasons(thursdays: Days, apart: Ints) -> tuple[Floats, ...]:
    month = thursdays.astype("datetime64[M]")
    n_month = month.astype(np.int64)
    quarter = (n_month // 3 * 3).astype("datetime64[M]").astype("datetime64[D]")
    of_quarter = (thursdays - quarter).astype(np.int64)
    of_month = (thursdays - month.astype("datetime64[D]")).astype(np.int64)
    same_month = _same(n_month % 12)
    days = 7 * np.arange(len(thursdays))
    slow = _near(days, _YEAR_DAYS, _SLOW_DAYS)[apart]
    fast = _near(days, _YEAR_DAYS, _FAST_DAYS)[apart]
    edge = _near(np.arange(92), _QUARTER_DAYS, _EDGE_DAYS)
    return (
        0.6 * slow + 0.4 * same_month,
        0.35 * fast + 0.35 * slow + 0.3 * same_month,
        0.6 * _same(of_quarter // 7)
        + 0.4 * edge[np.abs(of_quarter[:, None] - of_quarter)],
        _same(of_month // 7),
    )


def _same(part: Ints) -> Floats:
    found: Floats = (part[:, None] == part).astype(np.float64)
    return found


def _near(apart: Ints, turn: float, width: float) -> Floats:
    """Return how near days are that lie so far apart in a turn that begins again."""
    rest = apart % turn
    near = np.minimum(rest, turn - rest) / width
    found: Floats = np.exp(-0.5 * near * near)
    return found
