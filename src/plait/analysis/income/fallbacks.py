"""Which role is the weakest: much of the income, likely to end, nothing to replace it.

Of each stream that brings something, its share of a mean month times its chance of
ending within a year: what can be expected to be lost. The weakest is the largest of
those without a fallback. The naive answer is the largest share; it stands beside.
"""

from dataclasses import dataclass

from plait.analysis.income.stress.case import Case, StreamCase
from plait.domain.portfolio import Portfolio

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Weak:
    """A role (an index) with its share of the income and its chance of ending a year.

    `has_fallback` says whether the person noted what would replace it.
    """

    role: int
    share: float
    chance: float
    has_fallback: bool

    @property
    def at_stake(self) -> float:
        """The share of the income that can be expected to be lost within a year."""
        return self.share * self.chance


def weak_roles(portfolio: Portfolio, case: Case) -> tuple[Weak, ...]:
    """Return the roles that bring something, the most at stake first.

    One that has ended already has nothing at stake any more.
    """
    bringing = [one for one in case.streams if one.is_bringing]
    total = sum(one.stream.monthly for one in bringing)
    with_fallback = {fallback.role for fallback in portfolio.fallbacks}
    found = [
        Weak(
            role=one.role,
            share=one.stream.monthly / total,
            chance=_chance(one),
            has_fallback=one.role in with_fallback,
        )
        for one in bringing
    ]
    return tuple(sorted(found, key=lambda weak: (-weak.at_stake, weak.role)))


def weakest(portfolio: Portfolio, case: Case) -> Weak | None:
    """Return the weakest role without a fallback, None where all have one."""
    found = (weak for weak in weak_roles(portfolio, case) if not weak.has_fallback)
    return next(found, None)


def _chance(one: StreamCase) -> float:
    """Return the chance that a stream ends within a year, its contract's end included.

    A contract that ends within twelve months and is renewed with the chance r goes on
    with r (1 - h).
    """
    stream = one.stream
    ends = stream.ends_in is not None and stream.ends_in < _YEAR
    stays = (1 - stream.hazard.mean) * (stream.renewed if ends else 1.0)
    return 1 - stays
