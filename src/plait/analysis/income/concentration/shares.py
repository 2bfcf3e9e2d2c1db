"""Shares of an income and what they come to, from amounts and names alone.

With shares s that add up to 1:

- the Herfindahl index is the sum of s squared, and its inverse is the effective
  number: as many equal streams would be as concentrated (Hirschman 1945, Herfindahl
  1950). .55, .20, .15, .10 give .3750 and 2.67;
- what is left of 1 is Simpson's index (1949): the chance that two euros drawn at
  random came from different streams. It is .6250 there;
- the entropy is the sum of -s ln s (Shannon 1948), 1.1655 there, and its exponential
  another effective number, 3.21: one that minds small streams more.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from plait.domain.errors import PlaitError

# Fewer whole months say little of who pays: many pay by the quarter.
MONTHS_NEEDED = 3


class NegativeStream(PlaitError):
    """A share of less than nothing has no meaning."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """Shares by name, largest first, of what came in over `n_months` months.

    `total` is the sum they are shares of, in the home currency; the caller says
    whether it is before costs. Nothing came in: no shares, and all measures are 0.
    """

    names: tuple[str, ...]
    shares: tuple[float, ...]
    herfindahl: float
    effective: float
    total: float
    n_months: int

    @property
    def is_too_short(self) -> bool:
        """Whether there are too few months to say what the income depends on."""
        return self.n_months < MONTHS_NEEDED

    @property
    def largest(self) -> tuple[str, float] | None:
        """The name of the largest share and the share, None without any."""
        return (self.names[0], self.shares[0]) if self.shares else None

    @property
    def simpson(self) -> float:
        """The chance that two parts of the income drawn at random differ in name."""
        return 1 - self.herfindahl if self.shares else 0.0

    @property
    def entropy(self) -> float:
        """The sum of -s ln s over the shares, in nats."""
        return math.fsum(-s * math.log(s) for s in self.shares if s)

    @property
    def effective_by_entropy(self) -> float:
        """The number of equal shares that have this entropy."""
        return math.exp(self.entropy) if self.shares else 0.0


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
    total = math.fsum(amounts)
    ordered = sorted(
        ((a, n) for a, n in zip(amounts, names, strict=True) if a > 0),
        # By name where amounts are the same, so that their order does not matter.
        key=lambda pair: (-pair[0], pair[1]),
    )
    shares = tuple(a / total for a, _ in ordered)
    herfindahl = math.fsum(s * s for s in shares)
    return Concentration(
        names=tuple(n for _, n in ordered),
        shares=shares,
        herfindahl=herfindahl,
        effective=1 / herfindahl if herfindahl else 0.0,
        total=total,
        n_months=n_months,
    )
