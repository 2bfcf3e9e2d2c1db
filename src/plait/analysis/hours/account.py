"""The hours account of a role: due and given between two dates, and the balance.

What is due accrues by the day: agreed hours spread evenly over the days of the week,
month, quarter or year they count in (or over their whole terms, where they are
agreed in total), less what days off take out. So hours agreed by the month or the
year, which come in lumps, may run ahead or behind in between. Hours agreed in total
without an end have no days to be spread over: they are due as they are given, up to
the total. Hours given while none were agreed stand apart and do not change the balance;
so do those of days before the role began or after it ended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.account_days import (
    AccountDays,
    account_days,
    seconds_by_day,
)
from plait.analysis.hours.balance import same_hours_since
from plait.analysis.hours.free_days import REASONS, DayOff
from plait.domain.period import Period, add_months, monday_of, month_of
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Per, Role

_WEEK = timedelta(days=7)


class Rows(StrEnum):
    """What each row of an account is for."""

    WEEK = "week"
    MONTH = "month"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A stretch of an account, in hours.

    `free` is what days off took out of `agreed`, by their reason; `due` the rest.
    `unagreed` is the part of `given` on days without agreed hours, of which there
    are none where `has_agreed` is False; `outside` is the part of it on days when the
    role is not held, before it began or after it ended. `balance` runs: given, less unagreed and
    due, since the account began; above 0 more was given than was due.
    """

    period: Period
    agreed: float
    free: dict[DayOff, float]
    due: float
    given: float
    unagreed: float
    balance: float
    has_agreed: bool
    outside: float = 0.0

    @property
    def change(self) -> float:
        """What the row adds to the balance, an opening one apart."""
        return self.given - self.unagreed - self.due


@dataclass(frozen=True, slots=True)
class HoursAccount:
    """The account of one role (an index) over a period, in rows oldest first.

    `left` is what remains of hours agreed in total by the terms of the last day,
    None where they are agreed otherwise. `logged_until` is the last day with any
    hours in any role: later days show hours due that nobody logged yet.
    """

    role: int
    period: Period
    rows: tuple[AccountRow, ...]
    left: float | None = None
    logged_until: date | None = None
    opening: float | None = None

    @property
    def total(self) -> AccountRow:
        """The whole account as one row."""
        rows = self.rows
        free = {
            reason: sum(row.free.get(reason, 0.0) for row in rows)
            for reason in REASONS
            if any(reason in row.free for row in rows)
        }
        return AccountRow(
            period=self.period,
            agreed=sum(row.agreed for row in rows),
            free=free,
            due=sum(row.due for row in rows),
            given=sum(row.given for row in rows),
            unagreed=sum(row.unagreed for row in rows),
            balance=rows[-1].balance if rows else 0.0,
            has_agreed=any(row.has_agreed for row in rows),
            outside=sum(row.outside for row in rows),
        )


def account(
    portfolio: Portfolio,
    role: int,
    since: date,
    until: date,
    *,
    rows: Rows = Rows.WHOLE,
) -> HoursAccount:
    """Return the account of a role from a day up to but not including another."""
    period = Period(since, max(since, until))
    table = account_days(portfolio, role, period) if since < until else None
    opening = _opening(portfolio.roles[role], since)
    return HoursAccount(
        role=role,
        period=period,
        rows=tuple(_rows(table, _edges(period, rows), opening or 0.0)) if table else (),
        left=_left(portfolio, role, until),
        logged_until=_logged_until(portfolio),
        opening=opening,
    )


def _opening(role: Role, since: date) -> float | None:
    """Return the balance that the person set for the first day, None without one."""
    opening = role.opening
    return float(opening.hours) if opening is not None and opening.on == since else None


def usual_start(role: Role, on: date) -> date:
    """Return where an account begins: with the present hours, a year at most.

    Without terms it is the role's own start. A year up to and including 20 November
    2026 begins on 21 November 2025.
    """
    began = same_hours_since(role, on) or role.period.start
    return max(began, year_before(on))


def year_before(on: date) -> date:
    """Return the first day of the year that ends on that day."""
    # 29 February has no such day a year ago.
    year_ago = on.replace(
        year=on.year - 1, day=min(on.day, 28 if on.month == 2 else 31)
    )
    return year_ago + timedelta(days=1)


def _edges(period: Period, rows: Rows) -> list[date]:
    """Return where rows begin, and where the last one ends."""
    edges = [period.start]
    end = period.end or period.start
    if rows is not Rows.WHOLE:
        step = _next_week if rows is Rows.WEEK else _next_month
        while (following := step(edges[-1])) < end:
            edges.append(following)
    return [*edges, end]


def _next_week(day: date) -> date:
    return monday_of(day) + _WEEK


def _next_month(day: date) -> date:
    return add_months(month_of(day), 1)


def _rows(
    table: AccountDays, edges: list[date], balance: float
) -> Iterator[AccountRow]:
    starts = [(edge - edges[0]).days for edge in edges[:-1]]

    def sums(by_day: Floats) -> list[float]:
        return np.add.reduceat(by_day, starts).tolist()  # type: ignore[no-any-return]

    agreed, given = sums(table.agreed), sums(table.seconds)
    unagreed = sums(table.seconds * ~table.has_agreed)
    outside = sums(table.seconds * ~table.is_held)
    n_agreed = sums(table.has_agreed.astype(np.float64))
    free = {reason: sums(hours) for reason, hours in table.free.items()}
    for i, (begin, end) in enumerate(pairwise(edges)):
        fell = {reason: hours[i] for reason, hours in free.items() if hours[i]}
        # Less than nothing would be a rounding error.
        due = max(0.0, agreed[i] - sum(fell.values()))
        balance += (given[i] - unagreed[i]) / 3600 - due
        yield AccountRow(
            period=Period(begin, end),
            agreed=agreed[i],
            free=fell,
            due=due,
            given=given[i] / 3600,
            unagreed=unagreed[i] / 3600,
            balance=balance,
            has_agreed=bool(n_agreed[i]),
            outside=outside[i] / 3600,
        )


def _left(portfolio: Portfolio, index: int, until: date) -> float | None:
    terms = portfolio.roles[index].agreement_on(until - timedelta(days=1))
    if terms is None or terms.per is not Per.TOTAL or terms.hours is None:
        return None
    days = np.arange(np.datetime64(terms.period.start), np.datetime64(until))
    given = float(seconds_by_day(portfolio, index, days).sum()) / 3600
    return float(terms.hours) - given


def _logged_until(portfolio: Portfolio) -> date | None:
    days = portfolio.hours.on
    last: date | None = days.max().item() if len(days) else None
    return last
