"""How things stand before anything is taken on: worked out once for all variants."""

from dataclasses import dataclass, field
from datetime import date

from plait.analysis.hours.balance import Balance
from plait.analysis.hours.capacity.capacity import (
    MOST_AHEAD,
    WEEKS_AHEAD,
    Capacity,
    capacity,
)
from plait.analysis.series.streams import Income
from plait.analysis.series.weeks import Weeks
from plait.analysis.wellbeing.value_map import ValueMap
from plait.domain.portfolio import Portfolio
from plait.reference.rates import Rates
from plait.reference.working_time.rules import Pack


@dataclass(frozen=True, eq=False)
class Present:
    """A portfolio with the answers that every variant is set against.

    `pack` holds the rules on working time, None where no country's are known;
    `rates` those of every currency that a variant is paid in.
    """

    portfolio: Portfolio
    weeks: Weeks
    balance: Balance
    income: Income
    value: ValueMap | None
    rates: Rates
    pack: Pack | None = None
    _by_length: dict[int, Capacity] = field(default_factory=dict)

    def capacity_until(self, start: date) -> Capacity:
        """Return the weeks ahead up to twelve after the day, as far as can be seen."""
        until = max(0, (start - self.portfolio.on).days // 7) + WEEKS_AHEAD
        n_weeks = min(until, MOST_AHEAD)
        if n_weeks not in self._by_length:
            found = capacity(self.portfolio, self.weeks, n_weeks=n_weeks)
            self._by_length[n_weeks] = found
        return self._by_length[n_weeks]
