"""What the records lack: terms never noted, records that stop, things out of date.

Hours are out of date after two weeks, by the tracker they come by. A bank account is
after forty days, or after twice the usual time between its lines where that is longer,
and only if a role was last paid there: an account that was closed when the income moved
is not missed. Days between two statements that none covers, and balances that do not
follow each other, are named for two years.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from plait.analysis.floats import without_rate
from plait.analysis.series.known import (
    accounts,
    hours_known_until,
    income_known_until,
    is_entered_by_hand,
    label_of,
    until_by_account,
)
from plait.domain.known import Jump
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role, RoleKind
from plait.reference.rates import Rates

HOURS_STALE = timedelta(days=14)
MONEY_STALE = timedelta(days=40)
# A paid role may run for a quarter before its first income is missed.
INCOME_DUE = timedelta(days=91)
# A role without an entry for so long is not logged any more.
_GIVEN_UP = timedelta(weeks=10)
_YEAR = np.timedelta64(365, "D")


class Gap(StrEnum):
    """What is missing or out of date."""

    NO_CAPACITY = "no capacity"
    NO_TERMS = "no terms"
    TERMS_ENDED = "terms ended"
    NO_HOURS_AGREED = "no hours agreed"
    KIND_UNSURE = "kind unsure"
    NO_INCOME = "no income"
    HOURS_STOP = "hours stop"
    MONEY_STOPS = "money stops"
    NO_RATE = "no rate"
    STATEMENTS_MISSING = "statements missing"
    BALANCES_JUMP = "balances jump"


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: the roles it is about, the day and account it stops at, currencies.

    Hours and money that stop without a `last_on` were never there at all. `days` are
    those that no statement covers, `jumps` the balances that do not follow.
    """

    gap: Gap
    roles: tuple[int, ...] = ()
    last_on: date | None = None
    account: str = ""
    currencies: tuple[str, ...] = ()
    days: tuple[Period, ...] = ()
    jumps: tuple[Jump, ...] = ()
    is_by_hand: bool = False


def gaps(portfolio: Portfolio, rates: Rates) -> tuple[Missing, ...]:
    """Return what is missing or out of date on the portfolio's date."""
    found = [] if portfolio.person.capacity is not None else [Missing(Gap.NO_CAPACITY)]
    return (
        *found,
        *_about_roles(portfolio),
        *_hours(portfolio),
        *_money(portfolio),
        *_rates(portfolio, rates),
        *_statements(portfolio),
    )


def _working(portfolio: Portfolio) -> list[tuple[int, Role]]:
    """Return the roles held that there can be terms, hours and money for."""
    held = portfolio.roles_held()
    return [(i, role) for i, role in held if role.kind is not RoleKind.OPPORTUNITY]


def _about_roles(portfolio: Portfolio) -> Iterable[Missing]:
    missing: dict[Gap, list[int]] = {}
    for index, role in portfolio.roles_held():
        if not role.kind_is_confirmed:
            missing.setdefault(Gap.KIND_UNSURE, []).append(index)
    for index, role in _working(portfolio):
        terms = role.agreement_on(portfolio.on)
        if terms is None:
            gap = Gap.TERMS_ENDED if _had_terms(role, portfolio.on) else Gap.NO_TERMS
            missing.setdefault(gap, []).append(index)
        elif terms.hours is None:
            missing.setdefault(Gap.NO_HOURS_AGREED, []).append(index)
        if role.is_paid and len(portfolio.payments) and _is_unpaid(portfolio, index):
            missing.setdefault(Gap.NO_INCOME, []).append(index)
    return [Missing(gap, tuple(roles)) for gap, roles in missing.items()]


def _had_terms(role: Role, on: date) -> bool:
    return any(terms.period.start <= on for terms in role.agreements)


def _is_unpaid(portfolio: Portfolio, index: int) -> bool:
    """Return whether a paid role that runs for a quarter never had income."""
    role = portfolio.roles[index]
    if portfolio.on - role.period.start < INCOME_DUE:
        return False
    payments = portfolio.payments
    return not ((payments.role == index) & payments.is_income).any()


def _hours(portfolio: Portfolio) -> Iterable[Missing]:
    on = portfolio.hours.on
    if not len(on):
        return [Missing(Gap.HOURS_STOP)] if _working(portfolio) else []
    last: date = on.max().astype(date)
    if portfolio.on - last > HOURS_STALE:
        return [Missing(Gap.HOURS_STOP, last_on=last)]
    return _trackers(portfolio)


def _trackers(portfolio: Portfolio) -> Iterable[Missing]:
    """Yield trackers that fell silent while other hours go on, with their roles."""
    by_day: dict[date, list[int]] = {}
    for index, _ in _working(portfolio):
        days, _ = portfolio.hours.of_role(index)
        until = hours_known_until(portfolio, index)
        if not len(days) or until is None:
            continue
        # Hours that stopped long ago were given up, as was their tracker.
        is_lately = portfolio.on - days[-1].astype(date) <= _GIVEN_UP
        if is_lately and portfolio.on - until > HOURS_STALE:
            by_day.setdefault(until, []).append(index)
    for until, roles in by_day.items():
        yield Missing(Gap.HOURS_STOP, tuple(roles), last_on=until)


def _money(portfolio: Portfolio) -> Iterable[Missing]:
    """Return the accounts that roles were last paid on and that fell silent."""
    paid = [index for index, role in _working(portfolio) if role.is_paid]
    if not len(portfolio.payments):
        return [Missing(Gap.MONEY_STOPS, tuple(paid))] if paid else []
    roles_of: dict[int, list[int]] = {}
    for index, _ in _working(portfolio):
        account = _last_paid_on(portfolio, index)
        if account is not None:
            roles_of.setdefault(account, []).append(index)
    found = [_silent(portfolio, account, roles_of[account]) for account in roles_of]
    return [missing for missing in found if missing]


def _last_paid_on(portfolio: Portfolio, index: int) -> int | None:
    """Return the account of the role's last income, None without any for a year."""
    payments = portfolio.payments
    since = np.datetime64(portfolio.on, "D") - _YEAR
    mine = (payments.role == index) & payments.is_income & (payments.on > since)
    rows = np.flatnonzero(mine)
    return int(payments.account[rows[-1]]) if len(rows) else None


def _silent(portfolio: Portfolio, account: int, roles: list[int]) -> Missing | None:
    payments = portfolio.payments
    name = payments.accounts[account]
    if _is_by_hand(portfolio, name, roles):
        return _not_entered(portfolio, roles)
    days = np.unique(payments.on[payments.account == account])
    between = np.diff(days.astype(np.int64))
    usual = timedelta(days=float(np.median(between)) if len(between) else 0)
    last: date = until_by_account(portfolio)[account].astype(date)
    if portfolio.on - last <= max(MONEY_STALE, 2 * usual):
        return None
    label = label_of(portfolio, name)
    return Missing(Gap.MONEY_STOPS, tuple(roles), last_on=last, account=label)


def _not_entered(portfolio: Portfolio, roles: list[int]) -> Missing | None:
    """Return the money by hand that nobody entered for as long as lines may be away.

    Of each role it may be twice as long as usually lies between two of its payments.
    """
    silent = []
    for role in roles:
        until, usual = income_known_until(portfolio, role), _usual_days(portfolio, role)
        if until and portfolio.on - until > max(MONEY_STALE, 2 * usual):
            silent.append((until, role))
    if not silent:
        return None
    of_roles = tuple(role for _, role in silent)
    last, _ = max(silent)
    return Missing(Gap.MONEY_STOPS, of_roles, last_on=last, is_by_hand=True)


def _usual_days(portfolio: Portfolio, role: int) -> timedelta:
    payments = portfolio.payments
    days = np.unique(payments.on[(payments.role == role) & payments.is_income])
    between = np.diff(days.astype(np.int64))
    return timedelta(days=float(np.median(between)) if len(between) else 0)


def _is_by_hand(portfolio: Portfolio, account: str, roles: list[int]) -> bool:
    """Return whether the roles' money is entered by hand: no file would say more."""
    return not account and all(is_entered_by_hand(portfolio, role) for role in roles)


def _statements(portfolio: Portfolio) -> Iterable[Missing]:
    """Yield accounts with days that no statement covers, or balances that jump."""
    since = _two_years_before(portfolio.on)
    for one in accounts(portfolio):
        days = tuple(gap for gap in one.gaps if gap.end and gap.end > since)
        if days:
            yield Missing(Gap.STATEMENTS_MISSING, account=one.label, days=days)
        jumps = tuple(jump for jump in one.jumps if jump.on > since)
        if jumps:
            yield Missing(Gap.BALANCES_JUMP, account=one.label, jumps=jumps)


def _two_years_before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 2 * 365))


def _rates(portfolio: Portfolio, rates: Rates) -> Iterable[Missing]:
    """Return the currencies of roles' payments that no rate is known for."""
    home = portfolio.person.currency
    unknown = without_rate(portfolio.payments, home, rates)
    return [Missing(Gap.NO_RATE, currencies=unknown)] if unknown else []
