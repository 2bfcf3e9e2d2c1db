"""Which months are known whole, and may be counted.

The month of the date is not over, and a month that the statements end in the middle
of is not known whole: a statement covers a month once its last line is within three
days of the month's end. The first month counts from its first line on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plait.domain.columns import Payments

# How far before the end of a month the last line of a whole one may be.
MARGIN = np.timedelta64(3, "D")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WholeMonths:
    """So many whole months from the first; months are numbered from January 1970."""

    first: int
    n: int

    @property
    def starts(self) -> NDArray[np.datetime64]:
        """The months, oldest first."""
        return (self.first + np.arange(self.n)).astype("datetime64[M]")


def month_number(days: NDArray[np.datetime64] | np.datetime64) -> Numbers:
    """Return each day's month as a number, January 1970 being 0."""
    return days.astype("datetime64[M]").astype(np.int64)


def known_until(newest: NDArray[np.datetime64] | np.datetime64) -> Numbers:
    """Return the number of the month after the last one known whole, by newest line."""
    return month_number(newest + MARGIN)


def newest_by_account(payments: Payments) -> NDArray[np.datetime64]:
    """Return for each account the day of its newest line, as far as it tells."""
    newest = np.zeros(len(payments.accounts), dtype=np.int64)
    np.maximum.at(newest, payments.account, payments.on.astype(np.int64))
    return newest.astype("datetime64[D]")
