"""The plans on the frontier as values, with what holds those with a name back."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from plait.analysis.decisions.plan.constraints import (
    MoreHours,
    constraints,
    least_step,
    with_more_hours,
)
from plait.analysis.decisions.plan.offer.changes import changes_of
from plait.analysis.decisions.plan.offer.frontier import OTHER, Check, Frontier
from plait.analysis.decisions.plan.options import Scenarios
from plait.analysis.decisions.plan.planner import Plan
from plait.answers.plan.mixes import demand_of, hours_of, mix_of
from plait.answers.plan.question import PlanTask
from plait.answers.plan.values import (
    PlanCheck,
    PlanLimit,
    PlanMoreHours,
    PlanPoint,
    PlanWithout,
)
from plait.wording.plan import check as plan_check
from plait.wording.plan import verdict
from plait.wording.plan.changes import changes_text
from plait.wording.plan.constraints import holds_text


def points_of(task: PlanTask, found: Frontier) -> tuple[PlanPoint, ...]:
    """Return every plan, the safest first."""
    labels = plan_check.labels_text(task.words.words, found)
    return tuple(
        _point(task, found, place, labels.get(place, ""))
        for place in range(len(found.plans))
    )


def _point(task: PlanTask, found: Frontier, place: int, label: str) -> PlanPoint:
    plan = found.plans[place]
    point = PlanPoint(
        risk=plan.weights.risk,
        names=_names(found, place),
        label=label,
        is_own=place == found.mine,
        mix=mix_of(task, plan.outcome),
        status=plan.status,
        gap=plan.gap,
        n_boxes=plan.n_boxes,
    )
    return _with_limits(task, plan, point) if point.is_own else point


def _names(found: Frontier, place: int) -> tuple[str, ...]:
    names = tuple(name for name, at in found.named.items() if at == place)
    return names or ((OTHER,) if place in found.others else ())


def without_of(task: PlanTask, found: Frontier) -> tuple[PlanWithout, ...]:
    """Return the best plan without each role that the best one changes."""
    best = found.plans[found.mine].outcome.income
    return tuple(
        _without(task, role, other, best) for role, other in found.without.items()
    )


def _without(task: PlanTask, role: int, other: Plan | None, best: float) -> PlanWithout:
    mix = None if other is None else mix_of(task, other.outcome)
    changes = (
        []
        if other is None
        else changes_text(
            task.words, changes_of(np.array(other.outcome.hours), task.question)
        )
    )
    more = None if mix is None else mix.income - best
    return PlanWithout(
        option=task.question.options[role].name,
        mix=mix,
        sentence=verdict.without_text(task.words, role, changes, more),
    )


def _with_limits(task: PlanTask, plan: Plan, point: PlanPoint) -> PlanPoint:
    """Return the point of the own plan with its prices, by one's own weights.

    The mix that is best by one's own weights may have been found by others first.
    """
    planner = task.planner
    own = planner.question.weights
    hours = np.array(plan.outcome.hours)
    plan = replace(plan, weights=own, outcome=planner.outcome(hours, own))
    held = constraints(planner, plan)
    steps = sorted({1.0, least_step(planner)})
    more = [with_more_hours(planner, plan, each) for each in steps]
    capacity = planner.question.limits.capacity
    return replace(
        point,
        limits=tuple(
            PlanLimit(demand_of(task, one.demand), one.price, one.is_tight)
            for one in held
        ),
        more_hours=tuple(_more(task, one) for one in more),
        held_back_by=tuple(holds_text(task.words, held, more, capacity)),
    )


def _more(task: PlanTask, one: MoreHours) -> PlanMoreHours:
    return PlanMoreHours(
        hours=one.hours,
        income=one.income,
        short=one.short,
        score=one.score,
        mix=hours_of(task, one.mix),
    )


def checks_of(
    task: PlanTask, found: Frontier, checks: tuple[Check, ...], unseen: Scenarios
) -> tuple[PlanCheck, ...]:
    """Return each different plan and each rule once, those that did best first."""
    by_name = {check.name: check for check in checks}
    mixes = [*_plans(task, found), *_rules(task)]
    known = [
        (names, label, by_name[name]) for name, names, label in mixes if name in by_name
    ]
    return tuple(
        PlanCheck(
            names=names,
            label=label,
            is_plan=check.name.isdigit(),
            seen=mix_of(task, check.seen),
            unseen=mix_of(task, check.unseen, unseen),
        )
        for names, label, check in sorted(known, key=lambda one: -one[2].unseen.score)
    )


def _plans(
    task: PlanTask, found: Frontier
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield the check of each plan to choose, its names, and how it is called."""
    for place, label in plan_check.labels_text(task.words.words, found).items():
        yield str(place), _names(found, place), label


def _rules(task: PlanTask) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for name, label in plan_check.rule_names(task.words.words).items():
        yield name, (name,), label
