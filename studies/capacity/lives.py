"""Lives of which every week is known: shapes of a year, what changes, what is by chance.

A shape is a factor for each week, 1 on average. Three groups: kinds that were looked
at while the method was made, kinds made up after it was frozen, and short pasts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rng = np.random.Generator
Shape = Callable[[Rng], Floats]

N_WEEKS = 220
_LAST = date(2026, 11, 30) + timedelta(weeks=12)
MONDAYS = tuple(_LAST - timedelta(weeks=N_WEEKS - n) for n in range(N_WEEKS))
_MID = tuple(monday + timedelta(days=3) for monday in MONDAYS)
_WEEK = np.array([day.isocalendar().week for day in _MID])
_MONTH = np.array([day.month for day in _MID])
_OF_MONTH = np.array([(day.day - 1) // 7 for day in _MID])
_OF_QUARTER = np.array(
    [(d - date(d.year, (d.month - 1) // 3 * 3 + 1, 1)).days // 7 for d in _MID]
)
_T = np.arange(N_WEEKS)
_FREE = (30, 31, 32, 33, 34, 35, 52, 1, 8, 43, 18, 19)


@dataclass(frozen=True)
class Kind:
    """Roles as (shape, hours a week agreed), the leave of the first if entered.

    `spread` is by how much single weeks vary by chance, as a share; with `is_added`
    as a share of the hours agreed instead. `weeks` of past there are.
    """

    name: str
    roles: tuple[tuple[Shape, float], ...]
    leave_is_entered: bool = False
    leave_unentered: bool = False
    spread: float = 0.2
    is_added: bool = False
    weeks: int = 208


def _mean_one(shape: Floats) -> Floats:
    found: Floats = shape / shape[52:208].mean()
    return found


def _steady(rng: Rng) -> Floats:  # noqa: ARG001  # one of many alike
    return np.ones(N_WEEKS)


def _terms(rng: Rng) -> Floats:  # noqa: ARG001
    busy = np.where(np.isin(_WEEK, (3, 4, 5, 25, 26, 27)), 1.35, 1.0)
    return np.where(np.isin(_WEEK, _FREE), 0, busy / 1.06)


def _quarters(rng: Rng) -> Floats:  # noqa: ARG001
    return _mean_one(np.where(np.isin(_OF_QUARTER, (0, 1, 2, 12)), 1.9, 0.62))


def _events(rng: Rng) -> Floats:  # noqa: ARG001
    return _mean_one(np.where((_MONTH >= 5) & (_MONTH <= 9), 1.65, 0.55))


def _board(rng: Rng) -> Floats:
    rest = np.where(rng.random(N_WEEKS) < 0.3, 0.8, 0.25)
    return _mean_one(np.where(_OF_MONTH == 0, 3.2, rest))


def _month_ends(rng: Rng) -> Floats:  # noqa: ARG001
    return _mean_one(np.choose(np.maximum(_OF_MONTH - 2, 0), (0.75, 1.4, 2.2)))


def _wave(rng: Rng) -> Floats:
    return 1 + 0.4 * np.sin(2 * np.pi * (_T + rng.integers(52)) / 52.18)


def _creep(rng: Rng) -> Floats:
    since = np.maximum(_T - int(rng.integers(138, 178)), 0)
    return 1 + np.minimum(0.5, 0.5 * since / 26)


def _slow_creep(rng: Rng) -> Floats:
    return 1 + 0.35 * np.clip((_T - int(rng.integers(20, 80))) / 120, 0, 1)


def _step(rng: Rng) -> Floats:
    return np.where(int(rng.integers(138, 203)) > _T, 1, rng.choice([0.6, 1.5]))


def _wander(rng: Rng) -> Floats:
    level = np.zeros(N_WEEKS)
    for week in range(1, N_WEEKS):
        level[week] = 0.93 * level[week - 1] + rng.normal(0, 0.12)
    return np.exp(level - 0.05)


def _harvest(rng: Rng) -> Floats:
    first = int(rng.integers(20, 40))
    return _mean_one(np.where((first <= _WEEK) & (first + 6 > _WEEK), 3.0, 0.8))


def _tax_season(rng: Rng) -> Floats:  # noqa: ARG001
    return _mean_one(np.where(_MONTH <= 4, 1.8, 0.6))


def _projects(rng: Rng) -> Floats:
    found, week = np.zeros(N_WEEKS), 0
    while week < N_WEEKS:
        size, length = rng.choice([0.3, 1.0, 1.7]), int(rng.integers(6, 15))
        found[week : week + length] = size
        week += length
    return found


def _fades(rng: Rng) -> Floats:
    since = np.maximum(_T - int(rng.integers(130, 180)), 0)
    return 1 - np.minimum(0.6, 0.6 * since / 40)


def _fortnights(rng: Rng) -> Floats:
    return np.where((_T + rng.integers(2)) % 2 == 0, 1.7, 0.3)


def _winter(rng: Rng) -> Floats:  # noqa: ARG001
    return _mean_one(np.where((_MONTH >= 5) & (_MONTH <= 9), 0.6, 1.3))


def _two_creeps(rng: Rng) -> Floats:
    since = np.maximum(_T - int(rng.integers(100, 140)), 0)
    again = np.maximum(_T - int(rng.integers(160, 200)), 0)
    return 1 + np.minimum(0.25, since / 60) + np.minimum(0.25, again / 60)


SEEN = (
    Kind(
        "school terms, quarter ends, a board",
        ((_terms, 20), (_quarters, 10), (_board, 1.84)),
        leave_is_entered=True,
    ),
    Kind("event season, quarter ends", ((_events, 16), (_quarters, 10), (_steady, 6))),
    Kind("one role creeps by half", ((_creep, 16), (_steady, 12), (_steady, 6))),
    Kind("nothing happens", ((_steady, 20), (_steady, 10), (_steady, 5))),
    Kind("levels wander", ((_wander, 20), (_wander, 10), (_steady, 4))),
    Kind("slow creep, and a season", ((_slow_creep, 18), (_wave, 12))),
    Kind("school terms, leave not entered", ((_terms, 18), (_steady, 12))),
    Kind("one step up or down", ((_step, 14), (_steady, 14), (_board, 3))),
    Kind("month ends", ((_month_ends, 12), (_steady, 18))),
    Kind(
        "leave that nobody entered",
        ((_steady, 20), (_steady, 12)),
        leave_unentered=True,
    ),
)
NEW = (
    Kind("a harvest of six weeks", ((_harvest, 14), (_steady, 16)), spread=0.25),
    Kind(
        "tax season, month ends",
        ((_tax_season, 16), (_month_ends, 8), (_steady, 6)),
        spread=0.15,
    ),
    Kind("projects come and go", ((_projects, 20), (_steady, 10))),
    Kind("one role fades", ((_fades, 18), (_steady, 12), (_board, 2))),
    Kind("every other week", ((_fortnights, 12), (_steady, 20))),
    Kind("two seasons against each other", ((_events, 15), (_winter, 15)), spread=0.25),
    Kind("creep, and a season", ((_creep, 14), (_events, 12), (_steady, 6))),
    Kind(
        "two creeps, terms with leave",
        ((_terms, 14), (_two_creeps, 14), (_steady, 5)),
        leave_is_entered=True,
    ),
    Kind(
        "seasons, chance as large all year",
        ((_events, 16), (_quarters, 10)),
        is_added=True,
    ),
    Kind("nothing happens, much by chance", ((_steady, 24), (_steady, 8)), spread=0.35),
)
SHORT = (
    Kind(
        "30 weeks: nothing happens",
        ((_steady, 20), (_steady, 10), (_steady, 5)),
        weeks=30,
    ),
    Kind(
        "40 weeks: event season, quarter ends",
        ((_events, 16), (_quarters, 10), (_steady, 6)),
        weeks=40,
    ),
    Kind(
        "40 weeks: one role creeps",
        ((_creep, 16), (_steady, 12), (_steady, 6)),
        weeks=40,
    ),
    Kind(
        "70 weeks: event season, quarter ends",
        ((_events, 16), (_quarters, 10), (_steady, 6)),
        weeks=70,
    ),
)


def lived(kind: Kind, rng: Rng) -> tuple[Floats, NDArray[np.bool_]]:
    """Return hours, weeks x roles, and the weeks of leave that were entered."""
    hours = np.zeros((N_WEEKS, len(kind.roles)))
    for at, (shape, agreed) in enumerate(kind.roles):
        usual = agreed * shape(rng)
        chance = _chance(rng, kind.spread)
        if kind.is_added:
            found = np.where(usual > 0, usual + agreed * chance, 0)
        else:
            found = usual * np.exp(chance - kind.spread**2 / 2)
        hours[:, at] = np.maximum(found, 0)
    if kind.leave_unentered:
        hours[_weeks_away(rng)] = 0
    first = hours[:, 0] == 0
    return hours, first & kind.leave_is_entered


def _chance(rng: Rng, spread: float) -> Floats:
    """Return chance of which a fifth goes on into the next week."""
    found = rng.normal(0, spread * np.sqrt(1 - 0.2**2), N_WEEKS)
    for week in range(1, N_WEEKS):
        found[week] += 0.2 * found[week - 1]
    return found


def _weeks_away(rng: Rng) -> NDArray[np.bool_]:
    """Return three weeks of each year, give or take one, and five more."""
    away = np.isin(np.roll(_WEEK, int(rng.integers(-1, 2))), (31, 32, 52))
    away[rng.integers(0, N_WEEKS, 5)] = True
    return away
