"""The rules that people use without a plan, to be set beside it."""

import numpy as np

from plait.analysis.decisions.plan.demands import (
    DemandKind,
    broken_by,
    demands_of,
    weights_of,
)
from plait.analysis.decisions.plan.feasible_set import FeasibleSet, feasible_set_of
from plait.analysis.decisions.plan.options import Question
from plait.analysis.floats import Floats

PRESENT, EQUAL, RATE = "present mix", "equal hours", "best rate first"

_UPPER = {DemandKind.CAPACITY, DemandKind.LAW, DemandKind.TOGETHER_MOST}
_LATER = {DemandKind.LEAST, DemandKind.TOGETHER_LEAST}


def naive_mixes(question: Question) -> dict[str, Floats]:
    """Return the mix of each rule by its name; those that break a demand are left out."""
    rates = question.scenarios.per_hour.mean(axis=0)
    found = {
        PRESENT: question.present,
        EQUAL: _Filling(question).equal(),
        RATE: _Filling(question).in_order(np.argsort(-rates, kind="stable").tolist()),
    }
    return {
        name: hours
        for name, hours in found.items()
        if not broken_by(hours, question.options, question.limits)
    }


def _is_one_role(question: Question, options: tuple[int, ...]) -> bool:
    """Return whether these are one role, as it is and with the hours agreed."""
    streams = {question.options[index].stream for index in options}
    return len(options) > len(streams) == 1


class _Filling:
    """Gives hours to one option after another, from what has to be held up."""

    def __init__(self, question: Question) -> None:
        self.question = question
        demands = demands_of(question.options, question.limits)
        self.demands = demands
        self.feasible: FeasibleSet = feasible_set_of(question.options, demands)
        self.hours = np.array([pieces[0, 0] for pieces in self.feasible.pieces])
        for together in question.limits.together:
            first = together.options[0]
            pieces = self.feasible.pieces[first]
            if _is_one_role(question, together.options) and together.least:
                self.hours[first] = pieces[min(1, len(pieces) - 1), 0]

    def in_order(self, order: list[int]) -> Floats:
        """Return each option in turn with as many hours as still fit."""
        for index in order:
            self._raise(index, np.inf)
        return self.hours

    def equal(self) -> Floats:
        """Return the hours to give in equal parts, rounded down to what can be taken."""
        each = self.question.limits.capacity / len(self.hours)
        for index, option in enumerate(self.question.options):
            self._raise(index, each / option.load if option.load else np.inf)
        return self.hours

    def _raise(self, index: int, most: float) -> None:
        before = self.hours[index]
        room = min(most, self._room(index))
        for low, high in self.feasible.pieces[index][::-1]:
            self.hours[index] = min(high, room)
            if low <= self.hours[index] and self._fits():
                return
        self.hours[index] = before

    def _room(self, index: int) -> float:
        rooms = [np.inf]
        for demand in self.demands:
            weights = weights_of(demand, self.question.options)
            if demand.kind in _UPPER and weights[index] > 0:
                given = float(weights @ self.hours) - weights[index] * self.hours[index]
                rooms.append((demand.figure - given) / weights[index])
        return min(rooms)

    def _fits(self) -> bool:
        question = self.question
        broken = broken_by(self.hours, question.options, question.limits)
        return not any(demand.kind not in _LATER for demand in broken)
