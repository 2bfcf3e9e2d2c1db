"""What each month's payday brought: the usual pay, what came beside it, what moved.

Months are the months a payment is for, not those it was booked in. What comes on top
of the usual pay is an extra; where the month before or after got nothing and the
extra is as large as the usual pay, it is that month's pay, come early or late.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.slots import Slots
from plait.analysis.series.months import Numbers
from plait.domain.columns import Ints

# The usual pay is the median of this many paydays before and after.
_AROUND = 6
_BEYOND = 0.2
_AS_LARGE = 0.25


@dataclass(frozen=True, eq=False, slots=True)
class Monthly:
    """Pay and extras by month; `moved` are the months whose pay came with another."""

    month: Numbers
    pay: Floats
    extra: Floats
    moved: Numbers


def monthly_of(amounts: Floats, slots: Slots) -> Monthly:
    """Return what each month of a line with a payday a month got."""
    n = len(slots.due)
    total = np.bincount(slots.of, amounts, n).astype(np.float64)
    paid = np.flatnonzero(total)
    usual = np.zeros(n)
    usual[paid] = _usual(total[paid])
    pay = np.where(total > (1 + _BEYOND) * usual, usual, total)
    several = np.flatnonzero((np.bincount(slots.of, minlength=n) > 1) & (total > pay))
    for slot in several.tolist():
        here = amounts[slots.of == slot]
        pay[slot] = here[np.argmin(np.abs(here - usual[slot]))]
    extra = total - pay
    moved = _moved(pay, extra, total)
    return Monthly(slots.month, pay, extra, slots.month[moved])


def _usual(totals: Floats) -> Floats:
    """Return the median of each with its neighbours."""
    around = min(_AROUND, len(totals) - 1)
    wide = np.pad(totals, around, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(wide, 2 * around + 1)
    return np.asarray(np.median(windows, axis=1), dtype=np.float64)


def _moved(pay: Floats, extra: Floats, total: Floats) -> Ints:
    """Give extras as large as the pay to empty neighbours; return these."""
    near = (extra > 0) & (np.abs(extra - pay) <= _AS_LARGE * pay)
    moved = []
    for slot in np.flatnonzero(near).tolist():
        for other in (slot - 1, slot + 1):
            if 0 <= other < len(total) and not total[other] and not pay[other]:
                pay[other], extra[slot] = extra[slot], 0.0
                moved.append(other)
                break
    return np.array(moved, dtype=np.int64)
