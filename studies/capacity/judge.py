"""One life judged: the forecasts from several dates, against what came.

Scores are mean pinball losses, doubled, over the thirteen levels that a forecast
keeps (near the continuous ranked probability score), and Brier's of a week too full.
The naive rules have what each of them erred in the 52 weeks before.
"""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from plait.analysis.hours.capacity.capacity import WEEKS_AHEAD, capacity
from plait.analysis.hours.capacity.spread import LEVELS
from plait.analysis.series.weeks import weeks_of
from plait.domain.portfolio import Portfolio
from studies.capacity.lives import MONDAYS, Floats, Kind, lived
from tests.cast import Life

NAIVE = ("agreed", "last 8 weeks", "last year")
_LAST_DATE = 208
_BACK = (66, 56, 46, 36, 24, 13)
_SHORT_BACK = (0, 13, 26)
_LEVELS = np.array(LEVELS)
_LEAST_ERRORS = 8
# How full a week is too full: quantiles of the weeks before, one by life.
_FULL = (0.4, 0.65, 0.9)


@dataclass(frozen=True)
class Judged:
    """Arrays of weeks: what came, what was said, and each naive rule's losses.

    `naive` is rules x (off, loss, Brier), NaN where a rule has nothing to go by.
    """

    off: Floats
    loss: Floats
    brier: Floats
    held: NDArray[np.bool_]
    chance: Floats
    is_over: NDArray[np.bool_]
    naive: Floats


@dataclass(frozen=True)
class _Lived:
    """What a life was, week by week, and the hours that are too many in it."""

    kind: Kind
    hours: Floats
    leave: NDArray[np.bool_]
    room: float

    @property
    def load(self) -> Floats:
        load: Floats = self.hours.sum(axis=1)
        return load

    @property
    def agreed(self) -> Floats:
        each = np.array([hours for _, hours in self.kind.roles])
        first = np.arange(len(each)) == 0
        due: Floats = np.where(self.leave[:, None] & first, 0, each).sum(axis=1)
        return due

    def until(self, start: int, end: int) -> Portfolio:
        """Return the book of these weeks, on the Monday after the last."""
        life = Life(on=MONDAYS[end].isoformat(), capacity=round(self.room, 2))
        last = (MONDAYS[end] - timedelta(days=3)).isoformat()
        for at, (_, agreed) in enumerate(self.kind.roles):
            life.role(f"R{at}", f"{agreed}/week")
            hours = self.hours[start:end, at].round(2).tolist()
            life.gives_weekly(f"R{at}", hours, until=last)
        for week in np.flatnonzero(self.leave[start:]) + start:
            monday = MONDAYS[week]
            ends = monday + timedelta(days=7)
            life.is_away(monday.isoformat(), ends.isoformat(), role="R0")
        return life.portfolio()


def judged(kind: Kind, seed: int) -> list[Judged]:
    """Return a life's forecasts from all its dates."""
    rng = np.random.default_rng([seed, *kind.name.encode()])
    hours, leave = lived(kind, rng)
    full = rng.choice(_FULL)
    room = float(np.quantile(hours.sum(axis=1)[:140], full))
    life = _Lived(kind, hours, leave, room)
    back = _BACK if kind.weeks == _LAST_DATE else _SHORT_BACK
    return [_from(life, _LAST_DATE - weeks) for weeks in back]


def _from(life: _Lived, end: int) -> Judged:
    start = max(0, end - life.kind.weeks)
    book = life.until(start, end)
    found = capacity(book, weeks_of(book)).weeks
    came = life.load[end : end + WEEKS_AHEAD]
    levels = np.array([week.levels for week in found])
    chance = np.array([week.p_overfull for week in found], dtype=np.float64)
    low, high = np.array([(week.low, week.high) for week in found]).T
    is_over = came > life.room
    return Judged(
        off=np.abs(np.array([week.load for week in found]) - came),
        loss=_loss(levels, came),
        brier=(chance - is_over) ** 2,
        held=(low <= came) & (came <= high),
        chance=chance,
        is_over=is_over,
        naive=_naive(life.load[start:], life.agreed[start:], end - start, life.room),
    )


def _loss(levels: Floats, came: Floats) -> Floats:
    apart = came[:, None] - levels
    each = np.where(apart > 0, _LEVELS * apart, (_LEVELS - 1) * apart)
    found: Floats = 2 * each.mean(axis=1)
    return found


def _naive(load: Floats, agreed: Floats, end: int, room: float) -> Floats:
    """Return the losses of the naive rules: rules x (off, loss, Brier)."""
    found = np.full((len(NAIVE), 3), np.nan)
    ahead = end + np.arange(WEEKS_AHEAD)
    came = load[ahead]
    for rule in range(len(NAIVE)):
        point = _point(rule, load, agreed, end)
        levels = np.zeros((WEEKS_AHEAD, len(_LEVELS)))
        chance = np.zeros(WEEKS_AHEAD)
        for lead in range(WEEKS_AHEAD):
            errors = _errors(rule, load, agreed, end, lead)
            if len(errors) < _LEAST_ERRORS:
                break
            levels[lead] = np.maximum(point[lead] + np.quantile(errors, _LEVELS), 0)
            n_over = (point[lead] + errors > room).sum()
            chance[lead] = (n_over + 0.5) / (len(errors) + 1)
        else:
            brier = (chance - (came > room)) ** 2
            losses = np.abs(point - came), _loss(levels, came), brier
            found[rule] = [each.mean() for each in losses]
    return found


def _point(rule: int, load: Floats, agreed: Floats, end: int) -> Floats:
    ahead = end + np.arange(WEEKS_AHEAD)
    if rule == 0:
        return agreed[ahead]
    if rule == 1:
        return np.full(WEEKS_AHEAD, load[max(0, end - 8) : end].mean())
    return np.where(ahead >= 52, load[np.maximum(ahead - 52, 0)], np.nan)


def _errors(rule: int, load: Floats, agreed: Floats, end: int, lead: int) -> Floats:
    """Return what the rule erred so far ahead in the last 52 weeks known."""
    weeks = np.arange(max(8 + lead, end - 52), end)
    if rule == 0:
        said = agreed[weeks]
    elif rule == 1:
        sums = np.concatenate([[0.0], load.cumsum()])
        since = np.maximum(weeks - lead - 8, 0)
        said = (sums[weeks - lead] - sums[since]) / (weeks - lead - since)
    else:
        weeks = weeks[weeks >= 52]
        said = load[weeks - 52]
    found: Floats = load[weeks] - said
    return found
