"""Which plans of many are worth offering: none that another one makes needless.

A plan is compared by what it brings, by how far months fall short, by the hours it
takes and by what roles give. One that is no better in any of these, and worse in one,
is needless. So is one that changes the same roles and more, for nothing to be felt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.decisions.plan.outcome import Outcome, is_changed
from plait.analysis.decisions.plan.planner import Plan, Planner
from plait.analysis.floats import Floats

# A plan that scores less than the best by more than this share of what comes in is
# offered only if it is the richest, the safest, or what was agreed.
NEAR = 0.1
_EXACT = 1e-6
_AN_HOUR = 1.0


@dataclass(frozen=True, eq=False)
class Compared:
    """A plan as it is compared: more is better in each of `points`.

    These are money a month, minus the shortfall, minus the hours a week, and what
    roles give in money. `roles` are those that change.
    """

    plan: Plan
    points: Floats
    roles: frozenset[int]

    @property
    def score(self) -> float:
        """What it comes to by the person's own weights."""
        return self.plan.outcome.score


class Choice:
    """Compares the plans of one question."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        weights = planner.question.weights
        money = max(weights.change, _EXACT)
        # What can be felt of each: money, shortfall, hours, and what roles give.
        self.noticeable = np.array([money, money, _AN_HOUR, money])

    def compared(self, plan: Plan) -> Compared:
        """Return a plan with what it is compared by, scored by the own weights."""
        own, options = self.planner.question.weights, self.planner.question.options
        hours = np.array(plan.outcome.hours)
        outcome = self.planner.outcome(hours, own)
        changed = np.flatnonzero(is_changed(hours, options))
        return Compared(
            replace(plan, outcome=outcome),
            self.points(outcome),
            frozenset(changed.tolist()),
        )

    def points(self, outcome: Outcome) -> Floats:
        """Return what an outcome is compared by."""
        own = self.planner.question.weights
        gives = own.value * outcome.value + own.growth * outcome.growth
        return np.array([outcome.income, -outcome.short, -outcome.taken, gives])

    def worth_offering(self, plans: Sequence[Plan]) -> list[Compared]:
        """Return the plans that no other one makes needless, the best score first."""
        every = sorted(
            (self.compared(plan) for plan in plans),
            key=lambda one: (-one.score, len(one.roles)),
        )
        kept: list[Compared] = []
        for one in every:
            if any(self._is_needless(one, other) for other in kept):
                continue
            below = [other for other in kept if dominates(one.points, other.points)]
            if any(not self._is_noticeable(one, other) for other in below):
                continue  # it changes more, for less than can be felt
            kept = [other for other in kept if other not in below] + [one]
        return sorted(kept, key=lambda one: -one.score)

    def _is_needless(self, one: Compared, beside: Compared) -> bool:
        if dominates(beside.points, one.points):
            return True
        better = one.points - beside.points
        is_noticeable = bool((better > self.noticeable).any())
        is_same_or_more = beside.roles <= one.roles
        return is_same_or_more and not is_noticeable

    def _is_noticeable(self, one: Compared, beside: Compared) -> bool:
        return bool((one.points - beside.points > self.noticeable).any())


def dominates(one: Floats, other: Floats) -> bool:
    """Return whether one is nowhere worse than the other, and somewhere better."""
    return bool((one >= other - _EXACT).all() and (one > other + _EXACT).any())


def spread(
    kept: Sequence[Compared], named: Sequence[int], most: int, usual: float
) -> list[int]:
    """Return the places of further plans: near the best, each with other changes.

    The best score first, and of those that change the same roles only one.
    """
    best = max(one.score for one in kept)
    seen = {kept[place].roles for place in named}
    found: list[int] = []
    for place, one in enumerate(kept):
        is_near = one.score >= best - NEAR * usual
        if is_near and one.roles and one.roles not in seen and len(found) < most:
            seen.add(one.roles)
            found.append(place)
    return found
