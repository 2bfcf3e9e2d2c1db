"""How much of an income hangs on how few: shares and what they come to.

With shares s that add up to 1: the Herfindahl index is the sum of s squared, and
its inverse is the effective number of streams: as many equal streams would be as
concentrated. .55, .20, .15, .10 give .3750 and 2.67 (Herfindahl 1950; Hirschman).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats, in_home_currency
from plait.analysis.income.months import month_number, whole_months
from plait.domain.columns import NO_ROLE, Bools
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.domain.trouble import PlaitError
from plait.reference.rates import Rates

# Fewer whole months say little of who pays: many pay by the quarter.
MONTHS_NEEDED = 3


class NegativeStream(PlaitError):
    """A share of less than nothing has no meaning."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares by name, largest first, of what came in over `n_months` months.

    `total` is the sum they are shares of, before costs and tax, in the home
    currency. Nothing came in: no shares, and both measures are 0.
    """

    names: tuple[str, ...]
    shares: tuple[float, ...]
    herfindahl: float
    effective: float
    total: float
    n_months: int

    @property
    def is_too_short(self) -> bool:
        """Whether there are too few months to say what the income hangs on."""
        return self.n_months < MONTHS_NEEDED

    @property
    def largest(self) -> tuple[str, float] | None:
        """The name of the largest share and the share, None without any."""
        return (self.names[0], self.shares[0]) if self.shares else None


def concentration(
    amounts: Sequence[float], names: Sequence[str], *, n_months: int = 12
) -> Concentration:
    """Return the shares of amounts that are not negative; raise `NegativeStream`.

    >>> four = concentration([55, 20, 15, 10], ["a", "b", "c", "d"])
    >>> round(four.herfindahl, 4), round(four.effective, 4)
    (0.375, 2.6667)
    """
    for name, amount in zip(names, amounts, strict=True):
        if not 0 <= amount < math.inf:
            raise NegativeStream(
                "Shares can only be taken of amounts that are not negative",
                value=f"{name}: {amount}",
                fix="Take costs off elsewhere, or leave this stream out.",
            )
    total = sum(amounts)
    ordered = sorted(
        ((a, n) for a, n in zip(amounts, names, strict=True) if a > 0),
        key=lambda pair: (-pair[0], pair[1]),
    )
    shares = tuple(a / total for a, _ in ordered)
    herfindahl = sum(s * s for s in shares)
    return Concentration(
        names=tuple(n for _, n in ordered),
        shares=shares,
        herfindahl=herfindahl,
        effective=1 / herfindahl if herfindahl else 0.0,
        total=total,
        n_months=n_months,
    )


def by_payer(
    portfolio: Portfolio, rates: Rates, *, n_months: int = 12
) -> Concentration:
    """Return the concentration of the last whole months' income over who paid it.

    Two spellings of one name are one payer, a payment without a name is its role's
    organisation's; what waits in the inbox is left out. Where fewer months than
    `n_months` are known, the result says so.
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
    pairs = np.stack([payments.payer[chosen], payments.role[chosen]])
    found, counts = np.unique(pairs, axis=1, return_counts=True)
    told: dict[str, tuple[int, int]] = {}
    for (payer, role), n in zip(found.T.tolist(), counts.tolist(), strict=True):
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
