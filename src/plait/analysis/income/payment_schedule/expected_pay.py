"""What a payday should have brought, and by when: learned from the paydays before it.

Everything is learned from what came before the payday that is judged, never from it
or from what came after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf, isnan, nan
from statistics import median

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
# Three standard deviations: of normal amounts one is 1.4826 median distances.
_ROBUST = 3 * 1.4826
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


def usual_of(paydays: Filled, agreed: Floats, of: By = By.TERMS) -> Usual:
    """Return what each payday should bring, from the twelve before it.

    `agreed` is by the terms, or the worth of the hours given: a payday for a month
    without any is then due nothing.
    """
    n = len(paydays.pay)
    expected, short = [nan] * n, [nan] * n
    paid, aims = paydays.pay.tolist(), agreed.tolist()
    shares = (paydays.pay / agreed).tolist()
    by = By.HABIT
    for slot in range(n):
        share, pays, by = before(shares, slot), before(paid, slot), By.HABIT
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
        middle = median(usual)
        expected[slot] = middle * aim
        varies = _ROBUST * median(abs(one / middle - 1) for one in usual)
        if varies <= _UNSTEADY:
            # Pay in arrears may still be by the terms before these.
            least = min(aims[max(0, slot - 1) : slot + 1], key=_known)
            least = aim if by is not By.TERMS else least
            low = (1 - max(_LEAST_SHORT, varies)) * middle
            if varies > _LEAST_SHORT:  # then it is below all but one before, too
                low = min(low, sorted(usual)[1])
            short[slot] = low * least
    return Usual(np.array(expected), np.array(short), by)


def _known(amount: float) -> float:
    return inf if isnan(amount) else amount


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
