"""What is measured: false alarms a year, and the weeks that a drift goes unseen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.domain.columns import Bools
from studies.drift.lives import FIRST_JUDGED, N_WEEKS, Life
from studies.drift.methods import Method

MISS = 52
# An alarm that comes back within so many weeks is the same one.
_GAP = 4
_ROUNDS = 16


@dataclass(frozen=True, eq=False, slots=True)
class Prepared:
    """Lives with what a method made of each."""

    method: Method
    lives: tuple[Life, ...]
    made: tuple[object, ...]

    def alarms(self, setting: float, *, drifts: bool) -> list[tuple[Life, Bools]]:
        """Return the alarms in the lives with, or without, a drift."""
        return [
            (life, self.method.alarms(made, setting))
            for life, made in zip(self.lives, self.made, strict=True)
            if (life.begins is not None) is drifts
        ]


def prepared(method: Method, lives: Sequence[Life]) -> Prepared:
    """Return lives as a method sees them."""
    return Prepared(method, tuple(lives), tuple(method.prepare(one) for one in lives))


def false_alarms(
    lives: Prepared, setting: float, first: int = FIRST_JUDGED, last: int = N_WEEKS
) -> float:
    """Return the alarms raised a year in lives without a drift, from a week on."""
    found = [begun(on, first) for _, on in lives.alarms(setting, drifts=False)]
    return float(np.mean(found)) / ((last - first) / 52)


def begun(is_on: Bools, first: int) -> int:
    """Return how many alarms begin in a week from `first` on."""
    n, off = 0, _GAP
    for week, on in enumerate(is_on.tolist()):
        n += on and off >= _GAP and week >= first
        off = 0 if on else off + 1
    return n


def losses(lives: Prepared, setting: float) -> list[int]:
    """Return the weeks until each drift is seen; 52 where it is not.

    An alarm that was on already the week before says nothing of the drift: a miss.
    """
    return [loss(life, on) for life, on in lives.alarms(setting, drifts=True)]


def loss(life: Life, is_on: Bools) -> int:
    """Return the weeks from a drift's first to its alarm, both counted."""
    begins = life.begins or 0
    seen = np.flatnonzero(is_on[begins:])
    if not len(seen) or is_on[begins - 1]:
        return MISS
    return min(int(seen[0]) + 1, MISS)


def tuned(lives: Prepared, a_year: float) -> float:
    """Return the setting that raises so many false alarms a year in these lives."""
    low, high = lives.method.bounds
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        is_more = false_alarms(lives, middle) > a_year
        low, high = (middle, high) if is_more else (low, middle)
    return high
