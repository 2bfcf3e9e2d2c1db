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

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.backtest import (
    FIRST_ORIGIN,
    BackTest,
    forecast,
)
from plait.analysis.hours.capacity.demand import Demand, demand
from plait.analysis.hours.capacity.known_weeks import (
    WEEK,
    KnownWeeks,
    first_week_ahead,
    known_weeks,
)
from plait.analysis.hours.capacity.naive import Method
from plait.analysis.hours.capacity.spread import EDGE, LEVELS, Spread
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
_UNSURE = 0.005
# As full as can be is not too full.
_A_MINUTE = 1 / 60
# Hours that stopped so many weeks before the first week ahead say nothing of it.
_TOO_OLD = 10
# The rhythms of a year show in three of them; more would take longer than they tell.
_MOST_PAST = 156


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
    `levels` are the hours that stay below with the chances `spread.LEVELS`.
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
    levels: tuple[float, ...] = ()

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
        n_past = min(len(weeks), _MOST_PAST)
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
    extra, supply = known.extra[known.ahead], known.supply[known.ahead]
    unknown = np.full(len(extra), np.nan)
    chance, levels = unknown, np.zeros((len(extra), 0))
    low, high = unknown, unknown
    if expected.spread is not None:
        chance = _chance(expected.spread, supply - extra + _A_MINUTE)
        levels = expected.spread.hours_at(np.array(LEVELS)) + extra[:, None]
        low = np.minimum(levels[:, LEVELS.index(EDGE)], expected.load + extra)
        high = np.maximum(levels[:, LEVELS.index(1 - EDGE)], expected.load + extra)
    days: list[date] = known.mondays[known.ahead].astype(date).tolist()
    return tuple(
        WeekAhead(
            monday=day,
            supply=_or_none(supply[at]),
            load=float(expected.load[at] + extra[at]),
            low=_or_none(low[at]),
            high=_or_none(high[at]),
            p_overfull=_or_none(chance[at]),
            by_role=tuple(expected.by_column[at, : known.n_roles].tolist()),
            overheads={
                kind: float(hours[known.ahead][at])
                for kind, hours in known.overheads.items()
            },
            levels=tuple(levels[at].tolist()),
            agreed=float(expected.agreed[at].sum() + extra[at]),
            in_calendar=float(expected.in_calendar[at].sum()),
        )
        for at, day in enumerate(days)
    )


def _chance(spread: Spread, room: Floats) -> Floats:
    """Return the chance that the load exceeds the room; NaN where that is not known."""
    chance = 1 - spread.below(np.nan_to_num(room))
    # Three years of weeks never make anything certain.
    return np.where(np.isnan(room), np.nan, np.clip(chance, _UNSURE, 1 - _UNSURE))


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
