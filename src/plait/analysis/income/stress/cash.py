"""When what is earned is paid: the usual delay, unpaid invoices, and later still.

Work of month t is paid `late` months after it; half a month late is half in that
month and half in the next. Before the first month stand as many months of work as
that delay holds, unless unpaid invoices say what is still to come.
"""

import math

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.stress.case import StreamCase


def paid(earned: Floats, one: StreamCase, usual: float, extra: Floats) -> Floats:
    """Return what comes in each month, of a stream that earns `earned` (months, paths).

    `usual` is what it earned before the first month; `extra` how many months later
    than usual the money of each month comes.
    """
    before, still = _still_to_come(one, usual)
    usually = _shifted(earned, one.stream.late)
    if len(before):
        usually = usually + _placed(before, still[:, None], len(earned))
    if not extra.any():
        return usually
    return _placed(np.arange(len(earned)) + extra, usually, len(earned))


def _shifted(earned: Floats, late: float) -> Floats:
    """Return what is earned by the month it comes in: all as late as each other."""
    if not late:
        return earned
    found = np.zeros_like(earned)
    for whole, share in ((int(late), 1 - late % 1), (int(late) + 1, late % 1)):
        if share and whole < len(earned):
            found[whole:] += share * earned[: len(earned) - whole]
    return found


def _still_to_come(one: StreamCase, usual: float) -> tuple[Floats, Floats]:
    """Return when money of work before the first month comes, and how much."""
    # Invoices that are noted stand in for the usual delay; both would count twice.
    if one.due is not None:
        return np.arange(len(one.due), dtype=np.float64), np.array(one.due)
    late = one.stream.late
    when: Floats = late - np.arange(1, math.ceil(late) + 1, dtype=np.float64)
    return when, np.full(len(when), usual, dtype=np.float64)


def _placed(when: Floats, amounts: Floats, n_months: int) -> Floats:
    """Return amounts by month, each parted between the two months around its time."""
    first = np.floor(when).astype(np.int64)
    part = when - first
    found = np.zeros((n_months, amounts.shape[1]))
    for number, month in enumerate(first.tolist()):
        for at, share in ((month, 1 - part[number]), (month + 1, part[number])):
            if share and 0 <= at < n_months:
                found[at] += share * amounts[number]
    return found
