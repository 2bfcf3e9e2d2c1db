"""A weak month: what comes in one month of five at most, once the calendar is out.

Months are made comparable first, stream by stream. A retainer paid by the quarter is
a third of it each month; a thirteenth month or holiday pay, which comes once a year
beside the usual, is a twelfth of it each month. Of the sums over all streams over
the last two years the 20 % quantile is the weak month.

What a weak month lacks of a mean one is taken off the streams as they vary: a salary
that never moves keeps its amount, and the others carry the difference in proportion
to their standard deviations.
"""

from collections.abc import Sequence

import numpy as np

from plait.analysis.floats import Floats

MONTHS_LOOKED_AT = 24
WEAK = 0.2
_YEAR = 12
# What a month has to bring over the usual one to hold something that comes yearly, and
# how many months of a year can: holiday pay and a thirteenth month.
_YEARLY = 1.25
_MOST_YEARLY = 2


def evened(monthly: Floats, usual_gap: float) -> Floats:
    """Return months without the calendar's bumps; the sum of a year stays.

    `usual_gap` is the usual number of months between months with income.
    """
    gap = round(usual_gap)
    if 1 < gap <= _YEAR:
        spread = np.convolve(monthly, np.ones(gap) / gap)[: len(monthly)]
        spread[: gap - 1] = monthly[:gap].sum() / gap
        return spread.astype(np.float64)
    return _without_yearly(monthly)


def _without_yearly(monthly: Floats) -> Floats:
    """Return months with what comes in the same month each year spread over twelve."""
    if len(monthly) < _YEAR + 1 or not (monthly > 0).any():
        return monthly
    usual = float(np.median(monthly[monthly > 0]))
    found = monthly.astype(np.float64)
    high = monthly > _YEARLY * usual
    again = np.zeros_like(high)
    again[_YEAR:] |= high[:-_YEAR]
    again[:-_YEAR] |= high[_YEAR:]
    yearly = np.flatnonzero(high & again)
    if len(yearly) * _YEAR > _MOST_YEARLY * len(monthly):
        return monthly  # ups and downs, and no calendar
    for month in yearly.tolist():
        extra = float(monthly[month]) - usual
        found[month] -= extra
        year = slice(max(0, month - _YEAR + 1), month + 1)
        found[year] += extra / len(found[year])
    return found


def weak_month(months: Floats) -> tuple[float, float]:
    """Return the 20 % quantile of the last two years' months, and their mean."""
    looked_at = months[-MONTHS_LOOKED_AT:]
    if not len(looked_at):
        return 0.0, 0.0
    return float(np.quantile(looked_at, WEAK)), float(looked_at.mean())


def shared_out(means: Sequence[float], spreads: Sequence[float], weak: float) -> Floats:
    """Return what each stream brings in a weak month that comes to `weak` in all.

    `spreads` are the streams' standard deviations. A stream keeps what is below
    nothing, and none is brought below nothing.

    >>> shared_out([2000, 1000, 500], [0, 300, 100], 3100).tolist()
    [2000.0, 700.0, 400.0]
    """
    found = np.array(means, dtype=np.float64)
    sizes = np.where(found > 0, np.array(spreads, dtype=np.float64), 0.0)
    lacking = float(found.sum()) - weak
    while lacking > 1e-9:  # each turn brings a stream to nothing, or ends
        if not sizes.any():  # nothing varies: all give alike
            sizes = np.clip(found, 0, None)
        if not sizes.any():
            break
        taken = np.minimum(np.clip(found, 0, None), lacking * sizes / sizes.sum())
        found -= taken
        lacking -= float(taken.sum())
        sizes = np.where(found > 1e-9, sizes, 0.0)
    return found
