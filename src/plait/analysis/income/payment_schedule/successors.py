"""An employer that pays under a new name: one line still, whatever changed with it.

A salary from another name that begins when the one before stops, in its rhythm and
about as much, is the same job: a cut or a raise that comes with the new name is then
held against the terms, and what was usual before.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from plait.analysis.income.payment_schedule.lines import Line
from plait.analysis.income.payment_schedule.matched import BEFORE
from plait.analysis.income.payment_schedule.rhythm import rhythm_of
from plait.analysis.income.payment_schedule.slots import MONTH

# The first pay by the new name comes within so many paydays of the last by the old.
_SOON = 1.6
# Of pay that doubled or halved nobody knows whether it is for the same work.
_LEAST, _MOST = 0.5, 2.0


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return a job's lines, with those joined that are one payer by two names."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda one: one.on[0]):
        before = [one for one in found if _is_successor(one, line)]
        if len(before) == 1:
            found.remove(before[0])
            found.append(_join(before[0], line))
        else:
            found.append(line)
    return found


def _is_successor(old: Line, new: Line) -> bool:
    if old.rhythm is None or new.on[0] <= old.on[-1]:
        return False
    period = old.rhythm.days or old.rhythm.months * MONTH
    days = int((new.on[0] - old.on[-1]).astype(int))
    ratio = float(np.median(new.amounts) / np.median(old.amounts[-BEFORE:]))
    return days <= _SOON * period and _LEAST <= ratio <= _MOST


def _join(old: Line, new: Line) -> Line:
    on = np.concatenate([old.on, new.on])
    amounts = np.concatenate([old.amounts, new.amounts])
    return replace(
        new,
        rows=np.concatenate([old.rows, new.rows]),
        on=on,
        amounts=amounts,
        rhythm=rhythm_of(on, amounts) or old.rhythm,
    )
