"""Which roles have an hours account over a period, and from which day on.

Whoever holds a role has an account of it. So has a role with hours on days when it is
not held, before it began or after it ended, and, where the account begins on a day that
was chosen, every role with hours since then: no logged hour is left out of all accounts.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from plait.analysis.floats import Floats
from plait.analysis.hours.account import HoursAccount, usual_start, year_before
from plait.analysis.series.one_clock import seconds_once
from plait.domain.columns import Bools, Days
from plait.domain.period import monday_of
from plait.domain.portfolio import Portfolio
from plait.domain.records import RecordStatus
from plait.domain.roles import Role, RoleKind


def roles_with_accounts(portfolio: Portfolio, since: date | None) -> list[int]:
    """Return the roles, as indices, in the order of the portfolio."""
    held = {index for index, _ in portfolio.roles_held()}
    return [
        index
        for index, role in enumerate(portfolio.roles)
        if (index in held and role.kind is not RoleKind.OPPORTUNITY)
        or _has_more(portfolio, index, role, since)
    ]


def _has_more(portfolio: Portfolio, index: int, role: Role, since: date | None) -> bool:
    """Return whether the role has hours that an account of roles held would lose."""
    first = since or year_before(portfolio.on)
    days = _days(portfolio, index, first)
    if since is not None or role.kind is RoleKind.OPPORTUNITY:
        return bool(len(days))
    return bool(_is_outside(role, days).any())


def account_start(portfolio: Portfolio, index: int, since: date | None) -> date:
    """Return where the account of a role begins: with its first hours, if not later.

    Where the person set an opening balance, it begins on the day of that balance,
    unless a later day was chosen.
    """
    role = portfolio.roles[index]
    opening = role.opening
    if opening and opening.on <= portfolio.on and (since or opening.on) <= opening.on:
        return opening.on  # what was before is in its balance
    start = since or max(
        usual_start(role, portfolio.on), known_since(portfolio) or date.min
    )
    start = max(start, role.period.start)
    if start > role.period.start:
        return start
    # Hours of days before the role began belong to its account all the same.
    days = _days(portfolio, index, since or year_before(portfolio.on))
    first: list[date] = days[:1].tolist()
    return min([start, *first])


def known_since(portfolio: Portfolio) -> date | None:
    """Return the Monday of the first hours: what was worked before is not known."""
    hours = portfolio.hours
    days = hours.on[hours.status != RecordStatus.PRIVATE]
    return monday_of(days.min().item()) if len(days) else None


def filled_seconds(portfolio: Portfolio, accounts: Sequence[HoursAccount]) -> Floats:
    """Return the seconds of the clock that each entry of the accounts fills, else 0.

    An entry of several roles, and several at one time, fill it once.
    """
    hours = portfolio.hours
    chosen = np.zeros(len(hours), dtype=bool)
    entries, roles = hours.served()
    for one in accounts:
        mine = entries[roles == one.role]
        within = _inside(hours.on[mine], one)
        chosen[mine[within & (hours.status[mine] != RecordStatus.PRIVATE)]] = True
    filled = np.zeros(len(hours))
    filled[chosen] = seconds_once(
        hours.starts_at[chosen], hours.ends_at[chosen], hours.seconds[chosen]
    )
    return filled


def on_call_hours(portfolio: Portfolio, one: HoursAccount) -> float:
    """Return the hours of the account's days on call, which are no hours worked."""
    if portfolio.on_call is None:
        return 0.0
    days, seconds = portfolio.on_call.of_role(one.role)
    return float(seconds[_inside(days, one)].sum()) / 3600


def _inside(days: Days, one: HoursAccount) -> Bools:
    first, end = np.datetime64(one.period.start), np.datetime64(one.period.end)
    return np.asarray((days >= first) & (days < end))


def _days(portfolio: Portfolio, index: int, first: date) -> NDArray[np.datetime64]:
    """Return the days with hours of the role from a day on, in order."""
    hours = portfolio.hours
    entries, roles = hours.served()
    mine = entries[(roles == index) & (hours.status[entries] != RecordStatus.PRIVATE)]
    days = np.sort(hours.on[mine])
    return days[days >= np.datetime64(first)]


def _is_outside(role: Role, days: NDArray[np.datetime64]) -> Bools:
    outside = days < np.datetime64(role.period.start)
    if role.period.end is not None:
        outside |= days >= np.datetime64(role.period.end)
    return np.asarray(outside)
