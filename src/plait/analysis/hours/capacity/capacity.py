"""The weeks ahead: hours available, hours expected, and how sure that is.

The forecast is the method that erred least in the person's own past, its range and
the chance of an overfull week come from what it erred there. With fewer than eight
weeks of hours, or hours that stopped long ago, what was agreed stands alone, without
a range.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.backtest import (
    FIRST_ORIGIN,
    LEARNT_FROM,
    LISTED_ORIGINS,
    BackTest,
    forecast,
)
from plait.analysis.hours.capacity.demand import Demand, demand
from plait.analysis.hours.capacity.forecasts import Method
from plait.analysis.hours.capacity.known_weeks import (
    WEEK,
    KnownWeeks,
    first_week_ahead,
    known_weeks,
)
from plait.analysis.series.weeks import Weeks
from plait.domain.availability import OverheadKind
from plait.domain.columns import Days
from plait.domain.portfolio import Portfolio

WEEKS_AHEAD = 12
# With hours of ten weeks ago, the year before each week ahead is still gone by.
MOST_AHEAD = 40
WEEKS_NEEDED = FIRST_ORIGIN + 1
# With a smaller chance to be too full a single week is no news.
LIKELY = 0.5
# Hours that stopped so many weeks before the first week ahead say nothing of it.
_TOO_OLD = 10
_YEAR = 52


class Basis(StrEnum):
    """What the weeks ahead are forecast from."""

    PAST = "the past"
    TOO_SHORT = "agreements: too few weeks of hours"
    TOO_OLD = "agreements: the hours stopped too long ago"


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """One full week ahead, in hours.

    `load` is what all roles and overheads will come to, each hour once, `low` and
    `high` the ends of its 80 % range (None without enough past); `by_role` goes by
    the portfolio's roles, an hour that serves two standing in both. `agreed` is what
    agreements and overheads alone come to, `in_calendar` what the calendar holds.
    """

    monday: date
    supply: float | None
    load: float
    low: float | None
    high: float | None
    p_overfull: float | None
    by_role: tuple[float, ...]
    overheads: dict[OverheadKind, float]
    agreed: float
    in_calendar: float

    @property
    def free(self) -> float | None:
        """Hours left, negative when more is expected than is available."""
        return None if self.supply is None else self.supply - self.load

    @property
    def is_overfull(self) -> bool:
        """Whether it is likely to take more hours than are available."""
        if self.supply is None:
            return False
        if self.p_overfull is None:
            return self.load > self.supply + LEAST_HOURS
        return self.p_overfull > LIKELY


@dataclass(frozen=True, slots=True)
class Capacity:
    """The weeks ahead, how they were forecast, and how such forecasts held before."""

    weeks: tuple[WeekAhead, ...]
    basis: Basis
    method: Method
    weeks_of_data: int
    test: BackTest | None


def capacity(
    portfolio: Portfolio, weeks: Weeks, *, n_weeks: int = WEEKS_AHEAD
) -> Capacity:
    """Return the next full weeks after the portfolio's date, at most `MOST_AHEAD`.

    `weeks` are the portfolio's. Raises `ValueError` for fewer than one or for more.
    """
    if not 1 <= n_weeks <= MOST_AHEAD:
        raise ValueError(f"Look 1 to {MOST_AHEAD} weeks ahead, not {n_weeks}.")
    weeks = weeks.until_known()
    first = np.datetime64(first_week_ahead(portfolio.on), "D")
    mondays = first + np.arange(n_weeks) * WEEK
    basis, lead = _basis(weeks, mondays)
    n_past = 0
    if basis is Basis.PAST:
        n_past = min(len(weeks), LISTED_ORIGINS + LEARNT_FROM + 2 * _YEAR + n_weeks)
        mondays = np.arange(weeks.mondays[-n_past], mondays[-1] + WEEK, WEEK)
    known = known_weeks(portfolio, weeks, mondays, n_past, n_weeks)
    found = forecast(known, lead + np.arange(n_weeks)) if n_past else None
    return Capacity(
        weeks=_weeks_ahead(known, demand(known, found)),
        basis=basis,
        method=found.method if found else Method.AGREED,
        weeks_of_data=len(weeks),
        test=found.test if found else None,
    )


def _basis(weeks: Weeks, ahead: Days) -> tuple[Basis, int]:
    """Return what to forecast from, and how many weeks the first one lies ahead."""
    if len(weeks) < WEEKS_NEEDED:
        return Basis.TOO_SHORT, 0
    lead = int((ahead[0] - weeks.mondays[-1]) // WEEK)
    return (Basis.TOO_OLD if lead > _TOO_OLD else Basis.PAST), lead


def _weeks_ahead(known: KnownWeeks, expected: Demand) -> tuple[WeekAhead, ...]:
    """Put supply, roles and overheads together, week by week."""
    extra = sum(known.overheads.values(), np.zeros(len(known.supply)))
    low, high = (end + extra for end in expected.ends())
    chance = expected.chance_above(known.supply - extra)
    days: list[date] = known.mondays[known.ahead].astype(date).tolist()
    return tuple(
        WeekAhead(
            monday=day,
            supply=_or_none(known.supply[at]),
            load=float(expected.load[at] + extra[at]),
            low=_or_none(low[at]),
            high=_or_none(high[at]),
            p_overfull=_or_none(chance[at]),
            by_role=tuple(expected.by_column[at, : known.n_roles].tolist()),
            overheads={
                kind: float(hours[at]) for kind, hours in known.overheads.items()
            },
            agreed=float(expected.agreed[at].sum() + extra[at]),
            in_calendar=float(expected.in_calendar[at].sum()),
        )
        for at, day in enumerate(days)
    )


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
