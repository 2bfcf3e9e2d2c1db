"""Hours of a year given to one's own enterprises and to employers, in exact decimals.

An entry counts once: for the employer if it serves one, else for the enterprises, and
so does time that several entries of either kind fill together. An employment of which no hours are logged in the year counts with its agreed hours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from plait.analysis.obligations.own_account import employed, is_property, own_account
from plait.analysis.series.one_clock import seconds_once
from plait.domain.columns import Bools, Hours
from plait.domain.period import Period, monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus

_HOUR = Decimal(3600)
_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class LoggedHours:
    """Hours so far, from the first day that any could be known of to the last."""

    own: Decimal
    other: Decimal
    by_agreement: Decimal
    first: date
    until: date | None

    def at_pace(self, hours: Decimal, last: date) -> Decimal:
        """Return what hours since the first day come to on the last of the year."""
        if self.until is None:
            return hours
        days = (self.until - self.first).days + 1
        return hours + hours / days * (last - self.until).days


def enterprises(portfolio: Portfolio, year: Period) -> tuple[int, ...]:
    """Return the roles on one's own account that run in the year, without property."""
    return tuple(
        index
        for index in own_account(portfolio)
        if not is_property(portfolio.roles[index])
        and portfolio.roles[index].period.overlap_days(year)
    )


def logged_hours(portfolio: Portfolio, own: tuple[int, ...], year: int) -> LoggedHours:
    """Return the hours of a calendar year, as far as they are known."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    hours = portfolio.hours
    inside = (hours.on >= np.datetime64(first)) & (hours.on <= np.datetime64(last))
    inside &= hours.status != RecordStatus.PRIVATE
    until = hours.on[inside].max().astype(object) if inside.any() else None
    jobs = employed(portfolio)
    other = inside & _serves(portfolio, jobs)
    mine = inside & _serves(portfolio, own) & ~other
    began = min(portfolio.roles[index].period.start for index in own)
    known = monday_of(hours.on.min().astype(object)) if len(hours) else first
    agreed = sum(
        (_agreed(portfolio, job, first, until) for job in jobs if until is not None),
        Decimal(0),
    )
    return LoggedHours(
        own=_filled(hours, mine),
        other=_filled(hours, other) + agreed,
        by_agreement=agreed,
        first=min(max(first, began, known), until or last),
        until=until,
    )


def _filled(hours: Hours, chosen: Bools) -> Decimal:
    """Return the hours of the clock that the entries fill, to the second."""
    starts, ends = hours.starts_at[chosen], hours.ends_at[chosen]
    filled = seconds_once(starts, ends, hours.seconds[chosen])
    return Decimal(round(float(filled.sum()))) / _HOUR


def _serves(portfolio: Portfolio, roles: Iterable[int]) -> Bools:
    """Return which entries serve any of the roles."""
    entries, served = portfolio.hours.served()
    found = np.zeros(len(portfolio.hours), dtype=bool)
    found[entries[np.isin(served, list(roles))]] = True
    return found


def _agreed(portfolio: Portfolio, job: int, first: date, until: date) -> Decimal:
    """Return a job's agreed hours up to a day, 0 where any hours of it are logged."""
    days, _ = portfolio.hours.of_role(job)
    logged = (days >= np.datetime64(first)) & (days <= np.datetime64(until))
    if logged.any():
        return Decimal(0)
    agreed, role = Decimal(0), portfolio.roles[job]
    day = max(first, role.period.start)
    while day <= until and role.is_held_on(day):
        terms = role.agreement_on(day)
        weekly = terms.hours_per_week if terms else None
        agreed += (weekly or Decimal(0)) / _WEEK
        day += _DAY
    return agreed
