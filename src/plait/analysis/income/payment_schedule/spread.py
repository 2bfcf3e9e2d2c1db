"""Money spread over the months it is for, at the pace of a twelfth of a year.

A payment is for the time since the one before, at most for one and a half usual
gaps; the first one, and what is for the months after the last one, take a usual gap.
Where money comes by the week, every day of it has the same worth, and a month is
taken for 30.4375 of its own days, so that February is no poorer month.

Within a year that is known whole the spread money is brought in line with what came
in that year (pro rata, as statistics offices do): its total never changes.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.series.months import Numbers, WholeMonths
from plait.domain.columns import Days

_A_YEAR = 12
_MONTH = 30.4375
_LONGEST = 1.5


def by_months(
    month: Numbers,
    amounts: Floats,
    period: int,
    months: WholeMonths,
    *,
    until: int | None = None,
) -> Floats:
    """Return what is for each month, of money that comes every `period` months.

    `month` is what each amount's month is numbered; from month `until` on there is
    nothing, None if it goes on.
    """
    spread = np.zeros(months.n)
    paid, index = np.unique(month, return_inverse=True)
    sums = np.bincount(index, amounts)
    gaps = np.diff(paid, prepend=paid[0] - period)
    takes = np.where(gaps > _LONGEST * period, period, gaps)
    ends = np.append(paid + 1, paid[-1] + 1 + period) - months.first
    begins = ends - np.append(takes, period)
    each = np.append(sums / takes, sums[-1] / period)
    for begin, end, amount in zip(begins, ends, each, strict=True):
        spread[max(begin, 0) : max(end, 0)] += amount
    if until is not None:
        spread[max(until - months.first, 0) :] = 0.0
    return spread


def by_days(
    on: Days, amounts: Floats, period: int, months: WholeMonths, *, goes_on: bool
) -> Floats:
    """Return what is for each month, of money that comes every `period` days.

    If it `goes_on`, the days after the last payment are worth as much.
    """
    first, *_, end = (months.first + np.arange(months.n + 1)).astype("datetime64[M]")
    begin = int(first.astype("datetime64[D]").astype(np.int64))
    n_days = int(end.astype("datetime64[D]").astype(np.int64)) - begin
    paid, index = np.unique(on.astype(np.int64) - begin, return_inverse=True)
    sums = np.bincount(index, amounts)
    gaps = np.diff(paid, prepend=paid[0] - period)
    gaps = np.where(gaps > _LONGEST * period, period, gaps)
    steps = np.zeros(n_days + 1)
    ends = np.append(paid + 1, paid[-1] + 1 + period)
    begins = np.append(paid + 1 - gaps, paid[-1] + 1)
    a_day = np.append(sums / gaps, sums[-1] / gaps[-1] if goes_on else 0.0)
    np.add.at(steps, np.clip(begins, 0, n_days), a_day)
    np.add.at(steps, np.clip(ends, 0, n_days), -a_day)
    starts = (months.first + np.arange(months.n)).astype("datetime64[M]")
    from_day = starts.astype("datetime64[D]").astype(np.int64) - begin
    daily = np.cumsum(steps[:-1])
    in_month = np.diff(from_day, append=n_days)
    return np.asarray(np.add.reduceat(daily, from_day) / in_month * _MONTH)


def scaled_by_year(spread: Floats, raw: Floats, months: WholeMonths) -> Floats:
    """Return the spread money with the total of each whole year as it came."""
    scaled = spread.copy()
    for year in range(-months.first % _A_YEAR, months.n - _A_YEAR + 1, _A_YEAR):
        whole = slice(year, year + _A_YEAR)
        spread_sum, came = float(scaled[whole].sum()), float(raw[whole].sum())
        scaled[whole] = (
            scaled[whole] * (came / spread_sum) if spread_sum else raw[whole]
        )
    return scaled
