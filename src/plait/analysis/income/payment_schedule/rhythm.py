"""How often somebody pays: read off the days between payments.

The usual gap is the median number of days between paydays, and seven gaps in ten
have to be near it. Paydays every fourteenth day differ from two a month by their
mean, 14 days against 15.2; those every fourth week from the last Friday of a month,
which mostly lies 28 days after the one before but 30.4 in the mean.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Days, Ints

# Gaps of ten that have to be near the usual one.
_NEAR = 0.7
# How far the mean gap may be from a whole number of weeks, as a share of it.
_STRAYS = 0.03
# What comes once a year is known after two payments, unless one is far larger.
_AS_LARGE = 1.5
_FEWEST = 4


class Every(StrEnum):
    """How often money comes."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    FOUR_WEEKS = "four weeks"
    MONTH = "month"
    TWO_MONTHS = "two months"
    QUARTER = "quarter"
    HALF_YEAR = "half year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A payday every so many days, or every so many months; the other is 0."""

    every: Every
    days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """A rhythm, the medians of gaps that it shows in, and what is near them."""

    rhythm: Rhythm
    low: float
    high: float
    near: int


_KNOWN = (
    _Known(Rhythm(Every.WEEK, days=7), 6, 8, 2),
    _Known(Rhythm(Every.FORTNIGHT, days=14), 13, 15, 3),
    # Before months, whose gaps it fits as well: only its mean tells it apart.
    _Known(Rhythm(Every.FOUR_WEEKS, days=28), 27, 29, 2),
    _Known(Rhythm(Every.MONTH, months=1), 26, 36, 13),
    _Known(Rhythm(Every.TWO_MONTHS, months=2), 54, 68, 15),
    _Known(Rhythm(Every.QUARTER, months=3), 83, 100, 25),
    _Known(Rhythm(Every.HALF_YEAR, months=6), 168, 197, 35),
    _Known(Rhythm(Every.YEAR, months=12), 345, 386, 45),
)


def rhythm_of(on: Days, amounts: Floats) -> Rhythm | None:
    """Return how often money comes, None where the days show no rhythm."""
    gaps = _gaps(on)
    if not len(gaps):
        return None
    usual = float(np.median(gaps))
    for known in _KNOWN:
        if known.low <= usual <= known.high and _fits(known, gaps, amounts):
            return known.rhythm
    return None


def is_twice_a_month(on: Days) -> bool:
    """Return whether there are about two paydays a month."""
    gaps = _gaps(on)
    return len(gaps) >= 2 * _FEWEST and 13 <= float(np.mean(gaps)) <= 18


def _gaps(on: Days) -> Ints:
    days: Ints = np.unique(on.astype(np.int64))
    return days[1:] - days[:-1]


def _fits(known: _Known, gaps: Ints, amounts: Floats) -> bool:
    every, period = known.rhythm.every, known.rhythm.days
    middle = period or 30.4375 * known.rhythm.months
    if float((np.abs(gaps - middle) <= known.near).mean()) < _NEAR:
        return False
    if every is Every.YEAR:
        return bool(amounts.max() <= _AS_LARGE * amounts.min())
    if period:
        # A payday left out makes one gap of two, and the mean no longer.
        mean = gaps.sum() / np.rint(gaps / period).clip(1).sum()
        return len(gaps) >= _FEWEST and abs(mean - period) <= _STRAYS * period
    return len(gaps) >= _FEWEST - (known.rhythm.months > 1)
