"""The plans that are offered: the safest, the richest, and others between and beside.

No weight makes all of them best. They are those of a pool that no other plan, and not
the present mix, makes needless: spread from the safest to the richest, and over which
roles change.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.decisions.plan.demands import Demand
from plait.analysis.decisions.plan.naive import naive_mixes
from plait.analysis.decisions.plan.offer.choice import Choice, Compared, spread
from plait.analysis.decisions.plan.offer.pool import (
    A_DAY,
    Pool,
    back_to_agreed,
    pool,
    without,
)
from plait.analysis.decisions.plan.options import NO_HOURS, Scenarios
from plait.analysis.decisions.plan.outcome import Outcome, outcome
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.floats import Floats

SAFEST, BALANCED, RICHEST = "safest", "balanced", "richest"
AGREED, LESS, OTHER = "agreed", "less", "other"
_MOST_OFFERED = 5
# Shortfalls that differ by less are the same, in money a month.
_A_UNIT = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Frontier:
    """Plans with different mixes, the safest first.

    `mine` is the place of the best by the person's own weights. `named` gives those
    of the safest, the balanced (one's own) and the richest, of the best that takes a
    day or two a week less than one's own, and of the one that only goes back to what was
    agreed, where there are such; several may be the same.
    `others` are further plans to choose from. `present` is what the present mix comes
    to, and `present_breaks` the demands it does not keep. `agreed` is the present mix
    with all roles back at the hours agreed, None where none has drifted. `without` is
    the best mix that leaves a role as it is, for each that one's own plan changes;
    None where nothing fits then.
    """

    plans: tuple[Plan, ...]
    mine: int
    named: dict[str, int]
    others: tuple[int, ...]
    present: Outcome
    present_breaks: tuple[Demand, ...]
    agreed: Outcome | None
    without: dict[int, Plan | None]

    def plan(self, name: str) -> Plan:
        """Return the plan of that name."""
        return self.plans[self.named[name]]

    @property
    def offered(self) -> tuple[int, ...]:
        """The places of the plans to choose from, each once, in their order."""
        return tuple(sorted({*self.named.values(), *self.others}))


@dataclass(frozen=True, slots=True)
class Check:
    """A mix on the scenarios it was chosen on, and on others that it has not seen."""

    name: str
    seen: Outcome
    unseen: Outcome


def frontier(planner: Planner) -> Frontier | NoPlan:
    """Return the plans worth offering, or why there is none."""
    found = pool(planner)
    if isinstance(found, NoPlan):
        return found
    kept = Choice(planner).worth_offering(found.plans)
    mine = kept[0]
    kept.sort(key=lambda one: (round(one.plan.outcome.short, 2), one.points[0]))
    present = planner.outcome(planner.question.present)
    back = back_to_agreed(planner)
    named = _named(kept, kept.index(mine), back)
    usual = max(abs(present.income), abs(mine.plan.outcome.income))
    n_more = _MOST_OFFERED - len(set(named.values()))
    return Frontier(
        plans=tuple(one.plan for one in kept),
        mine=kept.index(mine),
        named=named,
        others=tuple(spread(kept, list(named.values()), n_more, usual)),
        present=present,
        present_breaks=planner.present_breaks(),
        agreed=None if back is None else planner.outcome(back),
        without=_without(planner, mine.plan, found),
    )


def checked(planner: Planner, found: Frontier, unseen: Scenarios) -> tuple[Check, ...]:
    """Return the offered plans and the naive rules on scenarios not seen before.

    All are scored by the person's own weights. A plan goes by its place.
    """
    question = planner.question
    mixes: dict[str, Floats] = {
        str(place): np.array(found.plans[place].outcome.hours)
        for place in found.offered
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


def _without(planner: Planner, mine: Plan, found: Pool) -> dict[int, Plan | None]:
    """Return the best without each change; the plan may not be the first of the pool."""
    is_first = mine.outcome.hours == found.plans[0].outcome.hours
    return found.without if is_first else without(planner, mine)


def _named(kept: list[Compared], mine: int, back: Floats | None) -> dict[str, int]:
    """Return the places of the plans that have a name of their own."""
    outcomes = [one.plan.outcome for one in kept]
    least = min(each.short for each in outcomes) + _A_UNIT
    safe = [place for place, each in enumerate(outcomes) if each.short <= least]
    named = {
        SAFEST: max(safe, key=lambda place: outcomes[place].income),
        BALANCED: mine,
        RICHEST: max(range(len(kept)), key=lambda place: outcomes[place].income),
    }
    most = outcomes[mine].taken - A_DAY + NO_HOURS
    light = [
        place
        for place, each in enumerate(outcomes)
        if most - A_DAY <= each.taken <= most
    ]
    if light:
        named[LESS] = max(light, key=lambda place: outcomes[place].score)
    for place, each in enumerate(outcomes):
        if back is not None and np.allclose(each.hours, back, atol=NO_HOURS):
            named[AGREED] = place
    return named
