"""One role's weeks under watch: which of them count, and what the chart says of them.

Every week since the role's first hours teaches what to expect, whatever its terms were
then; evidence is gathered since the present hours were agreed. Hours that come in lumps
(agreed by the month, the quarter or the year) need some past before a week of theirs
can be judged at all.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours import balance
from plait.analysis.hours.balance import RoleHours, same_hours_since
from plait.analysis.hours.drift.evidence import Chart, Weekly, chart, threshold_for
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.series.weeks import Weeks
from plait.domain.columns import Bools
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per, Role

# A drift that was taken back longer ago than this is history.
REMEMBERED_WEEKS = 26
_LATELY_WEEKS = 4
# Weeks of a role, under whatever terms, that a verdict takes.
_PAST_NEEDED = {
    Per.WEEK: 8,
    Per.MONTH: 13,
    Per.TOTAL: 13,
    Per.QUARTER: 26,
    # A whole year to learn from, and eight weeks that can be set beside it.
    Per.YEAR: 60,
}


@dataclass(frozen=True, eq=False, slots=True)
class Watched:
    """A role's chart over its weeks since its first hours, from index `first` on.

    Evidence is gathered from the week `begin` of all; `n_weeks` of those since the
    present terms are not set aside, and a verdict takes `weeks_needed` of them.
    """

    per: Per
    first: int
    begin: int
    n_all: int
    n_weeks: int
    weeks_needed: int
    chart: Chart

    def episode(self) -> Episode | None:
        """Return the drift that lasts, or the last one that was lately taken back."""
        if not self.chart.episodes:
            return None
        last = self.chart.episodes[-1]
        if last.until is None:
            return last
        n_since = len(self.chart.z) - 1 - last.until
        return last if n_since <= REMEMBERED_WEEKS else None

    @property
    def knows_year(self) -> bool:
        """Whether the latest week could be set beside an earlier year."""
        known = self.chart.knows_year
        return bool(len(known)) and bool(known[-1])

    def lately(self, episode: Episode) -> float:
        """Return the hours beyond those expected in the drift's last four weeks."""
        return self.chart.lately(episode, _LATELY_WEEKS)

    def by_week(self, values: Floats) -> Floats:
        """Return values of the chart for all weeks, NaN where none count."""
        placed = np.full(self.n_all, np.nan)
        placed[self.first : self.first + len(values)] = values
        placed[: self.begin] = np.nan
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
    first, end = _span(weeks, one.role)
    begin = min(max(first, _since(weeks, role, portfolio.on)), end)
    away = set_aside[first:end, one.role]
    n_past = int((~away[: begin - first]).sum())
    needed = max(balance.WEEKS_NEEDED, _PAST_NEEDED[per] - n_past)
    weekly = Weekly(
        hours=weeks.by_role[first:end, one.role],
        agreed=one.agreed or np.nan,
        set_aside=away,
        mondays=weeks.mondays[first:end],
        begin=begin - first + _only_teach(~away[begin - first :], per, needed),
    )
    found = chart(weekly, threshold=threshold_for(weeks_between))
    n_weeks = int((~away[begin - first :]).sum())
    return Watched(per, first, begin, len(weeks), n_weeks, needed, found)


def _only_teach(is_kept: Bools, per: Per, needed: int) -> int:
    """Return how many weeks pass before hours in lumps can be judged."""
    if per is Per.WEEK or needed <= balance.WEEKS_NEEDED:
        return 0
    # Eight are judged: with the last of them the past that is needed is there.
    return int((np.cumsum(is_kept) <= needed - balance.WEEKS_NEEDED).sum())


def _span(weeks: Weeks, role: int) -> tuple[int, int]:
    """Return the role's first week with hours and the one after its last known."""
    end = int(weeks.known_of_role[role])
    first = int(weeks.first_of_role[role])
    return (end, end) if first < 0 else (min(first, end), end)


def _since(weeks: Weeks, role: Role, on: date) -> int:
    """Return the first whole week under the hours that are agreed now."""
    since = same_hours_since(role, on)
    if since is None:
        return 0
    return int((weeks.mondays < np.datetime64(since, "D")).sum())
