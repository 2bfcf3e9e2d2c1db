"""The half-year ahead as if everything were worked as agreed, for rules on hours.

Agreed blocks are worked by their clock; hours agreed without days lie on Monday to
Friday, a fifth each and without a clock. Days off are left out. An opportunity takes
nothing: nothing is agreed in one yet.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np

from plait.analysis.hours.block_times import block_times
from plait.analysis.hours.free_days import whole_days_off
from plait.domain.columns import Bools, Hours
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.domain.roles import Agreement, RoleKind

WEEKS_PROJECTED = 26
_WORKING_DAYS = 5
_LAST = date.max - timedelta(weeks=WEEKS_PROJECTED + 2)


class _Worked(NamedTuple):
    on: date
    seconds: int
    role: int
    starts: int | None = None
    ends: int | None = None


def projected(portfolio: Portfolio, start: date) -> Portfolio:
    """Return the portfolio 26 full weeks on from the first Monday from `start` on.

    Its hours are those of the weeks between and nothing else.
    """
    first = monday_of(min(start, _LAST) + timedelta(days=6))
    days = np.datetime64(first, "D") + np.arange(7 * WEEKS_PROJECTED)
    is_off = whole_days_off(portfolio, days)
    worked = [
        *_by_clock(portfolio, first, is_off),
        *_without_clock(portfolio, first, is_off),
    ]
    end = first + timedelta(weeks=WEEKS_PROJECTED)
    return replace(portfolio, on=end, hours=_columns(sorted(worked, key=_day)))


def has_free_days(portfolio: Portfolio, start: date) -> bool:
    """Return whether hours of a role held on the day are agreed without days."""
    return any(
        terms.hours and not terms.blocks for _, terms in _terms_on(portfolio, start)
    )


def _terms_on(portfolio: Portfolio, day: date) -> Iterator[tuple[int, Agreement]]:
    for index, role in enumerate(portfolio.roles):
        terms = role.agreement_on(day)
        is_open = role.kind is RoleKind.OPPORTUNITY
        if terms is not None and role.is_held_on(day) and not is_open:
            yield index, terms


def _by_clock(portfolio: Portfolio, first: date, is_off: Bools) -> Iterator[_Worked]:
    zone = ZoneInfo(portfolio.person.timezone)
    for one in block_times(portfolio, first, len(is_off)):
        on = datetime.fromtimestamp(one.starts, zone).date()
        is_open = portfolio.roles[one.role].kind is RoleKind.OPPORTUNITY
        if not is_open and not is_off[(on - first).days, one.role]:
            yield _Worked(on, one.ends - one.starts, one.role, one.starts, one.ends)


def _without_clock(
    portfolio: Portfolio, first: date, is_off: Bools
) -> Iterator[_Worked]:
    for n, off in enumerate(is_off):
        if n % 7 >= _WORKING_DAYS:
            continue
        on = first + timedelta(days=n)
        for role, terms in _terms_on(portfolio, on):
            a_week = 0 if terms.blocks else terms.hours_per_week or 0
            seconds = round(a_week * 3600 / _WORKING_DAYS)
            if seconds and not off[role]:
                yield _Worked(on, seconds, role)


def _day(worked: _Worked) -> date:
    return worked.on


def _columns(entries: list[_Worked]) -> Hours:
    none = np.array([], dtype=np.int64)
    return Hours(
        on=np.array([e.on for e in entries], dtype="datetime64[D]"),
        seconds=np.array([e.seconds for e in entries], dtype=np.int64),
        role=np.array([e.role for e in entries], dtype=np.int16),
        status=np.full(len(entries), RecordStatus.ASSIGNED, dtype=np.int8),
        also_entry=none,
        also_role=none.astype(np.int16),
        starts_at=_instants([e.starts for e in entries]),
        ends_at=_instants([e.ends for e in entries]),
    )


def _instants(seconds: list[int | None]) -> np.ndarray:
    found = np.array([0 if s is None else s for s in seconds], dtype="datetime64[s]")
    found[[s is None for s in seconds]] = np.datetime64("NaT")
    return found
