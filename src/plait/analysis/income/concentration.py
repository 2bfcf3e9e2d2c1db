"""How much of an income hangs on how few: shares and what they come to.

With shares s that add up to 1: the Herfindahl index is the sum of s squared, and
its inverse is the effective number of streams: as many equal streams would be as
concentrated. .55, .20, .15, .10 give .3750 and 2.67 (Herfindahl 1950; Hirschman).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import in_home_currency
from plait.domain.columns import NO_ROLE
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.domain.trouble import PlaitError
from plait.reference.rates import Rates


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
        if not amount >= 0:
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
    """Return the concentration of the last months' income over who paid it.

    Two spellings of one name are one payer; what waits in the inbox is left out.
    """
    payments = portfolio.payments
    amounts = in_home_currency(payments, portfolio.person.currency, rates)
    since = np.datetime64(portfolio.on, "M") - np.timedelta64(n_months, "M")
    until = np.datetime64(portfolio.on, "D")
    chosen = (payments.role != NO_ROLE) & (amounts > 0)
    chosen &= (payments.on >= since.astype("datetime64[D]")) & (payments.on <= until)
    sums = np.bincount(
        payments.payer[chosen], amounts[chosen], minlength=len(payments.payers)
    )
    together: dict[str, tuple[str, float]] = {}
    for index in np.flatnonzero(sums):
        name = payments.payers[index]
        shown, before = together.get(plain(name), (name, 0.0))
        together[plain(name)] = (shown, before + float(sums[index]))
    names = [shown for shown, _ in together.values()]
    return concentration([a for _, a in together.values()], names, n_months=n_months)
