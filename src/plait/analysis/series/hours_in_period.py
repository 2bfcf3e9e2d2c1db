"""Hours worked over any days, by role and on the clock, beside the same days before.

A role is compared over the days of which its hours are known now and were known
before: from where its tracker begins to where it is known, without days that no
export covers. All roles together are compared over the days known of each of them, and
fill the clock once (see `one_clock`). Private hours are left out.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.series.in_period import within
from plait.analysis.series.known import hours_known_until, trackers
from plait.analysis.series.one_clock import load_seconds
from plait.domain.columns import Days
from plait.domain.period import Period
from plait.domain.periods.comparison import Compared, compared, shared, without
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus

_DAY = timedelta(days=1)
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class HoursCompared:
    """Hours over a period, and over the days of it that are known twice."""

    hours: float
    compared: Compared
    now: float
    before: float


@dataclass(frozen=True, slots=True)
class RoleHours:
    """A role's (an index) hours; those of an entry of two roles count for both.

    `known` are the days of the period on which they are known.
    """

    role: int
    known_until: date | None
    known: tuple[Period, ...]
    of: HoursCompared


def hours_in(portfolio: Portfolio, period: Period) -> list[RoleHours]:
    """Return each role that had hours at all; `period` has an end."""
    hours = portfolio.hours
    entries, roles = hours.served()
    counted = hours.status[entries] != RecordStatus.PRIVATE
    entries, roles = entries[counted], roles[counted]
    found = []
    for role in np.unique(roles).tolist():
        mine = entries[roles == role]
        days, worked = hours.on[mine], hours.seconds[mine] / _HOUR
        known = known_stretches(portfolio, role, days)
        until = hours_known_until(portfolio, role)
        within_it = tuple(shared((period,), known))
        of = _compared(days, worked, period, known)
        found.append(RoleHours(role, until, within_it, of))
    return found


def load_in(
    portfolio: Portfolio, period: Period, roles: list[RoleHours]
) -> HoursCompared:
    """Return the hours of the clock that everything took."""
    hours = portfolio.hours
    known: tuple[Period, ...] = (Period(date.min),)
    entries, of = hours.served()
    for one in roles:
        if one.of.hours or one.of.before:
            days = hours.on[entries[of == one.role]]
            known = tuple(shared(known, known_stretches(portfolio, one.role, days)))
    worked = load_seconds(hours) / _HOUR
    return _compared(hours.on, worked, period, known)


def _compared(
    days: Days, worked: Floats, period: Period, known: tuple[Period, ...]
) -> HoursCompared:
    both = compared(period, known)
    return HoursCompared(
        hours=float(worked[within(days, (period,))].sum()),
        compared=both,
        now=float(worked[within(days, both.now)].sum()),
        before=float(worked[within(days, both.before)].sum()),
    )


def known_stretches(portfolio: Portfolio, role: int, days: Days) -> tuple[Period, ...]:
    """Return the days on which the hours of a role are known; `days` are its entries'."""
    until = hours_known_until(portfolio, role)
    if until is None or not len(days):
        return ()
    first: date = days.min().astype(date)
    mine = [one for one in trackers(portfolio) if one.last_of(role) is not None]
    since = min([first, *(one.starts_on for one in mine)])
    end = portfolio.roles[role].period.end
    is_over = end is not None and end <= portfolio.on
    whole = Period(min(since, until), None if is_over else until + _DAY)
    gaps = [gap for one in mine for gap in one.gaps]
    return tuple(without(whole, gaps))
