"""How a role's pay for an hour stands to what the person's hours usually bring.

Pay is what came in for each hour really given, over the last twelve whole months at
most (`income_an_hour`). Usual is the person's own median over the roles whose rate is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.series.hourly_income import income_an_hour
from plait.analysis.series.streams import Income
from plait.domain.portfolio import Portfolio

# A fifth less than usual, and as much again the other way: 1 / 0.8.
LITTLE, WELL = 0.8, 1.25
_ROLES_TO_COMPARE = 2


class Pay(StrEnum):
    """How the pay for an hour stands to the person's own usual."""

    LITTLE = "little"
    USUAL = "usual"
    WELL = "well"
    UNKNOWN = "unknown"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class PaidHours:
    """Pay for an hour in the home currency by role, and its median.

    A rate is None where it is not known; `usual` where fewer than two are known.
    """

    by_role: Mapping[int, float | None]
    usual: float | None

    def pay(self, role: int, *, is_paid: bool) -> Pay:
        """Return how a role's pay stands to the usual."""
        rate = self.by_role[role]
        if rate is None or self.usual is None:
            return Pay.UNKNOWN if is_paid else Pay.UNPAID
        if rate < LITTLE * self.usual:
            return Pay.LITTLE
        return Pay.WELL if rate > WELL * self.usual else Pay.USUAL


def paid_hours(
    portfolio: Portfolio, income: Income | None, roles: Sequence[int]
) -> PaidHours:
    """Return what an hour of each of the roles brought; nothing without `income`."""
    streams = {stream.role: stream for stream in income.streams} if income else {}
    rates: dict[int, float | None] = dict.fromkeys(roles)
    for role in rates.keys() & streams.keys():
        if income is not None and portfolio.roles[role].is_paid:
            rates[role] = income_an_hour(portfolio, income, streams[role])
    known = [rate for rate in rates.values() if rate is not None]
    usual = float(np.median(known)) if len(known) >= _ROLES_TO_COMPARE else None
    return PaidHours(rates, usual)
