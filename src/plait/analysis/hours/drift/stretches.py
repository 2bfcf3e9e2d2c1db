"""The stretches of weeks over which a role's hours are held against its agreement.

Hours by the week are compared each week, and a week set aside is passed over. Hours
by the month, quarter or year come in lumps (a board meets once a month), so they are
compared when a month or a quarter is whole; a week belongs to the month of its
Thursday, where most of its days lie. A week away then changes nothing of what the
month was agreed to bring; only a stretch of which more than half is set aside is
passed over.

A year is too long to wait for, so a year's hours are compared by the quarter, as if
spread evenly; the learned spread takes up what the seasons do, and no verdict is given
before a whole year. Hours in total are compared by the month with an even pace, since
the question there is whether they will run out before their end.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Bools, Days, Ints
from plait.domain.roles import Per

_WEEKS_PER_YEAR = 52.1775
# A year is too long to wait for, so its hours are compared by the quarter. A total
# goes by the month, at an even pace: the question is whether it runs out too soon.
_MONTHS = {Per.MONTH: 1, Per.TOTAL: 1, Per.QUARTER: 3, Per.YEAR: 3}
WEEKS_NEEDED = {
    Per.WEEK: 8,
    Per.MONTH: 13,
    Per.TOTAL: 13,
    Per.QUARTER: 26,
    Per.YEAR: 52,
}
_THURSDAY = np.timedelta64(3, "D")
_WEEK = np.timedelta64(7, "D")


@dataclass(frozen=True, eq=False, slots=True)
class Stretches:
    """Whole stretches of weeks, oldest first: hours given and agreed, one of each.

    `first` and `last` are the indices of a stretch's weeks. `weeks_each` is how many
    weeks one has on average, `least` how many stretches a verdict takes.
    """

    hours: Floats
    agreed: Floats
    set_aside: Bools
    first: Ints
    last: Ints
    weeks_each: float
    least: int


def stretches_of(
    hours: Floats, set_aside: Bools, mondays: Days, agreed: float, per: Per
) -> Stretches:
    """Return the stretches of weeks whose `agreed` hours a week are by `per`."""
    n_weeks = len(hours)
    if per not in _MONTHS:
        week = np.arange(n_weeks)
        level = np.full(n_weeks, agreed)
        return Stretches(
            hours, level, set_aside, week, week, 1.0, WEEKS_NEEDED[Per.WEEK]
        )
    first, last = _whole(mondays, _MONTHS[per])
    lengths = last - first + 1
    weeks_each = _WEEKS_PER_YEAR * _MONTHS[per] / 12
    each = np.full(len(first), weeks_each) if per is not Per.TOTAL else lengths
    return Stretches(
        hours=_sums(hours, first, last),
        agreed=agreed * each.astype(np.float64),
        set_aside=_sums(set_aside.astype(np.float64), first, last) > lengths / 2,
        first=first,
        last=last,
        weeks_each=weeks_each,
        least=round(WEEKS_NEEDED[per] / weeks_each),
    )


def _whole(mondays: Days, n_months: int) -> tuple[Ints, Ints]:
    """Return first and last week of each month (or so many) that is there whole."""
    if not len(mondays):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    around = np.concatenate([mondays[:1] - _WEEK, mondays, mondays[-1:] + _WEEK])
    month = (around + _THURSDAY).astype("datetime64[M]").astype(np.int64) // n_months
    begins = np.flatnonzero(month[1:-1] != month[:-2])
    ends = np.flatnonzero(month[1:-1] != month[2:])
    if not len(begins):
        return begins, begins
    ends = ends[ends >= begins[0]]
    return begins[: len(ends)], ends


def _sums(values: Floats, first: Ints, last: Ints) -> Floats:
    total = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(total[last + 1] - total[first])
