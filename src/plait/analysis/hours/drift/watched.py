"""One role's weeks under watch: which of them count, and what the chart says of them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import RoleHours, same_hours_since
from plait.analysis.hours.drift.cusum import Chart, chart
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.hours.drift.run_length import threshold_for
from plait.analysis.hours.drift.stretches import Stretches, stretches_of
from plait.analysis.series.weeks import Weeks
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per

# A drift that was taken back longer ago than this is history.
REMEMBERED_WEEKS = 26
_LATELY_WEEKS = 4


@dataclass(frozen=True, eq=False, slots=True)
class Watched:
    """A role's chart over stretches of its weeks.

    Of all `n_all` weeks those from `begin` on count, `n_weeks` of them not set aside.
    """

    per: Per
    begin: int
    n_all: int
    n_weeks: int
    stretches: Stretches
    chart: Chart

    def episode(self) -> Episode | None:
        """Return the drift that lasts, or the last one that was lately taken back."""
        if not self.chart.episodes:
            return None
        last = self.chart.episodes[-1]
        if last.until is None:
            return last
        n_since = self.stretches.last[-1] - self.stretches.last[last.until]
        return last if n_since <= REMEMBERED_WEEKS else None

    @property
    def lately(self) -> int:
        """How many of the last stretches count as lately."""
        return _LATELY_WEEKS if self.stretches.weeks_each == 1 else 1

    def by_week(self, values: Floats, *, is_carried: bool = False) -> Floats:
        """Return each stretch's value at its last week; carried on, or NaN between."""
        placed = np.full(self.n_all, np.nan)
        last = self.begin + self.stretches.last
        placed[last] = values
        if is_carried and len(last):
            later = np.arange(last[0], self.n_all)
            place = np.searchsorted(last, later, side="right") - 1
            placed[last[0] :] = values[place]
        return placed


def watched(
    portfolio: Portfolio,
    weeks: Weeks,
    set_aside: Bools,
    one: RoleHours,
    weeks_between: float,
) -> Watched:
    """Watch a role since its first hours under the present ones.

    `set_aside` is weeks x roles, `weeks_between` the weeks from one false alarm to the
    next.
    """
    role = portfolio.roles[one.role]
    terms = role.agreement_on(portfolio.on)
    per = terms.per if terms else Per.WEEK
    begin = _begin(weeks, one.role, same_hours_since(role, portfolio.on))
    end = int(weeks.known_of_role[one.role])
    begin = min(begin, end)
    away = set_aside[begin:end, one.role]
    hours, mondays = weeks.by_role[begin:end, one.role], weeks.mondays[begin:end]
    stretches = stretches_of(hours, away, mondays, one.agreed or np.nan, per)
    found = chart(
        stretches.hours,
        stretches.agreed,
        threshold=threshold_for(weeks_between / stretches.weeks_each),
        set_aside=stretches.set_aside,
        least=stretches.least,
    )
    return Watched(per, begin, len(weeks), int((~away).sum()), stretches, found)


def _begin(weeks: Weeks, role: int, since: date | None) -> int:
    """Return the first week of the role's hours under its present ones."""
    first = int(weeks.first_of_role[role])
    if first < 0:
        return len(weeks)
    if since is None:
        return first
    return max(first, int((weeks.mondays < np.datetime64(since, "D")).sum()))
