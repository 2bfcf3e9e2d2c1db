"""Plans to choose from: the best by several aims, and the best that leaves a role alone.

One best plan hides others that are nearly as good and change something else. So each
role that a plan changes is held as it is in turn, and all those changed so far
together, and the question is answered again. All of it uses the same cuts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.feasible_set import OUTSIDE, Box
from plait.analysis.decisions.plan.options import NO_HOURS, Weights
from plait.analysis.decisions.plan.outcome import is_changed
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.floats import Floats

# From one that looks at hardly anything but safety to one that hardly does.
RISKS = (100.0, 5.0, 1.0, 0.25)
# Of mixes that bring as much the safer one is taken; no more than a cent is given up.
TIE = 1e-6
# As many changes weigh as a usual month ten times: only how many there are counts.
_FEWEST = 1_000.0
_MOST_HELD, _MOST_ROUNDS = 5, 3
# Boxes of a plan that stands beside the best; the first few dozen find it.
_BOXES = 60
# A shorter week is tried where no less than this is left of it.
A_DAY, _LEAST_WEEK = 8.0, 8.0


def by_money(weights: Weights) -> Weights:
    """Return the weights of money alone."""
    return Weights(risk=TIE, level=weights.level, change=weights.change)


class Pool(NamedTuple):
    """Plans, each mix once, and the best that leaves a role as the own plan finds it.

    The own plan is the first; in `without` a role has None where nothing fits then.
    """

    plans: tuple[Plan, ...]
    without: dict[int, Plan | None]


def pool(planner: Planner) -> Pool | NoPlan:
    """Return plans by several aims."""
    own = planner.best()
    if isinstance(own, NoPlan):
        return own
    found = [own, *_by_aims(planner), *_a_day_less(planner, own)]
    rest = without(planner, own)
    found += [plan for plan in rest.values() if plan is not None]
    found += _all_held(planner, own)
    richest = found[1]
    if _mix(richest) != _mix(own):
        found += [plan for plan in without(planner, richest).values() if plan]
        found += _all_held(planner, richest)
    mixes = {_mix(plan): plan for plan in reversed(found)}
    return Pool(tuple(mixes.values())[::-1], rest)


def back_to_agreed(planner: Planner) -> Floats | None:
    """Return the present mix with every role back at the hours agreed, if any is not."""
    hours = planner.question.present.copy()
    pairs = tuple(_pairs(planner))
    for role, back in pairs:
        hours[back], hours[role] = hours[role], 0.0
    return hours if pairs else None


def without(planner: Planner, plan: Plan) -> dict[int, Plan | None]:
    """Return the best that leaves each changed role as it is, None if nothing fits."""
    boxes = {
        role: _box(planner, [role]) for role in _changed(planner, plan)[:_MOST_HELD]
    }
    return {
        role: next(_plans(planner, plan.weights, box), None)
        for role, box in boxes.items()
        if box is not None
    }


def _by_aims(planner: Planner) -> Iterator[Plan]:
    """Yield the richest first; then other weights of the risk, the fewest changes."""
    own = planner.question.weights
    richest = planner.best(by_money(own))
    if isinstance(richest, Plan):
        yield richest
    for risk in RISKS:
        # A change is felt in either: by what it brings, or by how much less is short.
        change = own.change * max(1.0, risk)
        yield from _plans(planner, replace(own, risk=risk, change=change))
    fewest = replace(own, change=own.change * _FEWEST)
    yield from _plans(planner, fewest)
    back = _box(planner, returned=True)
    if back is not None:
        yield from _plans(planner, fewest, back)
        yield from _plans(planner, own, back)


def _a_day_less(planner: Planner, plan: Plan) -> Iterator[Plan]:
    """Yield the best that takes eight hours a week less than a plan."""
    most = plan.outcome.taken - A_DAY
    if most < _LEAST_WEEK:
        return
    question = planner.question
    limits = replace(question.limits, capacity=most)
    less = Planner(replace(question, limits=limits), most_boxes=planner.most_boxes)
    yield from _plans(less, plan.weights)


def _all_held(planner: Planner, plan: Plan) -> Iterator[Plan]:
    """Yield the best without the roles changed so far, and so on with those it changes."""
    held: list[int] = []
    for _ in range(_MOST_ROUNDS):
        held += _changed(planner, plan)[:1]
        box = _box(planner, held)
        found = next(_plans(planner, plan.weights, box), None) if box else None
        if found is None or not found.outcome.changed:
            return
        yield found
        plan = found


def _plans(
    planner: Planner, weights: Weights, box: Box | None = None
) -> Iterator[Plan]:
    found = planner.best(weights, box=box, most_boxes=_BOXES)
    if isinstance(found, Plan):
        yield found


def _changed(planner: Planner, plan: Plan) -> list[int]:
    """Return the roles that a plan changes, those with the most hours first."""
    hours, now = np.array(plan.outcome.hours), planner.question.present
    changed = np.flatnonzero(is_changed(hours, planner.question.options))
    return sorted(changed.tolist(), key=lambda one: -abs(hours[one] - now[one]))


def _pairs(planner: Planner) -> Iterator[tuple[int, int]]:
    """Yield each role that drifted, and the option that is it at the hours agreed."""
    options = planner.question.options
    places = {option.name: place for place, option in enumerate(options)}
    for place, option in enumerate(options):
        if option.instead_of:
            yield places[option.instead_of], place


def _box(
    planner: Planner, held: Iterable[int] = (), *, returned: bool = False
) -> Box | None:
    """Return the mixes that leave some roles as they are, or in which all go back.

    None if a role cannot be left as it is, or none has drifted.
    """
    feasible, question = planner.feasible, planner.question
    stretches: dict[int, int] = {}
    for role in held:
        place = feasible.now[role]
        if place is None or place == OUTSIDE:
            return None
        stretches[role] = place
    pairs = tuple(_pairs(planner))
    if returned:
        for role, back in pairs:
            now = question.options[role].present
            at = np.flatnonzero(abs(feasible.pieces[back][:, 0] - now) <= NO_HOURS)
            if not len(at):
                return None
            stretches |= {role: 0, back: int(at[0])}
    if not stretches:
        return None
    whole = feasible.whole
    first = [stretches.get(index, end) for index, end in enumerate(whole.first)]
    last = [stretches.get(index, end) for index, end in enumerate(whole.last)]
    return Box(tuple(first), tuple(last))


def _mix(plan: Plan) -> tuple[float, ...]:
    """Return the hours as they differ: to some seconds a week."""
    return tuple(round(hours, 3) for hours in plan.outcome.hours)
