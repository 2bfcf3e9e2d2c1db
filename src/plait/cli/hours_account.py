"""Hours accounts of a portfolio as plain values, for `--json` and for the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plait.analysis.hours.account import (
    AccountRow,
    HoursAccount,
    Rows,
    account,
    usual_start,
)
from plait.analysis.hours.free_days import REASONS, holiday_place, places_not_known
from plait.domain.period import monday_of, month_of
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the accounts are asked for: since a day, or since each role's usual one."""

    since: date | None
    rows: Rows
    role: str = ""


def accounts_told(portfolio: Portfolio, asked: Asked) -> Told:
    """Return the accounts up to and including the picture's date."""
    found = [_account(portfolio, index, asked) for index in _chosen(portfolio, asked)]
    by_row = [] if asked.rows is Rows.WHOLE else _together(found, asked.rows)
    logged = next((one.logged_until for one in found), None)
    return {
        "on": portfolio.on.isoformat(),
        "by": "role" if asked.rows is Rows.WHOLE else asked.rows.value,
        "since": asked.since.isoformat() if asked.since else None,
        "roles": [_role(portfolio, one, asked) for one in found],
        "rows": by_row,
        "logged_until": logged.isoformat() if logged else None,
        "holidays": _holidays(portfolio),
    }


def _chosen(portfolio: Portfolio, asked: Asked) -> list[int]:
    if asked.role:
        return [i for i, role in enumerate(portfolio.roles) if role.key == asked.role]
    held = portfolio.roles_held()
    return [i for i, role in held if role.kind is not RoleKind.OPPORTUNITY]


def _account(portfolio: Portfolio, index: int, asked: Asked) -> HoursAccount:
    role = portfolio.roles[index]
    since = asked.since or usual_start(role, portfolio.on)
    since = max(since, role.period.start)
    until = portfolio.on + timedelta(days=1)
    return account(portfolio, index, since, until, rows=asked.rows)


def _role(portfolio: Portfolio, one: HoursAccount, asked: Asked) -> Told:
    role = portfolio.roles[one.role]
    rows = [] if asked.rows is Rows.WHOLE else [_row(row) for row in one.rows]
    told = {"role": role.key, "name": role.name, **_row(one.total), "left": one.left}
    return told | {"rows": rows}


def _row(row: AccountRow) -> Told:
    """Return a row; like every period, its end is the first day that is out of it."""
    end = row.period.end
    return {
        "start": row.period.start.isoformat(),
        "end": end.isoformat() if end else None,
        "agreed": row.agreed if row.has_agreed else None,
        "free": {reason.value: hours for reason, hours in row.free.items()},
        "due": row.due if row.has_agreed else None,
        "given": row.given,
        "unagreed": row.unagreed,
        "balance": row.balance if row.has_agreed else None,
    }


def _together(found: Sequence[HoursAccount], rows: Rows) -> list[Told]:
    """Return the rows of all roles as sums, each on its Monday or first of a month."""
    first = monday_of if rows is Rows.WEEK else month_of
    by_start: dict[date, list[AccountRow]] = {}
    for one in found:
        for row in one.rows:
            by_start.setdefault(first(row.period.start), []).append(row)
    balance, told = 0.0, []
    for start in sorted(by_start):
        summed = _sum(by_start[start])
        balance += summed["given"] - summed["unagreed"] - summed["due"]
        told.append(summed | {"balance": balance})
    return told


def _sum(rows: Sequence[AccountRow]) -> Told:
    ends = [row.period.end for row in rows if row.period.end]
    free = {r.value: _total(row.free.get(r, 0.0) for row in rows) for r in REASONS}
    return {
        "start": min(row.period.start for row in rows).isoformat(),
        "end": max(ends).isoformat(),
        "agreed": _total(row.agreed for row in rows),
        "free": {reason: hours for reason, hours in free.items() if hours},
        "due": _total(row.due for row in rows),
        "given": _total(row.given for row in rows),
        "unagreed": _total(row.unagreed for row in rows),
    }


def _total(hours: Iterable[float]) -> float:
    return sum(hours, 0.0)


def _holidays(portfolio: Portfolio) -> Told:
    """Return where public holidays are from, and for which places none are known."""
    from plait.reference.holidays import source

    has_country = any(holiday_place(portfolio.person, r)[0] for r in portfolio.roles)
    return {
        "source": source() if has_country else None,
        "not_known": list(places_not_known(portfolio)),
    }
