"""Lines: what one payer sends for one role, in order of days.

A stream is all money of a role; its rhythm can only be seen payer by payer. Two
spellings of a name are one payer. Money that comes twice a month (the 15th and the
last day, say) is two lines, so that each has one payday a month.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.payment_schedule.rhythm import (
    Rhythm,
    is_twice_a_month,
    rhythm_of,
)
from plait.domain.columns import NO_ROLE, Bools, Days, Ints, Payments
from plait.domain.rules import plain

_MONTH = 30.4375


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """Payments of one payer for one role; `rows` are their places among the book's payments.

    `amounts` are in the home currency. `rhythm` is None where none is seen.
    """

    role: int
    payer: str
    rows: Ints
    on: Days
    amounts: Floats
    rhythm: Rhythm | None

    def only(self, chosen: Bools) -> Self:
        """Return some of the payments as a line of the same rhythm."""
        return replace(
            self,
            rows=self.rows[chosen],
            on=self.on[chosen],
            amounts=self.amounts[chosen],
        )


def lines_of(payments: Payments, amounts: Floats) -> tuple[Line, ...]:
    """Return the lines of all roles; `amounts` are the payments' at home."""
    chosen = np.flatnonzero((payments.role != NO_ROLE) & (amounts > 0))
    if not len(chosen):
        return ()
    names = _plainly(payments, chosen)
    # One number for role and payer, so that one sort cuts all lines, however many.
    group = payments.role[chosen].astype(np.int64) * len(payments.payers)
    group += names[payments.payer[chosen]]
    order = np.argsort(group, kind="stable")
    cuts = np.flatnonzero(np.diff(group[order])) + 1
    return tuple(
        line
        for rows in np.split(chosen[order], cuts)
        for line in _lines(payments, amounts, rows)
    )


def _plainly(payments: Payments, chosen: Ints) -> Ints:
    """Return for each payer in use the first one whose name is the same."""
    names = np.arange(len(payments.payers))
    first: dict[str, int] = {}
    for payer in np.unique(payments.payer[chosen]).tolist():
        names[payer] = first.setdefault(plain(payments.payers[payer]), payer)
    return names


def _lines(payments: Payments, amounts: Floats, rows: Ints) -> Iterator[Line]:
    on = payments.on[rows]
    line = Line(
        role=int(payments.role[rows[0]]),
        payer=payments.payers[int(payments.payer[rows[-1]])],
        rows=rows,
        on=on,
        amounts=amounts[rows],
        rhythm=rhythm_of(on, amounts[rows]),
    )
    if line.rhythm is None and is_twice_a_month(on):
        halves = _halves(on)
        both = [_part(line, halves), _part(line, ~halves)]
        if all(half.rhythm for half in both):
            yield from both
            return
    yield line


def _part(line: Line, chosen: Bools) -> Line:
    part = line.only(chosen)
    return replace(part, rhythm=rhythm_of(part.on, part.amounts))


def _halves(on: Days) -> Bools:
    """Tell the two paydays of a month apart, also where weekends move them.

    Twice the day's angle in the month is one angle for both paydays.
    """
    day = (on - on.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
    angle = 4 * np.pi * day / _MONTH
    usual = np.angle(np.exp(1j * angle).mean()) / 2
    apart = np.angle(np.exp(1j * (angle / 2 - usual)))
    first: Bools = np.abs(apart) < np.pi / 2
    return first
