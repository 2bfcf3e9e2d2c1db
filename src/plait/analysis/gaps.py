"""What the picture lacks: terms never told, records that stop, things out of date."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind

HOURS_STALE = timedelta(days=14)
MONEY_STALE = timedelta(days=40)
_YEAR = np.timedelta64(365, "D")
_WITHOUT_HOURS = {RoleKind.OPPORTUNITY}


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


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: the roles it is about, or the day and the account it stops at."""

    gap: Gap
    roles: tuple[int, ...] = ()
    last_on: date | None = None
    account: str = ""


def gaps(portfolio: Portfolio) -> tuple[Missing, ...]:
    """Return what is missing or out of date on the portfolio's date."""
    found = [] if portfolio.person.capacity is not None else [Missing(Gap.NO_CAPACITY)]
    return (*found, *_about_roles(portfolio), *_hours(portfolio), *_money(portfolio))


def _about_roles(portfolio: Portfolio) -> list[Missing]:
    told: dict[Gap, list[int]] = {}
    for index, role in portfolio.roles_held():
        terms = role.agreement_on(portfolio.on)
        if not role.kind_is_confirmed:
            told.setdefault(Gap.KIND_UNSURE, []).append(index)
        if terms is None:
            gap = Gap.TERMS_ENDED if role.agreements else Gap.NO_TERMS
            told.setdefault(gap, []).append(index)
        elif terms.hours is None and role.kind not in _WITHOUT_HOURS:
            told.setdefault(Gap.NO_HOURS_AGREED, []).append(index)
        if role.is_paid and len(portfolio.payments) and _unpaid(portfolio, index):
            told.setdefault(Gap.NO_INCOME, []).append(index)
    return [Missing(gap, tuple(roles)) for gap, roles in told.items()]


def _unpaid(portfolio: Portfolio, index: int) -> bool:
    """Return whether a paid role that runs for a quarter never had income."""
    role, payments = portfolio.roles[index], portfolio.payments
    if portfolio.on - role.period.start < timedelta(days=91):
        return False
    return not ((payments.role == index) & (payments.minor > 0)).any()


def _hours(portfolio: Portfolio) -> list[Missing]:
    on = portfolio.hours.on
    if not len(on):
        return [Missing(Gap.HOURS_STOP)] if portfolio.roles_held() else []
    last: date = on.max().astype(date)
    stale = portfolio.on - last > HOURS_STALE
    return [Missing(Gap.HOURS_STOP, last_on=last)] if stale else []


def _money(portfolio: Portfolio) -> list[Missing]:
    """Return the accounts that paid roles in the last year and then fell silent."""
    payments = portfolio.payments
    if not len(payments):
        paid = [i for i, role in portfolio.roles_held() if role.is_paid]
        return [Missing(Gap.MONEY_STOPS, tuple(paid))] if paid else []
    today = np.datetime64(portfolio.on, "D")
    held = np.array(
        [role.is_held_on(portfolio.on) for role in portfolio.roles] + [False]
    )
    recent = (payments.on > today - _YEAR) & held[payments.role] & (payments.minor > 0)
    found = []
    for account in np.unique(payments.account[recent]):
        last: date = payments.on[payments.account == account].max().astype(date)
        if portfolio.on - last > MONEY_STALE:
            name = payments.accounts[account]
            found.append(Missing(Gap.MONEY_STOPS, last_on=last, account=name))
    return found
