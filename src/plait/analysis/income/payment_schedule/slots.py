"""Slots: when each payment of a line was due, and which payment it got.

The usual day is learned from the latest payments as a circular median, so that the
30th and the 2nd are neighbours. A payment belongs to the payday that is nearest.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.income.payment_schedule.lines import Line
from plait.analysis.income.payment_schedule.rhythm import Rhythm
from plait.analysis.series.months import Numbers, month_number
from plait.domain.columns import Days, Ints

MONTH = 30.4375
_LATEST = 12
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False, slots=True)
class Slots:
    """Paydays of a line from its first payment on; `of` is each payment's.

    `month` is what each payday's month is numbered, January 1970 being 0.
    """

    due: Days
    month: Numbers
    of: Ints


def slots_of(line: Line, rhythm: Rhythm, until: np.datetime64) -> Slots:
    """Return the paydays up to the day, and at least to the last payment's."""
    if rhythm.days:
        return _by_days(line.on, rhythm.days, until)
    return _by_months(line.on, rhythm.months, until)


def _by_days(on: Days, period: int, until: np.datetime64) -> Slots:
    days, last = (
        on.astype(np.int64),
        int(until.astype("datetime64[D]").astype(np.int64)),
    )
    anchor = round(days[-1] + _middle(days[-_LATEST:] - days[-1], period))
    number = np.rint((days - anchor) / period).astype(np.int64)
    end = max(int(number[-1]), (last - anchor) // period) + 1
    due = anchor + period * np.arange(int(number[0]), end)
    days = due.astype("datetime64[D]")
    return Slots(days, month_number(days), number - number[0])


def _by_months(on: Days, period: int, until: np.datetime64) -> Slots:
    day = (on - on.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
    usual = round(_middle(day[-_LATEST:], MONTH) % MONTH)
    # The month whose payday is nearest: half a month before it to half one after.
    month = month_number(on - (usual - 15) * _DAY)
    phase = int(month[-1])
    number = np.rint((month - phase) / period).astype(np.int64)
    ends = (int(month_number(until)) - phase) // period
    of = number - number[0]
    months = phase + period * np.arange(int(number[0]), max(int(number[-1]), ends) + 1)
    return Slots(_day_of(months, usual), months, of)


def _day_of(months: Numbers, usual: int) -> Days:
    """Return that day of each month, 0 the first; the last where it has fewer."""
    first = months.astype("datetime64[M]").astype("datetime64[D]")
    last = (months + 1).astype("datetime64[M]").astype("datetime64[D]") - _DAY
    return np.minimum(first + usual * _DAY, last)


def _middle(days: Ints, period: float) -> float:
    """Return the circular median of days: around their mean angle."""
    turn = 2 * np.pi / period
    mean = float(np.angle(np.exp(1j * turn * days).mean()) / turn)
    apart = np.mod(days - mean + period / 2, period) - period / 2
    return mean + float(np.median(apart))
