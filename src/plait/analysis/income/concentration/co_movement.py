"""Whether streams swing together: the diversification ratio, where it is known.

With the monthly standard deviations s of the streams and their covariance S, the
ratio is sum(s) / sqrt(1' S 1) (Choueifaty and Coignard 2008, whose weights are in
the sizes here). Streams that swing as one give 1, n equal ones that have nothing to
do with each other sqrt(n); its square counts streams: 2 for two such, 1.0526 for two
equal ones that are correlated .9.

Each month is held against the same month a year before, so that neither a thirteenth
month nor a season counts as swinging, nor a raise. That takes two years; and a
salary that never moves has no correlation with anything. Where too few months or too
little movement leave nothing to measure, that is the answer, and shared causes are
the better guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.series.streams import Income

MONTHS_FOR_CORRELATION = 24
_MOST_MONTHS = 60
_YEAR = 12
# A stream swings if its months leave those of a year before by this share of a month.
LEAST_SWING = 0.05
# The least share of the income that has to swing for the ratio to speak of it.
LEAST_SWINGING = 0.5
_STREAMS_NEEDED = 2


class Why(StrEnum):
    """Why no correlation is given."""

    ONE_STREAM = "one stream"
    FEW_MONTHS = "few months"
    CONSTANT = "constant"


@dataclass(frozen=True, slots=True)
class NoCoMovement:
    """There is no correlation to give; `n_months` is how many months are known."""

    why: Why
    n_months: int


@dataclass(frozen=True, eq=False)
class CoMovement:
    """How streams (roles) swing together, over `n_months` whole months.

    `ratio` is the diversification ratio, `effective` its square. `low` and `high`
    are the ratio one standard error (jackknife over months) either way. `pair` are
    the two roles that go together most, with their `correlation`.
    """

    roles: tuple[int, ...]
    ratio: float
    low: float
    high: float
    pair: tuple[int, int]
    correlation: float
    n_months: int

    @property
    def effective(self) -> float:
        """As how many streams that have nothing to do with each other they swing."""
        return self.ratio**2


def diversification_ratio(
    sizes: Sequence[float] | Floats, correlation: Sequence[Sequence[float]] | Floats
) -> float:
    """Return sum(sizes) / sqrt(sizes' C sizes); sizes are shares times their spread.

    NaN where nothing swings at all.

    >>> round(diversification_ratio([0.5, 0.5], [[1, 0.5], [0.5, 1]]), 4)
    1.1547
    """
    size, between = np.asarray(sizes, float), np.asarray(correlation, float)
    variance = float(size @ between @ size)
    return float(size.sum()) / variance**0.5 if variance > 0 else float("nan")


def co_movement(
    income: Income, refused: Sequence[int] = ()
) -> CoMovement | NoCoMovement:
    """Return how the streams of an income swing together, or why that is unknown.

    Streams of roles in `refused`, and those that bring nothing lately, are left out.
    """
    nets = {s.role: s.monthly - s.costs for s in income.streams if s.last_year > 0}
    begun = {s.role: _begun(s.monthly) for s in income.streams}
    roles = [role for role in nets if role not in refused]
    if len(roles) < _STREAMS_NEEDED:
        return NoCoMovement(Why.ONE_STREAM, len(income.months))
    old = [r for r in roles if begun[r] >= MONTHS_FOR_CORRELATION]
    if len(old) < _STREAMS_NEEDED or _share(nets, old, roles) < LEAST_SWINGING:
        return NoCoMovement(Why.FEW_MONTHS, min(begun[role] for role in roles))
    n_months = min(_MOST_MONTHS, *(begun[role] for role in old))
    months = np.stack([nets[role][-n_months:] for role in old], axis=1)
    is_known = income.is_known[-n_months:]
    both = is_known[_YEAR:] & is_known[:-_YEAR]
    apart = (months[_YEAR:] - months[:-_YEAR])[both]
    if len(apart) < MONTHS_FOR_CORRELATION - _YEAR:
        return NoCoMovement(Why.FEW_MONTHS, int(is_known.sum()))
    usual = months[is_known][-_YEAR:].mean(axis=0)
    swinging = apart.std(axis=0) > LEAST_SWING * np.abs(usual)
    moving = [role for role, swings in zip(old, swinging, strict=True) if swings]
    if len(moving) < _STREAMS_NEEDED or _share(nets, moving, roles) < LEAST_SWINGING:
        return NoCoMovement(Why.CONSTANT, n_months)
    return _measured(moving, apart[:, swinging], n_months)


def _measured(roles: list[int], apart: Floats, n_months: int) -> CoMovement:
    ratio = _ratio(apart)
    without = [_ratio(np.delete(apart, month, axis=0)) for month in range(len(apart))]
    n = len(without)
    # Jackknife: two series that lack one month each share all others, hence n - 1.
    error = float(np.sqrt((n - 1) * np.var(without)))
    between = np.atleast_2d(np.corrcoef(apart, rowvar=False))
    np.fill_diagonal(between, -np.inf)
    one, other = divmod(int(between.argmax()), len(roles))
    return CoMovement(
        roles=tuple(roles),
        ratio=ratio,
        # 1 is all swinging as one; nothing lies below.
        low=max(1.0, ratio - error),
        high=ratio + error,
        pair=(roles[one], roles[other]),
        correlation=float(between[one, other]),
        n_months=n_months,
    )


def _ratio(apart: Floats) -> float:
    spread = apart.std(axis=0)
    safe = np.where(spread > 0, spread, 1.0)
    scaled = (apart - apart.mean(axis=0)) / safe
    return diversification_ratio(spread, scaled.T @ scaled / len(apart))


def _begun(monthly: Floats) -> int:
    """Return how many months ago the first income of a stream came."""
    paid = np.flatnonzero(monthly)
    return len(monthly) - int(paid[0]) if len(paid) else 0


def _share(nets: dict[int, Floats], some: list[int], of: list[int]) -> float:
    """Return which share of the last twelve months' net income some roles bring."""
    year = {role: max(0.0, float(nets[role][-_YEAR:].sum())) for role in of}
    total = sum(year.values())
    return sum(year[role] for role in some) / total if total else 0.0
