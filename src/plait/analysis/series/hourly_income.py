"""What came in for each hour that was really given."""

import numpy as np
from numpy.typing import NDArray

from plait.analysis.series.known import hours_known_until
from plait.analysis.series.streams import Income, Stream
from plait.domain.portfolio import Portfolio

MONTHS_NEEDED = 3
_YEAR = 12


def income_an_hour(
    portfolio: Portfolio, income: Income, stream: Stream
) -> float | None:
    """Return income per hour in the home currency over the same whole months.

    At most the last twelve, and only those between the role's first money, its first
    hours and the last hours known of it. Fewer than three say nothing: money comes a
    month or two after its hours.
    """
    if not len(income.months):
        return None
    hours = _monthly(portfolio, income, stream.role)
    worked, paid = np.flatnonzero(hours), np.flatnonzero(stream.monthly)
    if not len(worked) or not len(paid):
        return None
    first = max(int(worked[0]), int(paid[0]))
    until = _whole_months(portfolio, income, stream.role)
    months = slice(max(first, until - _YEAR), max(first, until))
    known = stream.is_known[months]
    given = float(hours[months][known].sum())
    if known.sum() < MONTHS_NEEDED or not given:
        return None
    return float(stream.monthly[months][known].sum()) / given


def _monthly(portfolio: Portfolio, income: Income, role: int) -> NDArray[np.float64]:
    """Return the hours given to the role in each month of the income."""
    days, seconds = portfolio.hours.of_role(role)
    month = (days.astype("datetime64[M]") - income.months[:1]).astype(np.int64)
    inside = (month >= 0) & (month < len(income.months))
    table = np.bincount(month[inside], seconds[inside], len(income.months)) / 3600
    return table.astype(np.float64)


def _whole_months(portfolio: Portfolio, income: Income, role: int) -> int:
    """Return how many months of the income the role's hours are known whole."""
    until = hours_known_until(portfolio, role)
    last = np.datetime64(until, "D") + np.timedelta64(3, "D")
    known = (last.astype("datetime64[M]") - income.months[0]).astype(np.int64)
    return min(len(income.months), int(known))
