"""What a stream brings and costs a month, of late."""

from dataclasses import dataclass

import numpy as np

from plait.analysis.series.streams import Stream

_YEAR = 12


@dataclass(frozen=True, slots=True)
class MonthlyMeans:
    """Monthly means in the home currency over the last `n_months` whole months."""

    income: float
    costs: float
    n_months: int


def monthly_means(stream: Stream, *, is_over: bool = False) -> MonthlyMeans:
    """Return the means of the last twelve whole months, or since the first money.

    Three months at 300 after nothing at all are 300 a month, not 75. A stream that
    is over is measured over the twelve months up to its last money.
    """
    moved = np.flatnonzero(stream.monthly + stream.costs)
    if not len(moved):
        return MonthlyMeans(0.0, 0.0, 0)
    end = int(moved[-1]) + 1 if is_over else len(stream.monthly)
    year = slice(max(int(moved[0]), end - _YEAR), end)
    months = stream.monthly[year]
    return MonthlyMeans(
        float(months.mean()), float(stream.costs[year].mean()), len(months)
    )
