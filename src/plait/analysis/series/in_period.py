"""What came in and went out over any days, beside the same days before.

Every role is compared over the days that are known of it now and were known before:
as far as the account is known that it was last paid on, from where that account is
known, and without the days that no statement covers. A role that is over is known for
good. So the comparison of all roles is the sum of fair ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.series.known import accounts, income_gaps, income_known_until
from plait.domain.columns import NO_ROLE, Bools
from plait.domain.period import Period
from plait.domain.periods.comparison import Compared, compared, without
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.reference.rates import Rates

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RoleMoney:
    """A role's income and costs over a period, in the home currency, before tax.

    `role` is its index. `now` and `before` are income over the days of `compared`, so
    not more than what is known in both; `costs` are positive.
    """

    role: int
    income: float
    costs: float
    known_until: date | None
    compared: Compared
    now: float
    before: float


def money_in(portfolio: Portfolio, rates: Rates, period: Period) -> list[RoleMoney]:
    """Return each role that had money at all; `period` has an end."""
    payments = portfolio.payments
    amounts = in_home_currency(payments, portfolio.person.currency, rates)
    here = within(payments.on, (period,))
    found = []
    for role in np.unique(payments.role[payments.role != NO_ROLE]).tolist():
        mine: Bools = payments.role == role
        both = compared(period, known_stretches(portfolio, role))
        came = np.where(mine & (amounts > 0), amounts, 0.0)
        costs = np.where(mine & (amounts < 0), -amounts, 0.0)
        found.append(
            RoleMoney(
                role=role,
                income=float(came[here].sum()),
                costs=float(costs[here].sum()),
                known_until=income_known_until(portfolio, role),
                compared=both,
                now=float(came[within(payments.on, both.now)].sum()),
                before=float(came[within(payments.on, both.before)].sum()),
            )
        )
    return found


def known_stretches(portfolio: Portfolio, role: int) -> tuple[Period, ...]:
    """Return the days on which the income of a role is known, in order."""
    until = income_known_until(portfolio, role)
    if until is None:
        return ()
    end = portfolio.roles[role].period.end
    is_over = end is not None and end <= portfolio.on
    since = min(_known_since(portfolio, role), until)
    whole = Period(since, None if is_over else until + _DAY)
    return tuple(without(whole, income_gaps(portfolio, role)))


def _known_since(portfolio: Portfolio, role: int) -> date:
    """Return the first day of the accounts that a role has money on."""
    payments = portfolio.payments
    mine = np.unique(payments.account[payments.role == role]).tolist()
    files = {one.name: one.starts_on for one in accounts(portfolio)}
    firsts = []
    for account in mine:
        first: date = payments.on[payments.account == account].min().astype(date)
        firsts.append(min(first, files.get(payments.accounts[account], first)))
    return min(firsts)


def within(days: np.ndarray, stretches: Iterable[Period]) -> Bools:
    """Return which of some days lie in a set of stretches."""
    inside: Bools = np.zeros(len(days), dtype=np.bool_)
    for one in stretches:
        after = days >= np.datetime64(one.start, "D")
        inside |= after & (days < np.datetime64(one.end or date.max, "D"))
    return inside


def payers_in(
    portfolio: Portfolio, rates: Rates, period: Period
) -> Iterator[tuple[str, int, float]]:
    """Yield who paid in a period, for which role, and how much, at home.

    In any spelling a payer is one; a payment that names nobody is the organisation's
    of its role.
    """
    payments = portfolio.payments
    amounts: Floats = in_home_currency(payments, portfolio.person.currency, rates)
    chosen = within(payments.on, (period,)) & (payments.role != NO_ROLE) & (amounts > 0)
    sums: dict[tuple[str, int], tuple[str, float]] = {}
    for row in np.flatnonzero(chosen).tolist():
        role = int(payments.role[row])
        name = payments.payers[int(payments.payer[row])]
        name = name if plain(name) else portfolio.roles[role].organisation.name
        written, before = sums.get((plain(name), role), (name, 0.0))
        sums[plain(name), role] = (written, before + float(amounts[row]))
    for (_, role), (name, amount) in sums.items():
        yield name, role, amount
