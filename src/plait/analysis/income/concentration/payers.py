"""Who paid, by name: what the review counts before costs.

Two spellings of one name are one payer, a payment without a name is its role's
organisation's; what waits in the inbox is left out.
"""

from collections.abc import Iterator

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.income.concentration.shares import Concentration, concentration
from plait.analysis.series.months import month_number, whole_months
from plait.domain.columns import NO_ROLE, Bools
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.reference.rates import Rates


def by_payer(
    portfolio: Portfolio, rates: Rates, *, n_months: int = 12
) -> Concentration:
    """Return the concentration of the last whole months' income over who paid it.

    Before costs. Where fewer months than `n_months` are known, the result says so.
    """
    payments, months = portfolio.payments, whole_months(portfolio)
    known = min(n_months, months.n)
    amounts = in_home_currency(payments, portfolio.person.currency, rates)
    age = months.first + months.n - month_number(payments.on)
    lately = (age >= 1) & (age <= known)
    chosen = lately & (payments.role != NO_ROLE) & (amounts > 0)
    together: dict[str, tuple[str, float]] = {}
    for name, amount in _paid(portfolio, amounts, chosen):
        shown, before = together.get(plain(name), (name, 0.0))
        together[plain(name)] = (shown, before + amount)
    names = [shown for shown, _ in together.values()]
    return concentration([a for _, a in together.values()], names, n_months=known)


def roles_paid_for(portfolio: Portfolio) -> dict[str, int]:
    """Return the role that each payer has paid for most often, by its plain name.

    The role is an index into the portfolio's; payers without a name are left out.
    """
    payments = portfolio.payments
    chosen = (payments.role != NO_ROLE) & (payments.minor > 0)
    n_roles = len(portfolio.roles)
    pairs = payments.payer[chosen].astype(np.int64) * n_roles + payments.role[chosen]
    counts = np.bincount(pairs)
    told: dict[str, tuple[int, int]] = {}
    for pair in np.flatnonzero(counts).tolist():
        n, (payer, role) = int(counts[pair]), divmod(pair, n_roles)
        name = plain(payments.payers[payer])
        if name and n > told.get(name, (0, 0))[0]:
            told[name] = (n, role)
    return {name: role for name, (_, role) in told.items()}


def _paid(
    portfolio: Portfolio, amounts: Floats, chosen: Bools
) -> Iterator[tuple[str, float]]:
    """Yield the sum that each payer paid, by role where a payer has no name."""
    payments = portfolio.payments
    by_name = np.bincount(payments.payer[chosen], amounts[chosen])
    nameless = []
    for payer in np.flatnonzero(by_name).tolist():
        if plain(payments.payers[payer]):
            yield payments.payers[payer], float(by_name[payer])
        else:
            nameless.append(payer)
    rest = chosen & np.isin(payments.payer, nameless)
    by_role = np.bincount(payments.role[rest], amounts[rest])
    for role in np.flatnonzero(by_role).tolist():
        yield portfolio.roles[role].organisation.name, float(by_role[role])
