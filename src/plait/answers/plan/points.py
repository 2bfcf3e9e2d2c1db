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
from plait.analysis.decisions.plan.frontier import Check, Frontier
from plait.analysis.decisions.plan.planner import Plan
from plait.answers.plan.mixes import demand_of, hours_of, mix_of
from plait.answers.plan.question import PlanTask
from plait.answers.plan.values import PlanCheck, PlanLimit, PlanMoreHours, PlanPoint
from plait.wording.plan import check as plan_check
from plait.wording.plan import plan as wording
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
        names=tuple(name for name, at in found.named.items() if at == place),
        label=label,
        is_own=place == found.mine,
        mix=mix_of(task, plan.outcome),
        status=plan.status,
        gap=plan.gap,
        n_boxes=plan.n_boxes,
    )
    return _with_limits(task, plan, point) if label else point


def _with_limits(task: PlanTask, plan: Plan, point: PlanPoint) -> PlanPoint:
    """Return the point with its prices: by one's own weights for the own plan.

    The mix that is best by one's own weights may have been found by others first.
    """
    planner = task.planner
    if point.is_own:
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
        held_back_by=tuple(
            holds_text(task.words, held, more, capacity, is_priced=point.is_own)
        ),
        consents=tuple(
            wording.consents_text(task.words, plan.outcome.hours, task.consent_of)
        ),
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
    task: PlanTask, found: Frontier, checks: tuple[Check, ...]
) -> tuple[PlanCheck, ...]:
    """Return each different plan and each rule once, those that did best first."""
    by_name = {check.name: check for check in checks}
    mixes = [*_plans(task, found), *_rules(task)]
    known = [
        (names, label, by_name[names[0]])
        for names, label in mixes
        if names[0] in by_name
    ]
    return tuple(
        PlanCheck(
            names=names,
            label=label,
            is_plan=check.name in found.named,
            seen=mix_of(task, check.seen),
            unseen=mix_of(task, check.unseen),
        )
        for names, label, check in sorted(known, key=lambda one: -one[2].unseen.score)
    )


def _plans(task: PlanTask, found: Frontier) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the names of each different plan, and how they are called."""
    for place, label in plan_check.labels_text(task.words.words, found).items():
        yield tuple(name for name, at in found.named.items() if at == place), label


def _rules(task: PlanTask) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, label in plan_check.rule_names(task.words.words).items():
        yield (name,), label
