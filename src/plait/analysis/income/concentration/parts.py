"""What each payer brought of each role, after that role's costs.

Costs belong to a role and not to one of its payers, so they are taken off all of
its payers alike: of a role that brought 1,000 and cost 200 each payer counts for
four fifths. A role that cost more than it brought has no share and is refused.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.series.known import lately, months_known, whole_months
from plait.analysis.series.months import month_number
from plait.domain.columns import NO_ROLE
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.reference.rates import Rates


@dataclass(frozen=True, slots=True)
class Part:
    """What one payer brought of one role (an index), net, in the home currency.

    `payer` is the plain form of the name, `name` the name as it was written.
    """

    role: int
    payer: str
    name: str
    net: float


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts over `n_months` whole months, and roles refused with what they lost."""

    parts: tuple[Part, ...]
    refused: tuple[tuple[int, float], ...]
    n_months: int


def parts_of(portfolio: Portfolio, rates: Rates, *, n_months: int = 12) -> Parts:
    """Return the parts of each role's last months known, by role and payer."""
    payments, months = portfolio.payments, whole_months(portfolio)
    known = min(n_months, months.n)
    amounts = in_home_currency(payments, portfolio.person.currency, rates)
    month = month_number(payments.on) - months.first
    found: list[Part] = []
    refused: list[tuple[int, float]] = []
    for role in np.unique(payments.role[payments.role != NO_ROLE]).tolist():
        recent = lately(months_known(portfolio, role, months), n_months)
        mine = (payments.role == role) & np.isin(month, recent)
        if not mine.any():
            continue
        net = float(amounts[mine].sum())
        came = _by_payer(portfolio, role, mine & (amounts > 0), amounts)
        if net < 0:
            refused.append((role, net))
        elif came:
            rate = net / sum(amount for _, amount in came.values())
            found += [Part(role, p, name, a * rate) for p, (name, a) in came.items()]
    return Parts(tuple(found), tuple(refused), known)


def _by_payer(
    portfolio: Portfolio, role: int, chosen: np.ndarray, amounts: Floats
) -> dict[str, tuple[str, float]]:
    """Return by plain name how a payer of the role is written, and what came in."""
    payments = portfolio.payments
    numbers, index = np.unique(payments.payer[chosen], return_inverse=True)
    sums = np.bincount(index, amounts[chosen], len(numbers))
    paid: dict[str, tuple[str, float]] = {}
    for number, amount in zip(numbers.tolist(), sums.tolist(), strict=True):
        name = payments.payers[number]
        if not plain(name):
            name = portfolio.roles[role].organisation.name
        written, before = paid.get(plain(name), (name, 0.0))
        paid[plain(name)] = (written, before + amount)
    return paid
