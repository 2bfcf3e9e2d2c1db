"""Which payment is the pay of a payday, and what came beside it.

Of several payments nearest to one payday the one closest to the usual amount is its
pay. One that is as large goes to a neighbouring payday that got nothing: pay that
came very late, or early. A payment of two paydays' pay after one without any is both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from statistics import median

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.slots import Slots
from plait.domain.columns import Days

BEFORE = 12
_AS_LARGE = 0.25
_BOTH = 1.75


@dataclass(frozen=True, eq=False, slots=True)
class Filled:
    """By payday: `pay` (NaN for none), `late` (days after it, NaN), all that `came`.

    `payments` are the places of each payday's payments in the line, pay first.
    """

    pay: Floats
    late: Floats
    came: Floats
    payments: tuple[tuple[int, ...], ...]


def filled(on: Days, amounts: Floats, slots: Slots, n_over: int) -> Filled:
    """Return what each payday got; the first `n_over` paydays are over."""
    n = len(slots.due)
    given: list[list[int]] = [[] for _ in range(n)]
    for row, slot in enumerate(slots.of.tolist()):
        given[slot].append(row)
    paid = amounts.tolist()
    usual = median(paid[-2 * BEFORE :])
    for slot in range(n):
        if len(given[slot]) > 1:
            _hand_on(given, slot, paid, n_over)
    pay, late, came = [nan] * n, [nan] * n, [0.0] * n
    due, days = slots.due.astype(np.int64).tolist(), on.astype(np.int64).tolist()
    for slot in (slot for slot in range(n) if given[slot]):
        known = before(pay, slot)
        aim = median(known) if known else usual
        rows = sorted(given[slot], key=lambda row: abs(paid[row] - aim))
        given[slot] = rows
        pay[slot], came[slot] = paid[rows[0]], sum(paid[p] for p in rows)
        late[slot] = days[rows[0]] - due[slot]
        if slot > 1 and isnan(pay[slot - 1]) and pay[slot] >= _BOTH * aim:
            half = pay[slot] / 2
            pay[slot - 1 : slot + 1] = half, half
            came[slot - 1], came[slot] = half, came[slot] - half
            late[slot - 1] = days[rows[0]] - due[slot - 1]
            given[slot - 1] = rows[:1]
    series = np.array(pay), np.array(late), np.array(came)
    return Filled(*series, tuple(tuple(rows) for rows in given))


def _hand_on(
    given: list[list[int]], slot: int, paid: Sequence[float], n_over: int
) -> None:
    """Give one of the two largest payments to a payday without any, if alike."""
    large, next_to_it = sorted(given[slot], key=lambda row: -paid[row])[:2]
    if paid[next_to_it] < (1 - _AS_LARGE) * paid[large]:
        return
    first, second = sorted((large, next_to_it))
    if slot and not given[slot - 1]:
        given[slot].remove(first)
        given[slot - 1].append(first)
    elif slot + 1 < n_over and not given[slot + 1]:
        given[slot].remove(second)
        given[slot + 1].append(second)


def before(values: Sequence[float], slot: int) -> list[float]:
    """Return the known values of the twelve paydays before one.

    Lists, since Python is ten times as fast as NumPy with so few.
    """
    known = values[max(0, slot - BEFORE) : slot]
    return [value for value in known if not isnan(value)]
