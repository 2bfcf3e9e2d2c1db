"""Drift: which roles take more than was agreed, since which week, and how much.

One answer for each role held, beside the naive rule's. What each week is expected to
take is in `expected`, the statistic in `evidence`; the weeks that count are those since
the role's first hours and since the present hours were agreed. How often a steady role
is called drifting is promised in weeks between false alarms; five years is usual.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import LEAST_HOURS, Balance, RoleHours, balance
from plait.analysis.hours.balance import Verdict as NaiveVerdict
from plait.analysis.hours.drift.evidence import SEASON
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.hours.drift.watched import Watched, watched
from plait.analysis.series.weeks import Weeks
from plait.domain.columns import Bools, Days
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per

# For each role: five under watch raise about one false alarm a year between them.
FIVE_YEARS = 260
_GROWING = 0.10
_LATELY_WEEKS = 4


class Verdict(StrEnum):
    """Whether a role leaves what was agreed."""

    STEADY = "steady"
    DRIFTING = "drifting"
    DRIFTED_AND_BACK = "drifted and back"
    TOO_SHORT = "too short"
    NOT_AGREED = "not agreed"


@dataclass(frozen=True, eq=False, slots=True)
class Drift:
    """One role under watch. Dates are Mondays of weeks.

    The weeks that count are those from index `begin` on, `n_weeks` of them not set
    aside; a verdict takes `weeks_needed`. `knows_year` is whether the latest week could
    be set beside an earlier year: without one a busy season looks like a drift.
    `expected` (hours), `z` and `statistic` have one value for each of the weeks, NaN
    before those that count; the statistic stands still, and z is NaN, in weeks that are
    not compared.
    `alarm_on`, `since` and the hours a week `over` (beyond those expected, with an 80 %
    range) are None where nothing is drifting or has lately come back, as is
    `expected_then`, the hours expected a week meanwhile: those agreed, unless its weeks
    usually take clearly more or less (`is_in_season`). `until` is the last week of a
    drift that was taken back, `over_lately` the mean of its last four weeks. `naive` is
    what the simple rule says of the same role.
    """

    role: int
    verdict: Verdict
    naive: NaiveVerdict
    agreed: float | None
    per: Per
    begin: int
    n_weeks: int
    weeks_needed: int
    threshold: float
    knows_year: bool
    expected: Floats
    z: Floats
    statistic: Floats
    alarm_on: date | None = None
    since: date | None = None
    until: date | None = None
    over: float | None = None
    over_low: float | None = None
    over_high: float | None = None
    over_lately: float | None = None
    expected_then: float | None = None
    is_in_season: bool = False

    @property
    def is_over_now(self) -> bool:
        """Whether the role is beyond its agreement now."""
        return self.verdict is Verdict.DRIFTING

    @property
    def given(self) -> float | None:
        """Hours a week given during the drift."""
        if self.expected_then is None or self.over is None:
            return None
        return self.expected_then + self.over

    @property
    def is_growing(self) -> bool:
        """Whether it has lately been more, by a tenth of the agreed hours."""
        if self.agreed is None or self.over is None or self.over_lately is None:
            return False
        return self.over_lately - self.over > _GROWING * self.agreed

    @property
    def over_by_now(self) -> float | None:
        """Hours a week beyond the agreement: lately where it grows, else on average."""
        return self.over_lately if self.is_growing else self.over

    @property
    def given_by_now(self) -> float:
        """Hours a week that the role takes by now."""
        return (self.expected_then or 0.0) + (self.over_by_now or 0.0)

    @property
    def needed(self) -> float:
        """Hours a week that an agreement would need, over the year, to hold it all."""
        share = self.given_by_now / self.expected_then if self.expected_then else 1.0
        return (self.agreed or 0.0) * share

    @property
    def is_season_now(self) -> bool:
        """Whether the latest four weeks usually take clearly more or less than agreed."""
        if not self.agreed or not self.knows_year:
            return False
        usual = float(self.expected[self.begin :][-_LATELY_WEEKS:].mean())
        return abs(usual / self.agreed - 1) > SEASON

    def usual_in(self, weeks: Sequence[int]) -> float | None:
        """Return the hours a week that these weeks usually take; None if not known.

        `weeks` are indices into all weeks. Without an earlier year nothing is usual.
        """
        known = self.expected[list(weeks)]
        if not self.knows_year or not len(known) or np.isnan(known).any():
            return None
        return float(known.mean())

    @property
    def is_noticeable(self) -> bool:
        """Whether it drifts now by so much that it is worth a word."""
        return self.is_over_now and (self.over_by_now or 0.0) >= LEAST_HOURS


def drifts(
    portfolio: Portfolio,
    weeks: Weeks,
    set_aside: Bools,
    *,
    weeks_between: float = FIVE_YEARS,
    known: Balance | None = None,
) -> tuple[Drift, ...]:
    """Return the drift of every role held, in the order of the balance's roles.

    `set_aside` is weeks x roles. `weeks_between` is the promise: so many weeks from
    one false alarm to the next. `known` is the balance, where it is known already.
    """
    roles = (balance(portfolio, weeks) if known is None else known).roles
    found = (watched(portfolio, weeks, set_aside, one, weeks_between) for one in roles)
    return tuple(
        _drift(one, seen, weeks.mondays) for one, seen in zip(roles, found, strict=True)
    )


def _drift(one: RoleHours, seen: Watched, mondays: Days) -> Drift:
    episode = seen.episode()
    verdict = _verdict(one, seen, episode)
    has_size = verdict in {Verdict.DRIFTING, Verdict.DRIFTED_AND_BACK}
    return Drift(
        role=one.role,
        verdict=verdict,
        naive=one.verdict,
        agreed=one.agreed,
        per=seen.per,
        begin=seen.begin,
        n_weeks=seen.n_weeks,
        weeks_needed=seen.weeks_needed,
        threshold=seen.chart.threshold,
        knows_year=seen.knows_year,
        expected=seen.by_week(seen.chart.expected),
        z=seen.by_week(seen.chart.z),
        statistic=seen.by_week(seen.chart.statistic),
        **(_size(seen, episode, mondays) if episode and has_size else {}),
    )


def _verdict(one: RoleHours, seen: Watched, episode: Episode | None) -> Verdict:
    if not one.agreed:
        return Verdict.NOT_AGREED
    if seen.n_weeks < seen.weeks_needed:
        return Verdict.TOO_SHORT
    if episode is None:
        return Verdict.STEADY
    if episode.until is None:
        return Verdict.DRIFTING
    # What is over and was short, or hardly anything, is not worth a word.
    was_long = episode.until - episode.since + 1 >= _LATELY_WEEKS
    was_noticeable = was_long and seen.chart.size(episode).over >= LEAST_HOURS
    return Verdict.DRIFTED_AND_BACK if was_noticeable else Verdict.STEADY


def _size(seen: Watched, episode: Episode, mondays: Days) -> dict[str, Any]:
    """Return the dates and the size of an episode, as `Drift` takes them."""
    size, days = seen.chart.size(episode), mondays[seen.first :].astype(date)
    return {
        "alarm_on": days[episode.alarm],
        "since": days[episode.since],
        "until": None if episode.until is None else days[episode.until],
        "over": size.over,
        "over_low": size.low,
        "over_high": size.high,
        "over_lately": seen.lately(episode),
        "expected_then": seen.chart.expected_in(episode),
        "is_in_season": seen.chart.is_in_season(episode),
    }
