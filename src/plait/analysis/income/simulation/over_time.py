"""What happens to savings, month by month: when a month is short, when they run out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.income.varying.quantiles import Floats32

# Amounts are 32-bit floats, right to seven digits; less than this is no shortfall.
_LEAST_SHORT = 1e-6
_HALF_A_CENT = 0.005


@dataclass(frozen=True, eq=False)
class OverTime:
    """By scenario, months counted from 0 and `months` for what does not come.

    `first_short` is the first month that brings less than the floor, `lasts` how
    many months savings and income together carry. `n_short` is how many scenarios
    are short in each month.
    """

    first_short: NDArray[np.int32]
    lasts: NDArray[np.int32]
    n_short: NDArray[np.int64]


def over_time(income: Floats32, *, savings: float, floor: float) -> OverTime:
    """Walk through income (months, scenarios), one month of all scenarios at a time."""
    months, n = income.shape
    margin = max(_HALF_A_CENT, _LEAST_SHORT * floor)
    first_short = np.full(n, months, dtype=np.int32)
    lasts = np.full(n, months, dtype=np.int32)
    n_short = np.zeros(months, dtype=np.int64)
    balance = np.full(n, savings, dtype=np.float64)
    for month, came in enumerate(income):
        is_short = came < np.float32(floor - margin)
        n_short[month] = np.count_nonzero(is_short)
        first_short[is_short & (first_short == months)] = month
        balance += came
        balance -= floor
        lasts[(balance < -margin) & (lasts == months)] = month
    return OverTime(first_short, lasts, n_short)


def year_of(income: Floats32, months: int = 12) -> Floats:
    """Return the income of the first year by scenario, in doubles."""
    total: Floats = income[:months].sum(axis=0, dtype=np.float64)
    return total
