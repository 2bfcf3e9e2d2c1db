"""An hours account day by day: what accrues, what falls away, what is given."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.hours.agreed_days import agreed_days, within
from plait.analysis.hours.free_days import NOT_FREE, REASONS, DayOff, free_days
from plait.domain.columns import Bools
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.domain.roles import Agreement, Per, Role

_THURSDAY_TO_MONDAY = np.timedelta64(4, "D")


@dataclass(frozen=True, eq=False)
class AccountDays:
    """One element a day: hours that accrue and that fall away, seconds given.

    `has_agreed` is whether terms with hours hold on the day, `is_held` whether the
    role does.
    """

    agreed: Floats
    free: dict[DayOff, Floats]
    seconds: Floats
    has_agreed: Bools
    is_held: Bools


def account_days(portfolio: Portfolio, index: int, period: Period) -> AccountDays:
    """Return what accrues, falls away and is given on each day of the period."""
    role = portfolio.roles[index]
    # What is left of a total without an end depends on all that was given for it.
    opens = [a.period.start for a in role.agreements if _is_open(a)]
    days = _whole_weeks(min([period.start, *opens]), period.end or period.start)
    found = agreed_days(role, days)
    off = free_days(portfolio, days)
    kinds, parts = off.kinds[:, index], off.parts[:, index]
    seconds = seconds_by_day(portfolio, index, days)
    rate = found.rate
    for number, terms in enumerate(role.agreements):
        if _is_open(terms):
            rate = rate + _as_given(terms, seconds / 3600, found.terms == number)
    places = {k: r for k, r in enumerate(REASONS, start=NOT_FREE + 1) if k in kinds}
    free = {
        r: found.rate * found.share((kinds == k) * parts) for k, r in places.items()
    }
    has_hours = np.array([a.hours is not None for a in role.agreements] + [False])
    in_period = (days >= np.datetime64(period.start)) & (
        days < np.datetime64(period.end)
    )
    return AccountDays(
        agreed=rate[in_period],
        free={reason: hours[in_period] for reason, hours in free.items()},
        seconds=seconds[in_period],
        # The last stands for no terms: NO_TERMS is -1.
        has_agreed=has_hours[found.terms][in_period],
        is_held=_is_held(role, days)[in_period],
    )


def _is_held(role: Role, days: NDArray[np.datetime64]) -> Bools:
    held = np.zeros(len(days), dtype=bool)
    held[within(role.period, days.astype("datetime64[D]").astype(np.int64))] = True
    return held


def _is_open(terms: Agreement) -> bool:
    is_total = terms.per is Per.TOTAL and terms.period.end is None
    return is_total and terms.hours is not None


def _as_given(terms: Agreement, given: Floats, holds: Bools) -> Floats:
    """Return the hours of a total without an end, due on the days they are given."""
    reached = np.minimum(np.cumsum(given * holds), float(terms.hours or 0))
    return np.diff(reached, prepend=0.0)


def _whole_weeks(first: date, end: date) -> NDArray[np.datetime64]:
    """Return the days of all weeks from the first to the end, and a week around them."""
    # Weeks of NumPy begin on the Thursday that 1970-01-01 was, Monday is 4 days on.
    ends = np.array([first, end], "datetime64[D]") - _THURSDAY_TO_MONDAY
    weeks = np.add(ends.astype("datetime64[W]"), [-1, 2])
    begin, last = weeks.astype("datetime64[D]") + _THURSDAY_TO_MONDAY
    return np.arange(begin, last)


def seconds_by_day(
    portfolio: Portfolio, index: int, days: NDArray[np.datetime64]
) -> Floats:
    """Return the seconds given for the role on each day; private ones are left out."""
    hours = portfolio.hours
    entries, roles = hours.served()
    entries = entries[
        (roles == index) & (hours.status[entries] != RecordStatus.PRIVATE)
    ]
    place = (hours.on[entries] - days[0]).astype(np.int64)
    there = (place >= 0) & (place < len(days))
    worked = hours.seconds[entries][there]
    return np.bincount(place[there], worked, len(days)).astype(np.float64)
