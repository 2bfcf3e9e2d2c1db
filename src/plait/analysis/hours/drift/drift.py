"""Drift: which roles take more than was agreed, since which week, and how much.

One answer for each role held, beside the naive rule's. The statistic is in `cusum`,
the weeks that count are those since the role's first hours and since the present
hours were agreed. How often a steady role is called drifting is promised in weeks
between false alarms; two years is the usual promise.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import LEAST_HOURS, Balance, RoleHours, balance
from plait.analysis.hours.balance import Verdict as NaiveVerdict
from plait.analysis.hours.drift.onset import Episode
from plait.analysis.hours.drift.stretches import WEEKS_NEEDED
from plait.analysis.hours.drift.watched import Watched, watched
from plait.analysis.series.weeks import Weeks
from plait.domain.columns import Bools, Days
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per

# For each role: four under watch raise about two false alarms a year between them.
TWO_YEARS = 104
_GROWING = 0.10


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
    aside; a verdict takes `weeks_needed`.
    `z` and `statistic` have one value for each of the weeks, NaN before those that
    count; the statistic stands still, and z is NaN, in weeks that are not compared.
    `alarm_on`, `since` and the hours a week `over` (with an 80 % range) are None
    where nothing is drifting or has lately come back; `until` is the last week of a
    drift that was taken back, `over_lately` the mean of its last four weeks (or month,
    or quarter). `naive` is what the simple rule says of the same role.
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
    z: Floats
    statistic: Floats
    alarm_on: date | None = None
    since: date | None = None
    until: date | None = None
    over: float | None = None
    over_low: float | None = None
    over_high: float | None = None
    over_lately: float | None = None

    @property
    def is_over_now(self) -> bool:
        """Whether the role is beyond its agreement now."""
        return self.verdict is Verdict.DRIFTING

    @property
    def given(self) -> float | None:
        """Hours a week given during the drift."""
        if self.agreed is None or self.over is None:
            return None
        return self.agreed + self.over

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
        return (self.agreed or 0.0) + (self.over_by_now or 0.0)

    @property
    def is_noticeable(self) -> bool:
        """Whether it drifts now by so much that it is worth a word."""
        return self.is_over_now and (self.over_by_now or 0.0) >= LEAST_HOURS


def drifts(
    portfolio: Portfolio,
    weeks: Weeks,
    set_aside: Bools,
    *,
    weeks_between: float = TWO_YEARS,
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
        weeks_needed=WEEKS_NEEDED[seen.per],
        threshold=seen.chart.threshold,
        z=seen.by_week(seen.chart.z),
        statistic=seen.by_week(seen.chart.statistic, is_carried=True),
        **(_size(seen, episode, mondays) if episode and has_size else {}),
    )


def _verdict(one: RoleHours, seen: Watched, episode: Episode | None) -> Verdict:
    if not one.agreed:
        return Verdict.NOT_AGREED
    if seen.n_weeks < WEEKS_NEEDED[seen.per]:
        return Verdict.TOO_SHORT
    if episode is None:
        return Verdict.STEADY
    return Verdict.DRIFTING if episode.until is None else Verdict.DRIFTED_AND_BACK


def _size(seen: Watched, episode: Episode, mondays: Days) -> dict[str, Any]:
    """Return the dates and the size of an episode, as `Drift` takes them."""
    first, last = seen.stretches.first, seen.stretches.last
    size, each = seen.chart.size(episode), seen.stretches.weeks_each
    days = mondays[seen.begin :].astype(date)
    return {
        "alarm_on": days[last[episode.alarm]],
        "since": days[first[episode.since]],
        "until": None if episode.until is None else days[last[episode.until]],
        "over": size.over / each,
        "over_low": size.low / each,
        "over_high": size.high / each,
        "over_lately": seen.chart.lately(episode, seen.lately) / each,
    }
