"""Finds the best mix of lumpy hours: branch and bound over a linear programme.

Each programme gives a bound for all mixes of a box. Where its hours fall between what
an option may take, the box is halved there; the half with the best bound is looked at
next, until nothing left can be better than the best mix found. A role that changes is
charged in full once its box leaves out its present hours, so a box is halved there too.
Cuts are shared by all boxes, so they are found once.

What limits the work is a number of boxes and no clock: the same question has the same
answer on a slow machine.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.feasible_set import Box, FeasibleSet
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.analysis.decisions.plan.programme import Programme, Solved
from plait.analysis.decisions.plan.shortfall import Cut
from plait.analysis.floats import Floats

MOST_BOXES = 5_000
# How much better, in the programme's unit, a mix must be to go on looking for it.
TOLERANCE = 1e-8
# So many boxes are looked at before a mix that is as good as the best is enough.
_EXACT_BOXES = 200
_CUTS_A_BOX = 4
_MOST_CUTS = 3_000
# As good as charged in full, and as good as not away from the present hours.
_CHARGED, _NOT_AWAY = 1e-9, 1e-9


class Judged(NamedTuple):
    """What a mix really costs (scaled), and the cut there; None without a risk.

    `charged` is the part of the cost that is for its changes.
    """

    cost: float
    cut: Cut | None
    charged: float = 0.0


def gap_of(judged: Judged, solved: Solved) -> float:
    """Return how far the cost of a solution is below the real one, changes aside."""
    return (judged.cost - judged.charged) - (solved.cost - solved.charged)


Judge = Callable[[Floats], Judged]


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """The best mix, None if there is none; `gap` is how much better one might be.

    `is_whole` says that the search came to its end: nothing better, or nothing at
    all, exists.
    """

    hours: Floats | None
    cost: float
    gap: float
    n_boxes: int
    is_whole: bool


class Search:
    """A search for the mix of least cost; the programme keeps its cuts for the next."""

    def __init__(
        self,
        feasible: FeasibleSet,
        programme: Programme,
        judge: Judge,
        most: int = MOST_BOXES,
        enough: float = 0.0,
    ) -> None:
        self.feasible = feasible
        self.programme = programme
        self.judge = judge
        self.most = most
        self.enough = enough
        self._best: Floats | None = None
        self._cost = np.inf
        self._open: list[tuple[float, int, Box]] = []
        self._n_put = 0

    def run(self, *known: Floats, box: Box | None = None) -> Found:
        """Search all mixes, or those of a box.

        Known mixes are to be beaten, and have to be allowed.
        """
        # Known mixes first: none is ever undercut, and boxes that promise less go.
        for hours in known:
            self._offer(hours, self.judge(hours).cost)
        self._put(-np.inf, box or self.feasible.whole)
        n_boxes = 0
        while self._open and n_boxes < self.most:
            bound, _, box = self._open[0]
            if bound >= self._cost - TOLERANCE:
                self._open.clear()
                break
            if n_boxes >= _EXACT_BOXES and bound >= self._cost - self.enough:
                break  # what there may be left is too little to look for
            heapq.heappop(self._open)
            n_boxes += 1
            self._look(box)
        bound = min((each[0] for each in self._open), default=self._cost)
        return Found(
            hours=self._best,
            cost=self._cost,
            gap=max(0.0, self._cost - bound) if self._best is not None else 0.0,
            n_boxes=n_boxes,
            is_whole=not self._open and not self.programme.has_failed,
        )

    def _put(self, bound: float, box: Box) -> None:
        settled = self.feasible.settled(box)
        if settled is not None:
            self._n_put += 1
            # Of equal bounds the one put first: the same search on every machine.
            heapq.heappush(self._open, (bound, self._n_put, settled))

    def _offer(self, hours: Floats, cost: float) -> None:
        if cost < self._cost:
            self._best, self._cost = hours, cost

    def _look(self, box: Box) -> None:
        """Bound a box; take its solution, or halve it."""
        self.programme.within(*self.feasible.ends(box), self._moved(box))
        solved = self._bounded(box)
        if solved is None:
            return
        below = self._rounded_down(solved.hours, box)
        if self.feasible.keeps(below):
            self._offer(below, self.judge(below).cost)
        for half in self._halves(solved, box):
            self._put(solved.cost, half)

    def _moved(self, box: Box) -> Floats:
        """Return 1 for each option whose present hours the box leaves out."""
        return np.array(
            [
                float(place is not None and not first <= place <= last)
                for place, first, last in zip(self.feasible.now, *box, strict=True)
            ]
        )

    def _bounded(self, box: Box) -> Solved | None:
        """Solve a box, cutting until its bound is near; None if it can be left."""
        before: Floats | None = None
        for n_cuts in range(_MOST_CUTS):
            solved = self.programme.solved()
            if solved is None or solved.cost >= self._cost - TOLERANCE:
                return None
            judged = self.judge(solved.hours)
            is_near = gap_of(judged, solved) <= TOLERANCE
            is_stuck = before is not None and np.array_equal(before, solved.hours)
            if judged.cut is None or is_near or is_stuck:
                return solved
            if n_cuts >= _CUTS_A_BOX and next(self._halves(solved, box), None):
                return solved
            self.programme.cut(judged.cut, solved.hours)
            before = solved.hours
        return solved

    def _rounded_down(self, hours: Floats, box: Box) -> Floats:
        """Return the nearest allowed hours at or below, option by option."""
        found = np.empty_like(hours)
        for index, pieces in enumerate(self.feasible.pieces):
            left = pieces[box.first[index] : box.last[index] + 1]
            place = np.searchsorted(left[:, 0], hours[index] + NO_HOURS, "right") - 1
            found[index] = np.clip(hours[index], *left[max(0, place)])
        return found

    def _halves(self, solved: Solved, box: Box) -> Iterator[Box]:
        """Yield the two halves of a box whose solution is not allowed, else nothing."""
        index, place = self._widest_gap(solved.hours, box)
        if index is None:
            crowd = self.feasible.too_many(solved.hours)
            free = (one for one in crowd if not box.first[one] and box.last[one])
            index, place = next(free, None), 1
        if index is None and solved.charged:
            index, place = self._least_charged(solved, box)
        if index is not None:
            yield Box(box.first, _with(box.last, index, place - 1))
            yield Box(_with(box.first, index, place), box.last)

    def _least_charged(self, solved: Solved, box: Box) -> tuple[int | None, int]:
        """Return the changed option that is charged least, and a stretch to halve at.

        One of the halves leaves out its present hours, and is charged in full.
        """
        least = 1.0 - _CHARGED
        found: tuple[int | None, int] = (None, 0)
        for index, now in enumerate(self.feasible.now):
            away = float(solved.away[index])
            if now is None or not _NOT_AWAY < away < least:
                continue
            is_more = solved.hours[index] > self.feasible.pieces[index][now, 0]
            place = now + 1 if is_more else now
            if box.first[index] < place <= box.last[index]:
                least, found = away, (index, place)
        return found

    def _widest_gap(self, hours: Floats, box: Box) -> tuple[int | None, int]:
        """Return the option farthest from its stretches, and the one above its hours."""
        widest = NO_HOURS
        found: tuple[int | None, int] = (None, 0)
        for index, pieces in enumerate(self.feasible.pieces):
            above = int(np.searchsorted(pieces[:, 0], hours[index] - NO_HOURS))
            if box.first[index] < above <= box.last[index]:
                below = hours[index] - pieces[above - 1, 1]
                gap = min(below, pieces[above, 0] - hours[index])
                if gap > widest:
                    widest, found = gap, (index, above)
        return found


def _with(ends: tuple[int, ...], index: int, end: int) -> tuple[int, ...]:
    return (*ends[:index], end, *ends[index + 1 :])
