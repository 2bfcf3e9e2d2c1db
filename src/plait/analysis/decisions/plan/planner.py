"""The best mix of hours, what holds it back, and what one more hour would be worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.decisions.plan.conflict import conflict
from plait.analysis.decisions.plan.demands import Demand, broken_by, demands_of
from plait.analysis.decisions.plan.feasible_set import (
    Box,
    FeasibleSet,
    feasible_set_of,
)
from plait.analysis.decisions.plan.options import Question, Weights
from plait.analysis.decisions.plan.outcome import (
    Outcome,
    is_changed,
    outcome,
    pull_of,
)
from plait.analysis.decisions.plan.programme import Costs, Programme, unit_of
from plait.analysis.decisions.plan.search import MOST_BOXES, Judge, Judged, Search
from plait.analysis.decisions.plan.shortfall import cut_at
from plait.analysis.floats import Floats


class Status(StrEnum):
    """How sure it is that there is no better mix."""

    BEST = "best"
    UNPROVEN = "the search was stopped"


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No mix keeps all demands: these contradict each other.

    Empty if the search was stopped before anything was found.
    """

    conflict: tuple[Demand, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """A mix, and how good it is sure to be.

    `gap` is by how much, in money a month, the best mix there is might score more.
    """

    outcome: Outcome
    weights: Weights
    status: Status
    gap: float
    n_boxes: int


class Planner:
    """Answers one question under several weights, with the same cuts."""

    def __init__(self, question: Question, *, most_boxes: int = MOST_BOXES) -> None:
        self.question = question
        self.demands = demands_of(question.options, question.limits)
        self.feasible: FeasibleSet = feasible_set_of(question.options, self.demands)
        self.most_boxes = most_boxes
        self.programme = Programme(
            self.feasible, self._unit(), charges=question.weights.change > 0
        )
        self._known: list[Floats] = []
        if not self.present_breaks():
            self._known.append(question.present)

    def present_breaks(self) -> tuple[Demand, ...]:
        """Return the demands that the present mix does not keep."""
        question = self.question
        return broken_by(question.present, question.options, question.limits)

    def outcome(self, hours: Floats, weights: Weights | None = None) -> Outcome:
        """Return what any hours come to."""
        question = self.question
        weights = weights or question.weights
        return outcome(
            hours, question.options, question.scenarios, question.floor, weights
        )

    def best(
        self,
        weights: Weights | None = None,
        *,
        also: Sequence[Floats] = (),
        box: Box | None = None,
        most_boxes: int | None = None,
    ) -> Plan | NoPlan:
        """Return the mix that scores most, and at least as much as any known one.

        Known are the present mix, if it is allowed, the mixes found before, and
        those of `also`, which have to be allowed. In a `box` only its mixes are looked
        at, and its plan is no plan if the box holds none. What is better by less than a
        change has to be worth is not looked for without end.
        """
        weights = weights or self.question.weights
        costs = self.costs(weights)
        self.programme.pay(costs)
        judge = self.judge(weights)
        search = Search(
            self.feasible,
            self.programme,
            judge,
            min(self.most_boxes, most_boxes or self.most_boxes),
            enough=costs.change / costs.unit,
        )
        known = [*self._known, *also]
        if box is not None:
            known = [hours for hours in known if self.feasible.holds(hours, box)]
        found = search.run(*known, box=box)
        if found.hours is None:
            demands = () if box is not None else self.demands
            return NoPlan(conflict(self.question.options, demands))
        # The best for one risk is a good start for the next.
        self._known.append(found.hours)
        return Plan(
            outcome=self.outcome(found.hours, weights),
            weights=weights,
            status=Status.BEST if found.is_whole else Status.UNPROVEN,
            gap=found.gap * costs.unit,
            n_boxes=found.n_boxes,
        )

    def costs(self, weights: Weights) -> Costs:
        """Return what is least where the score is greatest.

        A heavy risk makes the costs as heavy, so their unit grows with it.
        """
        question = self.question
        pull = pull_of(question.options, question.scenarios, weights)
        unit = self.programme.scale * max(1.0, weights.risk)
        return Costs(pull, weights.risk, unit, weights.change)

    def judge(self, weights: Weights) -> Judge:
        """Return what tells the real cost of hours, and the cut there."""
        question, costs = self.question, self.costs(weights)

        def judged(hours: Floats) -> Judged:
            n = int(is_changed(hours, question.options).sum()) if costs.change else 0
            charged = costs.change * n / costs.unit
            if not costs.risk:
                return Judged(costs.of(hours, 0.0, n), None, charged)
            cut = cut_at(question.scenarios, hours, question.floor, weights.level)
            return Judged(costs.of(hours, cut.value, n), cut, charged)

        return judged

    def _unit(self) -> float:
        """Return the unit of money: the floor, or the most that one option brings."""
        question = self.question
        most = np.array([pieces[-1, 1] for pieces in self.feasible.pieces])
        pull = pull_of(question.options, question.scenarios, question.weights)
        return unit_of([question.floor, *(pull * most).tolist()])
