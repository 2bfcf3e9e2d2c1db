"""When what is earned is paid: the usual delay, unpaid invoices, and later still.

Work of month t is paid `late` months after it; half a month late is half in that
month and half in the next. Before the first month stand as many months of work as
that delay holds, unless unpaid invoices say what is still to come.
"""

import math

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.stress.case import Hanging


def paid(earned: Floats, one: Hanging, usual: float, extra: Floats) -> Floats:
    """Return what comes in each month, of a stream that earns `earned`.

    `usual` is what it earned before the first month; `extra` how many months later
    than usual the money of each month comes.
    """
    usually = np.zeros(len(earned) + math.ceil(one.stream.late) + 1)
    for month, amount in enumerate(earned.tolist()):
        _put(usually, month + one.stream.late, amount)
    for when, amount in _still_to_come(one, usual):
        _put(usually, when, amount)
    found = np.zeros(len(earned))
    for month, amount in enumerate(usually[: len(earned)].tolist()):
        _put(found, month + float(extra[month]), amount)
    return found


def _still_to_come(one: Hanging, usual: float) -> list[tuple[float, float]]:
    """Return months and amounts of work that was done before the first month."""
    if one.due is not None:
        return [(float(month), amount) for month, amount in enumerate(one.due)]
    late = one.stream.late
    return [(late - back, usual) for back in range(1, math.ceil(late) + 1)]


def _put(months: Floats, when: float, amount: float) -> None:
    """Add an amount at a point in time, parted between the two months around it."""
    first = math.floor(when)
    part = when - first
    for month, share in ((first, 1 - part), (first + 1, part)):
        if 0 <= month < len(months):
            months[month] += share * amount
