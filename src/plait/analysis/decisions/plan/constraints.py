"""What holds a plan back, and what a little more of it would be worth.

Lumpy hours have no price by themselves, so prices are those of the linear programme
in which the options that the plan holds, and only they, may take any hours between
their least and their most. They hold for a small change; `with_more_hours` answers the
whole question again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.decisions.plan.demands import PAIRS, Demand, DemandKind
from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.decisions.plan.programme import Solved
from plait.analysis.decisions.plan.search import TOLERANCE, gap_of
from plait.analysis.floats import Floats

_MOST_CUTS = 3_000


@dataclass(frozen=True, slots=True)
class Constraint:
    """A demand that a plan would gain from easing.

    `price` is the gain of the score, in money a month, for one hour: more where the
    demand is a most, fewer where it is a least. `is_tight` says that the plan itself
    stands at its limit, and not only the programme that prices are taken from.
    """

    demand: Demand
    price: float
    is_tight: bool


@dataclass(frozen=True, slots=True)
class MoreHours:
    """What so many more hours to give would change, all chosen anew, a month.

    `income` is the mean and `short` the shortfall in the worst share of scenarios;
    `score` is both and what roles give, by the weights of the plan.
    """

    hours: float
    income: float
    short: float
    score: float
    mix: tuple[float, ...]


def constraints(planner: Planner, plan: Plan) -> tuple[Constraint, ...]:
    """Return what holds the plan back, the dearest first."""
    hours = np.array(plan.outcome.hours)
    low, high = _held_ends(planner, hours)
    solved = _relaxed(planner, plan, low, high)
    if solved is None:
        return ()
    unit = planner.costs(plan.weights).unit
    least = TOLERANCE * unit * 10
    found = [
        Constraint(demand, price * unit, is_tight)
        for demand, price, is_tight in _priced(planner, hours, solved, (low, high))
        if price * unit > least
    ]
    return tuple(sorted(found, key=lambda bind: -bind.price))


def with_more_hours(planner: Planner, plan: Plan, more: float) -> MoreHours:
    """Return what the plan would gain from more hours to give, all chosen anew."""
    question = planner.question
    capacity = min(MOST_HOURS, question.limits.capacity + more)
    limits = replace(question.limits, capacity=capacity)
    wider = Planner(
        replace(question, limits=limits, weights=plan.weights),
        most_boxes=planner.most_boxes,
    )
    found = wider.best(also=[np.array(plan.outcome.hours)])
    if isinstance(found, NoPlan):  # the plan itself is allowed, so this cannot be
        return MoreHours(more, 0.0, 0.0, 0.0, plan.outcome.hours)
    then, now = found.outcome, plan.outcome
    return MoreHours(
        hours=more,
        income=then.income - now.income,
        short=then.short - now.short,
        score=max(0.0, then.score - now.score),
        mix=then.hours,
    )


def least_step(planner: Planner) -> float:
    """Return the fewest hours by which a role that is held can change, 1 if any can."""
    gaps = [
        float(np.diff(pieces[pieces[:, 1] > 0, 0]).min())
        for pieces in planner.feasible.pieces
        if (pieces[:, 1] > 0).sum() > 1
    ]
    return min([gap for gap in gaps if gap > NO_HOURS], default=1.0)


def _held_ends(planner: Planner, hours: Floats) -> tuple[Floats, Floats]:
    """Return the least and the most hours of held options, 0 for all others."""
    low, high = np.zeros(len(hours)), np.zeros(len(hours))
    for index, pieces in enumerate(planner.feasible.pieces):
        if hours[index] > NO_HOURS:
            above = pieces[pieces[:, 1] > 0]
            low[index], high[index] = above[0, 0], above[-1, 1]
    return low, high


def _relaxed(planner: Planner, plan: Plan, low: Floats, high: Floats) -> Solved | None:
    # What changes is settled here, so nothing is charged for it.
    weights = replace(plan.weights, change=0.0)
    planner.programme.pay(planner.costs(weights))
    planner.programme.within(low, high)
    judge = planner.judge(weights)
    before: Floats | None = None
    for _ in range(_MOST_CUTS):
        solved = planner.programme.solved()
        if solved is None:
            return None
        judged = judge(solved.hours)
        is_stuck = before is not None and np.array_equal(before, solved.hours)
        if judged.cut is None or gap_of(judged, solved) <= TOLERANCE or is_stuck:
            return solved
        planner.programme.cut(judged.cut, solved.hours)
        before = solved.hours
    return solved


def _priced(
    planner: Planner,
    hours: Floats,
    solved: Solved,
    ends: tuple[Floats, Floats],
) -> Iterator[tuple[Demand, float, bool]]:
    """Yield each demand with its price in the programme's unit, and if it is tight."""
    for row, dual in zip(planner.feasible.rows, solved.row_duals, strict=True):
        if row.demand.kind in {*PAIRS, DemandKind.ROLES}:
            continue  # of which there is no hour more
        given = float(row.weights @ hours)
        is_tight = bool(min(abs(row.high - given), abs(given - row.low)) <= NO_HOURS)
        yield row.demand, abs(float(dual)), is_tight
    for index, (low, high) in enumerate(zip(*ends, strict=True)):
        dual = float(solved.hour_duals[index])
        if not hours[index]:
            continue
        kind, end = (DemandKind.MOST, high) if dual < 0 else (DemandKind.LEAST, low)
        is_tight = bool(abs(hours[index] - end) <= NO_HOURS)
        yield Demand(kind, (index,), float(end)), abs(dual), is_tight
