"""What a stream brings and costs a month, of late."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.series.streams import Stream

_YEAR = 12


@dataclass(frozen=True, slots=True)
class MonthlyMeans:
    """Monthly means in the home currency over the last `n_months` whole months.

    `months` are those months, oldest first, as indices into the stream's.
    """

    income: float
    costs: float
    n_months: int
    months: tuple[int, ...] = ()


def monthly_means(stream: Stream, *, is_over: bool = False) -> MonthlyMeans:
    """Return the means of the last twelve whole months, or since the first money.

    Three months at 300 after nothing at all are 300 a month, not 75. A stream that
    is over is measured over the twelve months up to its last money. Months that are
    not known are left out: no month after the last statement is one without income.
    """
    moved = np.flatnonzero(stream.monthly + stream.costs)
    if not len(moved):
        return MonthlyMeans(0.0, 0.0, 0)
    known = np.flatnonzero(stream.is_known)
    # What moved in a month that is not known whole is known of it all the same.
    known = known[known >= moved[0]] if len(known) else moved
    if is_over:
        known = known[known <= moved[-1]]
    year = known[-_YEAR:]
    if not len(year):
        return MonthlyMeans(0.0, 0.0, 0)
    income, costs = stream.monthly[year], stream.costs[year]
    means = float(income.mean()), float(costs.mean())
    return MonthlyMeans(*means, len(year), tuple(year.tolist()))
