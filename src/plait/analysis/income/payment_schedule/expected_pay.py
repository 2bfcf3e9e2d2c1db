"""What a payday should have brought, and by when: learned from the paydays before it.

Everything is learned from what came before the payday that is judged, never from it
or from what came after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isnan, nan
from statistics import NormalDist, median

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.matched import BEFORE, Filled, before
from plait.analysis.income.payment_schedule.rhythm import Every, Rhythm
from plait.analysis.income.payment_schedule.slots import MONTH
from plait.analysis.series.months import Numbers
from plait.domain.columns import Days

# How many payments it takes to know what is usual: with terms, and without.
_WITH_TERMS, _BY_HABIT = 3, 4
# Amounts that vary by more than this are not judged by their size.
_UNSTEADY = 0.25
# What is taken off a salary may change by less than that with the tax year.
_LEAST_SHORT = 0.05
# How far below the lowest before, as a share of how far that is below the median.
_BELOW = 0.25
# Where the terms rose and the very same came, a smaller lack is one.
_UNCHANGED, _SAME_PAY = 0.01, 0.002
# Of normal amounts a standard deviation is 1.4826 median distances.
_ROBUST = 1.4826
_NORMAL = NormalDist()
_ENOUGH, _ENOUGH_TO_ORDER = 6, 8
# A payday is waited for three days and a tenth of the rhythm beyond its usual spread.
# The three days are for paydays on a holiday, and for the bank.
_MARGIN, _OF_RHYTHM = 3, 0.1
# One payment that was this much later than all others does not widen the spread.
_APART = 10


class By(StrEnum):
    """Where it is known from what should come."""

    TERMS = "terms"
    HOURS = "hours"
    DAYS = "days"
    HABIT = "habit"
    INVOICE = "invoice"


@dataclass(frozen=True, eq=False, slots=True)
class Awaited:
    """The paydays of one line, and what each brought of what it should have.

    Amounts are in `currency`. `agreed` is what the terms come to (NaN where they do
    not say), `expected` what of that usually comes (NaN before it is known), `short`
    the least that counts as all of it (NaN where amounts vary too much), `came` what
    did. `tolerance` is how many days after the payday it is waited for. `month` is
    what each payday's month is numbered, January 1970 being 0.
    """

    role: int
    payer: str
    every: Every
    by: By
    currency: str
    due: Days
    month: Numbers
    agreed: Floats
    expected: Floats
    short: Floats
    came: Floats
    late: Floats
    tolerance: int
    n_seen: int
    next_on: date | None


@dataclass(frozen=True, eq=False, slots=True)
class Usual:
    """What is usual by payday: the amount, and what is short of it; by what."""

    expected: Floats
    short: Floats
    by: By


def usual_of(
    paydays: Filled, agreed: Floats, of: By = By.TERMS, *, least: Floats | None = None
) -> Usual:
    """Return what each payday should bring, from the twelve before it.

    `agreed` is by the terms, or the worth of the hours given: a payday for a month
    without any is then due nothing. `least` is the least that any terms of the time it
    may pay for come to; left out, those of this payday and the one before. What was short of the
    terms is nothing to learn from: a cut below them never becomes usual.
    """
    n = len(paydays.pay)
    expected, short = [nan] * n, [nan] * n
    paid, aims = paydays.pay.tolist(), agreed.tolist()
    if least is None:
        least = np.fmin(agreed, np.concatenate([agreed[:1], agreed[:-1]]))
    lowest = least.tolist()
    shares = (paydays.pay / agreed).tolist()
    by = By.HABIT
    for slot in range(n):
        share, pays, by = _latest(shares, slot), before(paid, slot), By.HABIT
        if len(share) >= _WITH_TERMS and not isnan(aims[slot]):
            by, usual, aim = of, share, aims[slot]
        # A month without hours is due nothing; habit would miss its pay.
        elif of is By.HOURS:
            by = of
            continue
        elif len(pays) >= _BY_HABIT:
            usual, aim = pays, 1.0
        else:
            continue
        expected[slot] = median(usual) * aim
        least_short = _LEAST_SHORT
        if by is By.TERMS and _is_unchanged(slot, paid, shares, aims):
            least_short = _UNCHANGED
        low = lowest_usual(usual, least_short)
        if low is None:
            continue
        short[slot] = low * (lowest[slot] if by is By.TERMS else aim)
        if by is not By.HABIT and shares[slot] < low and is_steady(usual):
            shares[slot] = nan
    return Usual(np.array(expected), np.array(short), by)


def _latest(values: Sequence[float], slot: int) -> list[float]:
    """Return the last twelve known values before a payday, however long ago."""
    known = [value for value in values[:slot] if not isnan(value)]
    return known[-BEFORE:]


def _is_unchanged(
    slot: int, paid: Sequence[float], shares: Sequence[float], aims: Sequence[float]
) -> bool:
    """Return whether the terms rose since what is learned from, and the pay did not.

    Deductions that change move the pay by some amount; the very same pay is no chance.
    """
    last = next((n for n in reversed(range(slot)) if not isnan(shares[n])), None)
    if last is None or aims[slot] <= aims[last] * (1 + _UNCHANGED):
        return False
    return abs(paid[slot] - paid[last]) <= _SAME_PAY * paid[last]


def lowest_usual(seen: Sequence[float], least_short: float) -> float | None:
    """Return the least that is as usual, None where amounts vary too much to say.

    What is less than usual by no more than a share, `least_short`, counts as usual.
    """
    varies = 3 * deviation_of(seen)
    if varies > _UNSTEADY:
        return None
    middle, lowest = median(seen), min(seen)
    low = (1 - max(least_short, varies)) * middle
    # Of amounts that vary it is clearly below all before, too.
    is_varied = varies > least_short
    return min(low, lowest - _BELOW * (middle - lowest)) if is_varied else low


def is_steady(seen: Sequence[float]) -> bool:
    """Return whether so many amounts are so alike that less is no chance."""
    return len(seen) >= _ENOUGH and 3 * deviation_of(seen) <= _LEAST_SHORT


def deviation_of(values: Sequence[float]) -> float:
    """Return a standard deviation as a share of the median, robust to a few.

    The larger of two estimates for normal amounts: by the median distance from the
    median, and by the distance of the second from the third last in order of size; of
    few amounts of the smallest from the largest, without the first, which may be for a
    part of a month. By chance one is small though amounts vary; both seldom are.
    """
    middle = median(values) if values else 0.0
    if not middle:
        return 0.0
    by_median = _ROBUST * median(abs(one / middle - 1) for one in values)
    n = len(values)
    if n < _ENOUGH_TO_ORDER:
        values, low, high = values[1:], 1, n - 1
    else:
        low, high = 2, n - 2
    if high <= low:
        return by_median
    inner = sorted(values)[low - 1 : high]
    usual = _order(len(values), high) - _order(len(values), low)
    return max(by_median, (inner[-1] - inner[0]) / middle / usual)


def _order(n: int, place: int) -> float:
    """Return where a normal amount stands that is the so-many-th of n (Blom 1958)."""
    return _NORMAL.inv_cdf((place - 0.375) / (n + 0.25))


def tolerance_of(late: Sequence[float], slot: int, rhythm: Rhythm) -> int:
    """Return how many days after its payday a payment is waited for."""
    known = sorted(before(late, slot))
    margin = max(_MARGIN, round(_OF_RHYTHM * (rhythm.days or rhythm.months * MONTH)))
    if not known:
        return margin
    is_alone = len(known) > 2 and known[-1] - known[-2] > _APART
    latest = known[-2] if is_alone else known[-1]
    return margin + max(0, int(latest))


def is_reliable(paydays: Filled, slot: int, least: float) -> bool:
    """Return whether enough of the twelve paydays before one brought something."""
    earlier = paydays.pay[max(0, slot - BEFORE) : slot]
    return len(earlier) > 0 and float(np.mean(~np.isnan(earlier))) >= least
