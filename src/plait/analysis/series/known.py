"""Until when the income and the hours of each role are known.

Income comes by the account that a role was last paid on, so it is known as far as
that account is; hours by the tracker (or by hand) that its last entry came by. Where
nobody says what files cover, the newest line of an account and the last entry of all
say it. Days without a statement are unknown in the middle, too.
"""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from plait.analysis.series.months import (
    MARGIN,
    Numbers,
    WholeMonths,
    known_until,
    month_number,
    newest_by_account,
)
from plait.domain.columns import Bools
from plait.domain.known import Known, KnownKind, until_by_hand
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio

# Roles whose hours came by several trackers lately have them all, until they stop.
_LATELY = np.timedelta64(28, "D")
_YEAR = np.timedelta64(365, "D")
# So many of a role's last payments show how it is paid.
_LATELY_PAID = 3
# So many lines show what usually lies between two, and when the next is surely not due.
_LINES_NEEDED = 6
_NOT_DUE = 0.8
_SUNDAY = 6
# From Friday on, so many days before Sunday, a week of hours is whole.
_WHOLE_DAYS = 2


@lru_cache(maxsize=2)  # asked for each role of a portfolio
def until_by_account(portfolio: Portfolio) -> NDArray[np.datetime64]:
    """Return for each account of the payments the last day it is known for."""
    until = newest_by_account(portfolio.payments)
    files = {one.name: one for one in accounts(portfolio) if not one.is_by_hand}
    for index, name in enumerate(portfolio.payments.accounts):
        if name in files:
            until[index] = max(until[index], np.datetime64(files[name].until, "D"))
    return np.minimum(until, np.datetime64(portfolio.on, "D"))


def whole_months(portfolio: Portfolio) -> WholeMonths:
    """Return the months from the first payment to the last that is known whole."""
    on = portfolio.payments.on
    if not len(on):
        return WholeMonths(0, 0)
    first = int(month_number(on.min()))
    this_month = int(month_number(np.datetime64(portfolio.on, "D")))
    known = int(known_until(np.datetime64(_newest_known(portfolio), "D")))
    return WholeMonths(first, max(0, min(this_month, known) - first))


def _newest_known(portfolio: Portfolio) -> date:
    """Return the last day that any account with payments, or money by hand, is known."""
    used = np.unique(portfolio.payments.account)
    newest: date = until_by_account(portfolio)[used].max().astype(date)
    by_hand = [one.until for one in accounts(portfolio) if one.is_by_hand]
    return max(newest, *by_hand) if by_hand else newest


def accounts(portfolio: Portfolio) -> tuple[Known, ...]:
    """Return what is known of the person's accounts."""
    return tuple(one for one in portfolio.known if one.kind is KnownKind.ACCOUNT)


def label_of(portfolio: Portfolio, account: str) -> str:
    """Return what the person calls an account; its identifier without a name."""
    labels = {one.name: one.label for one in accounts(portfolio)}
    return labels.get(account) or account


def trackers(portfolio: Portfolio) -> tuple[Known, ...]:
    """Return what is known of the person's hours, by tracker and by hand."""
    return tuple(one for one in portfolio.known if one.kind is KnownKind.TRACKER)


def income_known_until(portfolio: Portfolio, role: int) -> date | None:
    """Return the last day on which the role's income is known, None without any."""
    payments = portfolio.payments
    mine = payments.role == role
    paid = np.flatnonzero(mine & payments.is_income)
    if not len(paid):
        paid = np.flatnonzero(mine)  # it has cost money, and brought none
    if not len(paid):
        return None
    last = payments.on[paid[-1]]
    last_day: date = last.astype(date)
    by_hand = entered_by_hand(portfolio, role, last_day)
    if by_hand is not None:
        # Never before its last day: what recurs comes by itself.
        return max(by_hand.until, last_day, *_on_accounts_lately(portfolio, paid))
    on_last = payments.account[paid[payments.on[paid] == last]]
    until: date = until_by_account(portfolio)[on_last].max().astype(date)
    return until


def _on_accounts_lately(portfolio: Portfolio, paid: Numbers) -> list[date]:
    """Return until when the accounts are known that a role was lately paid on.

    Cash typed once does not make what usually comes on an account unknown.
    """
    payments = portfolio.payments
    lately = np.unique(payments.account[paid[-_LATELY_PAID:]])
    on_accounts = [one for one in lately if payments.accounts[one]]
    until: list[date] = until_by_account(portfolio)[on_accounts].astype(date).tolist()
    return until


def entered_by_hand(portfolio: Portfolio, role: int, last_on: date) -> Known | None:
    """Return what is known by hand if the role's income of that day was typed."""
    for one in accounts(portfolio):
        if one.is_by_hand and one.last_of(role) == last_on:
            return one
    return None


def is_entered_by_hand(portfolio: Portfolio, role: int) -> bool:
    """Return whether the role's last income was typed: no file would say more."""
    payments = portfolio.payments
    days = payments.on[(payments.role == role) & payments.is_income]
    if not len(days):
        return False
    last: date = days.max().astype(date)
    return entered_by_hand(portfolio, role, last) is not None


def payment_known_until(portfolio: Portfolio, role: int) -> date:
    """Return the last day on which it is known whether the role was paid.

    A role that was never paid may be paid on any account; without any account the
    person says what was paid, until today.
    """
    until = income_known_until(portfolio, role)
    if until is not None:
        return until
    return _newest_known(portfolio) if len(portfolio.payments) else portfolio.on


def invoice_known_until(portfolio: Portfolio, role: int) -> date:
    """Return the last day on which it is known whether an invoice was paid.

    Of an invoice whose money is entered by hand that is today: nobody types that
    nothing came, so that a late one would never be called late.
    """
    until = income_known_until(portfolio, role)
    is_by_hand = is_entered_by_hand(portfolio, role) or (
        until is None and any(one.is_by_hand for one in accounts(portfolio))
    )
    return portfolio.on if is_by_hand else payment_known_until(portfolio, role)


def income_gaps(portfolio: Portfolio, role: int) -> tuple[Period, ...]:
    """Return the days not known of the accounts that the role was paid on around them."""
    payments = portfolio.payments
    paid = (payments.role == role) & payments.is_income
    found: list[Period] = []
    for one in accounts(portfolio):
        if not one.gaps or one.name not in payments.accounts:
            continue
        mine = paid & (payments.account == payments.accounts.index(one.name))
        days = payments.on[mine]
        found += [gap for gap in one.gaps if len(days) and _is_around(gap, days)]
    return tuple(sorted(found, key=lambda gap: gap.start))


def _is_around(gap: Period, days: NDArray[np.datetime64]) -> bool:
    start = np.datetime64(gap.start, "D")
    before, after = days < start, days > start
    return bool(before.any() and (after.any() or start - days[before].max() < _YEAR))


def months_known(portfolio: Portfolio, role: int, months: WholeMonths) -> Bools:
    """Return which of the months are known whole for the role's income.

    All are once the role is over; a role without any income is known nowhere. Where
    lines alone say until when, months count until the next line of the account is due.
    """
    until = income_known_until(portfolio, role)
    if until is None:
        return np.zeros(months.n, dtype=np.bool_)
    last = np.datetime64(until, "D") + _margin(portfolio, role, until)
    after_last = int(month_number(last)) - months.first
    known: Bools = np.arange(months.n) < after_last
    end = portfolio.roles[role].period.end
    if end is not None and end <= portfolio.on:
        over = int(month_number(np.datetime64(end, "D"))) - months.first
        known |= np.arange(months.n) > over
    for gap in income_gaps(portfolio, role):
        known &= ~_not_covered(gap, months)
    return known


def _margin(portfolio: Portfolio, role: int, until: date) -> np.timedelta64:
    """Return how far before the end of a month the account of a role may stop.

    Three days; where lines alone say until when it is known, as long as the next one
    is not due yet. An account that moves every three months was whole in October if
    it moved in September.
    """
    payments = portfolio.payments
    paid = np.flatnonzero((payments.role == role) & payments.is_income)
    if not len(paid):
        return MARGIN
    lines = payments.on[payments.account == payments.account[paid[-1]]]
    # In order of days already: which are alike is seen by the one before.
    days = lines[np.flatnonzero(np.diff(lines, prepend=lines[:1] - 1))]
    between = np.diff(days).astype(np.int64)
    if len(days) < _LINES_NEEDED or days[-1] < np.datetime64(until, "D"):
        return MARGIN
    not_due = int(_NOT_DUE * float(np.median(between)))
    return max(MARGIN, np.timedelta64(not_due, "D"))


def lately(is_known: Bools, n_months: int) -> Numbers:
    """Return the last months known, at most so many, as their indices.

    What was known last more than twice as long ago says nothing of late.
    """
    known = np.flatnonzero(is_known)[-n_months:]
    return known[known >= len(is_known) - 2 * n_months]


def n_months_covered(
    portfolio: Portfolio, role: int, months: WholeMonths, is_known: Bools
) -> int:
    """Return how many of the months lie before the last one known by its own lines.

    Fewer than `months_known` where the next line is not due yet: what will come then
    may be for these months, too.
    """
    until = income_known_until(portfolio, role)
    if until is None or not is_known.any():
        return 0
    end = portfolio.roles[role].period.end
    n_known = int(np.flatnonzero(is_known)[-1]) + 1
    if end is not None and end <= portfolio.on:
        return n_known
    last = int(month_number(np.datetime64(until, "D") + MARGIN)) - months.first
    return max(0, min(n_known, last))


def _not_covered(gap: Period, months: WholeMonths) -> Bools:
    """Return the months of which a gap leaves out more than a few days."""
    starts = (months.first + np.arange(months.n)).astype("datetime64[M]")
    first = starts.astype("datetime64[D]")
    after = (starts + 1).astype("datetime64[D]")
    begin = np.maximum(first, np.datetime64(gap.start, "D"))
    end = np.minimum(after, np.datetime64(gap.end or date.max, "D"))
    missing: Bools = (end - begin) > MARGIN
    return missing


def whole_week_known(portfolio: Portfolio, role: int) -> date:
    """Return the last day on which the role's hours are known, of a whole week Sunday.

    A week is whole once there are hours on its Friday or later. Where no hours are
    known at all, nothing holds the date up.
    """
    until = hours_known_until(portfolio, role)
    end = portfolio.roles[role].period.end
    if until is None or (end is not None and end <= portfolio.on):
        return portfolio.on
    rest = _SUNDAY - until.weekday()
    return until + timedelta(days=rest) if rest <= _WHOLE_DAYS else until


def hours_known_until(portfolio: Portfolio, role: int) -> date | None:
    """Return the last day on which the role's hours are known, None without any.

    By hand they are known as far as the last entry of any role: who logs one role
    would have logged the others.
    """
    mine = [(one.last_of(role), one.until) for one in trackers(portfolio)]
    lasts = [(last, until) for last, until in mine if last is not None]
    if not lasts:
        days = portfolio.hours.on
        if not len(days):
            return None
        last_of_all: date = days.max().astype(date)
        return until_by_hand(last_of_all, portfolio.on)
    newest = max(last for last, _ in lasts)
    lately = [u for last, u in lasts if (newest - last).days <= _LATELY.astype(int)]
    return max(lately)
