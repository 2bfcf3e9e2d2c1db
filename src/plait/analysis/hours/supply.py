"""What a person has to give in each week, and what goes off beside the roles.

Hours to give lie on the five working days, a fifth each: a season that begins on a
Wednesday changes three fifths of its week, and each working day away from all roles
takes a fifth. Public holidays take nothing here: they free the roles that keep them,
and whoever rests on them as well says so as leave.

Overheads are load, not less supply: travel is as tiring as the hours it leads to, and
a week is only seen to be overfull when what fills it is in sight.
"""

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.availability import OverheadKind
from plait.domain.columns import Bools, Days
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio

_WORKING_DAYS = np.arange(5)


def supply(portfolio: Portfolio, mondays: Days) -> Floats:
    """Return the hours to give in each week; NaN where the person has not said."""
    days = working_days(mondays)
    told = portfolio.person.capacity
    a_week = np.full(days.shape, np.nan if told is None else float(told))
    for season in sorted(portfolio.seasons, key=lambda one: one.period.start):
        a_week[holds(season.period, days)] = float(season.hours)
    given = a_week / len(_WORKING_DAYS) * ~_away(portfolio, days)
    found: Floats = given.sum(axis=1)
    return found


def away_share(portfolio: Portfolio, mondays: Days) -> Floats:
    """Return the share of each week's working days away from all roles."""
    share: Floats = _away(portfolio, working_days(mondays)).mean(axis=1)
    return share


def overheads(
    portfolio: Portfolio, mondays: Days, there: Floats
) -> dict[OverheadKind, Floats]:
    """Return hours a week that go to each kind of overhead that there is.

    `there` is weeks x roles: the share of each role's week that is worked. What a
    role brings with it, such as travel, falls away with the role's hours.
    """
    days = working_days(mondays)
    at_all = 1 - away_share(portfolio, mondays)
    found: dict[OverheadKind, Floats] = {}
    for one in portfolio.overheads:
        share = at_all if one.role is None else there[:, one.role]
        hours = float(one.hours) * share * holds(one.period, days).mean(axis=1)
        found[one.kind] = found.get(one.kind, np.zeros(len(mondays))) + hours
    return found


def working_days(mondays: Days) -> Days:
    """Return the five working days of each week: weeks x 5."""
    first: NDArray[np.datetime64] = mondays.astype("datetime64[D]")[:, None]
    return first + _WORKING_DAYS


def holds(period: Period, days: Days) -> Bools:
    """Return which of the days a period holds."""
    inside: Bools = days >= np.datetime64(period.start, "D")
    if period.end is not None:
        inside &= days < np.datetime64(period.end, "D")
    return inside


def _away(portfolio: Portfolio, days: Days) -> Bools:
    away = np.zeros(days.shape, dtype=bool)
    for absence in portfolio.absences:
        if absence.role is None:
            away |= holds(absence.period, days)
    return away
