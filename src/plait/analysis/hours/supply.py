"""The hours a person has available in each week, and what goes off beside the roles.

Available hours lie on the five working days, a fifth each: a season that begins on a
Wednesday changes three fifths of its week, and each working day away from all roles
takes a fifth, part of a day its hours. Public holidays take nothing here: they free the roles that keep them,
and whoever rests on them as well enters them as leave.

Overheads are load, not less supply: travel is as tiring as the hours it leads to, and
a week is only seen to be overfull when what fills it is in sight.
"""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.domain.availability import Absence, Overhead, OverheadKind, Season
from plait.domain.columns import Bools, Days
from plait.domain.period import Period

_WORKING_DAYS = np.arange(5)
_USUAL_DAY = 8  # hours, of which part of a day off is a share


def supply(
    capacity: Decimal | None,
    seasons: Sequence[Season],
    absences: Sequence[Absence],
    mondays: Days,
) -> Floats:
    """Return the hours available in each week; NaN where the person has not said."""
    days = working_days(mondays)
    a_week = np.full(days.shape, np.nan if capacity is None else float(capacity))
    for season in sorted(seasons, key=lambda one: one.period.start):
        a_week[holds(season.period, days)] = float(season.hours)
    a_day = a_week / len(_WORKING_DAYS)
    left = np.maximum(a_day - _hours_away(absences, days), 0)
    found: Floats = (left * ~_away(absences, days)).sum(axis=1)
    return found


def away_share(absences: Sequence[Absence], mondays: Days) -> Floats:
    """Return the share of each week's working days away from all roles."""
    days = working_days(mondays)
    part = np.minimum(_hours_away(absences, days) / _USUAL_DAY, 1)
    share: Floats = np.maximum(_away(absences, days), part).mean(axis=1)
    return share


def overhead_hours(
    overheads: Sequence[Overhead],
    absences: Sequence[Absence],
    mondays: Days,
    there: Floats,
) -> dict[OverheadKind, Floats]:
    """Return hours a week that go to each kind of overhead that there is.

    `there` is weeks x roles: the share of each role's week that is worked. What a
    role brings with it, such as travel, falls away with the role's hours.
    """
    days = working_days(mondays)
    at_all = 1 - away_share(absences, mondays)
    found: dict[OverheadKind, Floats] = {}
    for one in overheads:
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


def _away(absences: Sequence[Absence], days: Days) -> Bools:
    away = np.zeros(days.shape, dtype=bool)
    for absence in absences:
        if absence.role is None and absence.hours is None:
            away |= holds(absence.period, days)
    return away


def _hours_away(absences: Sequence[Absence], days: Days) -> Floats:
    """Return the hours of days that are off in part from all roles."""
    away = np.zeros(days.shape)
    for absence in absences:
        if absence.role is None and absence.hours is not None:
            away += float(absence.hours) * holds(absence.period, days)
    return away
