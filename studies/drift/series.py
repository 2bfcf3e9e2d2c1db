"""Series of weeks whose truth is known: no drift, a step, a slope, a season.

Agreed are always 16 hours a week; nothing in the methods depends on that number.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Bools

AGREED = 16.0
_BURN_IN = 20


@dataclass(frozen=True, slots=True)
class Usual:
    """How the weeks of a role usually vary, in shares of the agreed hours.

    `spread` is their standard deviation, `resemblance` how much of a week's deviation
    the next one takes over. `is_skewed` gives them a tail of long weeks, `wild` is the
    share of weeks that count double, `leave` that of weeks with leave in them (with up
    to all hours gone) and `season` the height of a yearly wave.
    """

    name: str
    spread: float = 0.25
    resemblance: float = 0.0
    is_skewed: bool = False
    wild: float = 0.0
    leave: float = 0.0
    season: float = 0.0


@dataclass(frozen=True, slots=True)
class Drifts:
    """A drift: a step and a slope a week, in shares of the agreed hours."""

    name: str
    step: float = 0.0
    slope: float = 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Series:
    """Hours given, weeks set aside, and the truth: hours beyond, from `begins` on."""

    hours: Floats
    set_aside: Bools
    beyond: Floats
    begins: int


def series(
    rng: np.random.Generator, usual: Usual, n_weeks: int, drift: Drifts, begins: int
) -> Series:
    """Make one series of so many weeks; without a drift `begins` is their number."""
    week = np.arange(n_weeks)
    after = np.maximum(week - begins + 1, 0)
    beyond = drift.step * (after > 0) + drift.slope * after
    wave = usual.season * np.sin(2 * np.pi * (week / 52 + rng.random()))
    share = 1 + beyond + wave + usual.spread * _noise(rng, usual, n_weeks)
    share = np.where(rng.random(n_weeks) < usual.wild, 2 * share, share)
    away = rng.random(n_weeks) < usual.leave
    share = np.where(away, share * rng.random(n_weeks), share)
    return Series(AGREED * np.maximum(share, 0), away, AGREED * beyond, begins)


def _noise(rng: np.random.Generator, usual: Usual, n_weeks: int) -> Floats:
    """Return deviations of mean 0 and spread 1; skewed ones have a skewness of 1."""
    n = n_weeks + _BURN_IN
    fresh = (rng.gamma(4.0, size=n) - 4) / 2 if usual.is_skewed else rng.normal(size=n)
    kept, part = usual.resemblance, np.sqrt(1 - usual.resemblance**2)
    noise = np.empty(n)
    at = 0.0
    for place, new in enumerate(fresh.tolist()):
        at = kept * at + part * new
        noise[place] = at
    return noise[_BURN_IN:]
