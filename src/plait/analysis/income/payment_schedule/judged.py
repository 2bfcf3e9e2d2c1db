"""Which paydays did not bring what they should: missing, short, doubled, late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.expected_pay import (
    By,
    Usual,
    is_reliable,
    tolerance_of,
)
from plait.analysis.income.payment_schedule.invoiced import NO_INVOICES, Invoiced
from plait.analysis.income.payment_schedule.matched import BEFORE, Filled, before
from plait.analysis.income.payment_schedule.rhythm import Rhythm
from plait.analysis.income.payment_schedule.slots import Slots
from plait.analysis.income.payment_schedule.yearly import (
    HOLIDAY,
    YEAR_END,
    calendar_month,
)
from plait.domain.columns import Bools, Days
from plait.domain.period import Period

# How many of the paydays before have to have brought something.
_RELIABLE = {By.TERMS: 0.75, By.HOURS: 0.75, By.HABIT: 0.9}
# More paydays in a row without anything, and the line is over: another finding.
_MOST_MISSED = 2
_SAME = 0.05
# A payday that brought more than that of the usual had an extra in it.
_AS_EXTRA = 1.3
_HALF_A_MONTH = np.timedelta64(15, "D")
# Further apart the second may be the next one, early.
_AT_ONCE = np.timedelta64(10, "D")
# By chance the last three of eleven are the latest once in 165 times.
_LATEST, _COMPARED = 3, 8
_LATER = 4


class Kind(StrEnum):
    """What is wrong with a payment."""

    MISSING = "missing"
    SHORT = "short"
    DOUBLED = "doubled"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One payday that went otherwise; `places` are its payments in the line.

    `days` is how much later than before they came, where they are late.
    """

    kind: Kind
    slot: int
    rows: tuple[int, ...] = ()
    days: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Watched:
    """A line's paydays, what they brought, and what is usual.

    `reach` is the last day that is known, `begin` the first payday that is judged.
    `elsewhere` are days on which as much came from somebody else for the role, `gaps`
    days that no statement covers. `invoiced` are the role's invoices, and
    `is_for_invoice` says which payments settle one.
    """

    on: Days
    amounts: Floats
    rhythm: Rhythm
    slots: Slots
    paydays: Filled
    usual: Usual
    reach: np.datetime64
    begin: int
    is_salary: bool
    elsewhere: Days
    gaps: tuple[Period, ...] = ()
    invoiced: Invoiced = NO_INVOICES
    is_for_invoice: Bools | None = None

    def is_over(self, slot: int) -> bool:
        """Return whether a payday and the days it is waited for have passed."""
        days = tolerance_of(self.paydays.late.tolist(), slot, self.rhythm)
        wait = np.timedelta64(days, "D")
        return bool(self.slots.due[slot] + wait < self.reach)

    def is_settling(self, slot: int) -> bool:
        """Return whether what a payday brought settles an invoice."""
        mine = self.is_for_invoice
        return mine is not None and any(
            mine[row] for row in self.paydays.payments[slot]
        )

    def is_awaited_by_invoice(self, slot: int) -> bool:
        """Return whether invoices say what is due at a payday, and not the habit.

        They do if the payment before settled one, or those since ask for as much.
        """
        paid = np.flatnonzero(~np.isnan(self.paydays.pay[:slot]))
        if not len(paid):
            return False
        last = int(paid[-1])
        if self.usual.by is By.HABIT and self.is_settling(last):
            return True
        rows = self.paydays.payments[last]
        since: date = self.on[list(rows)].max().astype(date)
        days = tolerance_of(self.paydays.late.tolist(), slot, self.rhythm)
        until: date = self.slots.due[slot].astype(date) + timedelta(days=days)
        usual = float(self.usual.expected[slot])
        return self.invoiced.stand_for(since, until, usual)

    def may_be_unseen(self, slot: int) -> bool:
        """Return whether the payment of a payday may lie on days not known."""
        wait = tolerance_of(self.paydays.late.tolist(), slot, self.rhythm)
        due: date = self.slots.due[slot].astype(date)
        around = Period(due - timedelta(days=wait), due + timedelta(days=wait + 1))
        return any(gap.overlap_days(around) for gap in self.gaps)


def deviations(watched: Watched) -> Iterator[Deviation]:
    """Yield what went otherwise than usual, payday by payday, then a growing lag."""
    n = len(watched.slots.due)
    pay = watched.paydays.pay
    paid = np.flatnonzero(~np.isnan(pay))
    for slot in range(watched.begin, n):
        if np.isnan(pay[slot]):
            yield from _missing(watched, slot, int(paid[-1]))
        else:
            yield from _short(watched, slot)
            yield from _doubled(watched, slot)
    yield from _later(watched)


def _missing(watched: Watched, slot: int, last: int) -> Iterator[Deviation]:
    if not watched.is_over(slot) or np.isnan(watched.usual.expected[slot]):
        return
    if watched.may_be_unseen(slot) or watched.is_awaited_by_invoice(slot):
        return
    n_over = sum(
        watched.is_over(one) for one in range(last + 1, len(watched.paydays.pay))
    )
    if slot > last and n_over > _MOST_MISSED:
        return
    earlier = slot - (12 // watched.rhythm.months if watched.rhythm.months else 0)
    has_season = watched.rhythm.months and earlier >= 0
    # A month that got nothing a year ago either is no surprise.
    if has_season and np.isnan(watched.paydays.pay[earlier]):
        return
    # As much from another payer of the role is taken for the old one by another name.
    early = watched.slots.due[slot] - _HALF_A_MONTH
    late = watched.slots.due[slot] + 2 * _HALF_A_MONTH
    if ((watched.elsewhere >= early) & (watched.elsewhere <= late)).any():
        return
    least = _RELIABLE[watched.usual.by]
    if watched.usual.by is By.HABIT and slot < last:
        least = 1.0  # others came since: it may be a payer who leaves months out
    if is_reliable(watched.paydays, slot, least):
        yield Deviation(Kind.MISSING, slot)


def _short(watched: Watched, slot: int) -> Iterator[Deviation]:
    # NaN, where it is not known what is short, is never larger.
    is_short = watched.usual.short[slot] > watched.paydays.came[slot]
    if is_short and not watched.is_settling(slot):
        yield Deviation(Kind.SHORT, slot, watched.paydays.payments[slot])


def _doubled(watched: Watched, slot: int) -> Iterator[Deviation]:
    rows = watched.paydays.payments[slot]
    if len(rows) < 2 or not slot or np.isnan(watched.paydays.pay[slot - 1]):
        return
    if np.isnan(watched.usual.expected[slot]):
        return
    calendar = int(calendar_month(watched.slots.month[slot]))
    if watched.is_salary and _has_extra(watched, slot, calendar):
        return
    if watched.is_settling(slot):
        return
    first = watched.amounts[rows[0]]
    # Of amounts that vary only the very same one twice is a sign.
    near = 0.0 if np.isnan(watched.usual.short[slot]) else _SAME
    same = [p for p in rows if abs(watched.amounts[p] / first - 1) <= near]
    if len(same) < 2 or _is_usually_several(watched, slot):
        return
    days = np.sort(watched.on[same])
    if days[1] - days[0] > _AT_ONCE and not _is_settled(watched, slot):
        return
    yield Deviation(Kind.DOUBLED, slot, tuple(sorted(same)))


def _has_extra(watched: Watched, slot: int, calendar: int) -> bool:
    """Return whether a salary may have an extra in a month, as large as the pay.

    A thirteenth month that nobody got last year is none.
    """
    earlier = slot - 12
    if calendar not in YEAR_END or watched.rhythm.months != 1 or earlier < 0:
        return calendar in HOLIDAY + YEAR_END
    came, usual = watched.paydays.came[earlier], watched.usual.expected[slot]
    return bool(came > _AS_EXTRA * usual)


def _is_settled(watched: Watched, slot: int) -> bool:
    """Return whether the next month got its own: the second one was not early."""
    if watched.rhythm.months > 1 or slot + 1 >= len(watched.paydays.pay):
        return False
    return not np.isnan(watched.paydays.pay[slot + 1]) or watched.is_over(slot + 1)


def _is_usually_several(watched: Watched, slot: int) -> bool:
    earlier = watched.paydays.payments[max(0, slot - BEFORE) : slot]
    return sum(len(rows) > 1 for rows in earlier) > 2


def _later(watched: Watched) -> Iterator[Deviation]:
    """Yield the last payday if the last three came later than the twelve before."""
    late = watched.paydays.late
    paid = np.flatnonzero(~np.isnan(late))
    if len(paid) < _COMPARED + _LATEST or paid[-_LATEST] < watched.begin:
        return
    if any(watched.is_settling(slot) for slot in paid[-_LATEST:].tolist()):
        return  # an invoice is due on its own day
    newest = late[paid[-_LATEST:]].tolist()
    earlier = sorted(before(late.tolist(), int(paid[-_LATEST])))
    if len(earlier) < _COMPARED or min(newest) <= earlier[-1]:
        return
    later = median(newest) - median(earlier)
    if later < _LATER:
        return
    rows = tuple(watched.paydays.payments[slot][0] for slot in paid[-_LATEST:].tolist())
    yield Deviation(Kind.LATE, int(paid[-1]), rows, days=round(later))
