"""From the safest mix to the richest: what safety costs, with the present mix on it.

The same question is answered with the risk weighed ever more heavily. Each answer is
the best for its weight; mixes that no weight makes best are not found this way, so
with lumpy hours there may be others between two of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.decisions.plan.demands import Demand
from plait.analysis.decisions.plan.naive import naive_mixes
from plait.analysis.decisions.plan.options import Scenarios
from plait.analysis.decisions.plan.outcome import Outcome, outcome
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.floats import Floats

# The first hardly weighs risk and the last hardly income: enough to choose between
# mixes that are alike in the other.
RISKS = (100.0, 20.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.001)
SAFEST, BALANCED, RICHEST = "safest", "balanced", "richest"


@dataclass(frozen=True, eq=False, slots=True)
class Frontier:
    """Plans with different mixes, the safest first.

    `mine` is the place of the best by the person's own weights. `named` gives those of
    the safest, the richest and the balanced, which is one's own if it lies between;
    two of them are the same where the mixes do not suffice. `present` is what the
    present mix comes to, and `present_breaks` the demands it does not keep.
    """

    plans: tuple[Plan, ...]
    mine: int
    named: dict[str, int]
    present: Outcome
    present_breaks: tuple[Demand, ...]

    def plan(self, name: str) -> Plan:
        """Return the plan of that name."""
        return self.plans[self.named[name]]


@dataclass(frozen=True, slots=True)
class Check:
    """A mix on the scenarios it was chosen on, and on others that it has not seen."""

    name: str
    seen: Outcome
    unseen: Outcome


def frontier(planner: Planner, *, risks: Sequence[float] = RISKS) -> Frontier | NoPlan:
    """Return the plans for falling weights of the risk; the person's own is among them."""
    own = planner.question.weights
    every = sorted({*risks, own.risk}, reverse=True)
    found = []
    for risk in every:
        plan = planner.best(replace(own, risk=risk))
        if isinstance(plan, NoPlan):
            return plan
        found.append(plan)
    by_own = found[every.index(own.risk)]
    plans = _different(found, by_own)
    mine = plans.index(by_own)
    return Frontier(
        plans=plans,
        mine=mine,
        named=_named(plans, mine),
        present=planner.outcome(planner.question.present),
        present_breaks=planner.present_breaks(),
    )


def checked(planner: Planner, found: Frontier, unseen: Scenarios) -> tuple[Check, ...]:
    """Return the named plans and the naive rules on scenarios not seen before.

    All are scored by the person's own weights.
    """
    question = planner.question
    mixes: dict[str, Floats] = {
        name: np.array(found.plan(name).outcome.hours) for name in found.named
    }
    mixes |= naive_mixes(question)
    return tuple(
        Check(
            name,
            planner.outcome(hours),
            outcome(hours, question.options, unseen, question.floor, question.weights),
        )
        for name, hours in mixes.items()
    )


def _different(found: Sequence[Plan], by_own: Plan) -> tuple[Plan, ...]:
    """Return the first plan with each mix; for the mix of `by_own`, that one."""
    by_mix: dict[tuple[float, ...], Plan] = {}
    for plan in found:
        by_mix.setdefault(_mix(plan), plan)
    by_mix[_mix(by_own)] = by_own
    return tuple(by_mix.values())


def _mix(plan: Plan) -> tuple[float, ...]:
    """Return the hours as they differ: to some seconds a week."""
    return tuple(round(hours, 3) for hours in plan.outcome.hours)


def _named(plans: Sequence[Plan], mine: int) -> dict[str, int]:
    """Return the places of the three: balanced is one's own, or the bend between."""
    last = len(plans) - 1
    is_between = 0 < mine < last or last < 2
    return {
        SAFEST: 0,
        BALANCED: mine if is_between else _bend(plans),
        RICHEST: last,
    }


def _bend(plans: Sequence[Plan]) -> int:
    """Return the plan farthest above the line from the safest to the richest."""
    short = np.array([plan.outcome.short for plan in plans])
    pull = np.array(
        [plan.outcome.score + plan.weights.risk * plan.outcome.short for plan in plans]
    )
    across = (short - short[0]) / ((short[-1] - short[0]) or 1.0)
    up = (pull - pull[0]) / ((pull[-1] - pull[0]) or 1.0)
    return 1 + int(np.argmax((up - across)[1:-1]))
