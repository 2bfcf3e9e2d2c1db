"""Adds streams up to the income of scenarios, all at once.

What varies in nothing is added up as steps, and summed once at the end. What varies
is summed, varied, cut and added a few months at a time, while they are near the
processor.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from plait.analysis.income.model import CauseModel, IncomeModel, StreamModel
from plait.analysis.income.simulation import paths
from plait.analysis.income.simulation.spells import Endings, Spell, spells
from plait.analysis.income.simulation.strikes import cut_cells, that_hit
from plait.analysis.income.simulation.times import Months, Which, means
from plait.analysis.income.varying.course import Course
from plait.analysis.income.varying.noise import (
    Together,
    draw_factors,
    draw_together,
    factors,
)
from plait.analysis.income.varying.quantiles import Floats32

# Cells (months x scenarios) that stay near the processor.
_BLOCK = 1 << 18

Rng = np.random.Generator
# The cells that a cause cuts, and the share that it leaves.
Cut = tuple[Which, np.float32]


class StreamLuck:
    """The random numbers of one stream: when it ends, how it varies, how far off it is."""

    def __init__(self, rng: Rng) -> None:
        # One for each use: how a month varies does not shift when the stream ends.
        self.mean, self.hits, self.times, self.varies, self.level = rng.spawn(5)


class IncomeTotal:
    """What streams share: strikes, the course of all income, and their total.

    `total` is (months, scenarios), zeros at first; it may be a part of a larger one.
    """

    def __init__(
        self,
        model: IncomeModel,
        struck: Mapping[str, Months],
        total: Floats32,
        course: Course,
    ) -> None:
        self.model = model
        self.course = course
        months, n = total.shape
        self.causes = {cause.name: cause for cause in model.causes}
        self.struck = struck
        self.income = total
        self.steps = np.zeros((months + 1, n), dtype=np.float32)
        self._own_steps = np.zeros_like(self.steps)  # of one stream, then zeros again
        self._factors = np.empty((max(1, _BLOCK // n), n), dtype=np.float32)
        self._cut: dict[str, Which] = {}

    def add(self, stream: StreamModel, luck: StreamLuck) -> Months:
        """Add a stream to the total; return the month in which the end of each first one is known."""
        months, n = self.income.shape
        ends, cuts = self._hit(stream, luck.hits)
        mean = means(stream.hazard, n, luck.mean)
        drawn = spells(stream, Endings(mean, ends, luck.times), months)
        # Only such a stream needs months of its own; all others are run up at once.
        moves = self.model.has_level and self.model.carried(stream)
        if stream.varies or stream.unsure or stream.late or cuts or moves:
            first = _step(self._own_steps, stream, drawn)
            self._add_months(stream, cuts, luck)
        else:
            first = _step(self.steps, stream, drawn)
        if stream.unpaid:
            self.income += paths.arrives_unpaid(stream, months)[:, None]
        return first.known_in

    def finish(self) -> None:
        """Add what varies in nothing; the total is then whole."""
        self.income += paths.run_up(self.steps)[:-1]

    def _add_months(
        self, stream: StreamModel, cuts: list[Cut], luck: StreamLuck
    ) -> None:
        """Add a stream of its own steps, a few months at a time, while they are near.

        What is paid is run up, varied, cut, added when it comes, and wiped out.
        """
        months, size = len(self.income), len(self._factors)
        before = np.zeros_like(self._own_steps[0])
        level = np.ones_like(before)
        if stream.unsure:
            draw_factors(luck.level, stream.unsure, level)
        carried = np.float32(self.model.carried(stream))
        for begin in range(0, months, size):
            here = slice(begin, min(months, begin + size))
            income = self._own_steps[here]
            income[0] += before
            before = paths.run_up(income)[-1].copy()
            if stream.varies:
                income *= self._varied(stream, luck.varies, here)
            if stream.unsure:
                income *= level
            if self.course.level is not None and carried:
                moved = 1 + carried * (self.course.level[here] - 1)
                income *= np.maximum(moved, 0, out=moved)
            _cut(income, cuts, begin)
            paths.add_late(self.income, income, begin, stream.late)
            income[:] = 0
        self._own_steps[months] = 0

    def _varied(self, stream: StreamModel, rng: Rng, here: slice) -> Floats32:
        """Return the factors of some months of a stream, alone or with the others."""
        out = self._factors[: here.stop - here.start]
        if not stream.together or self.course.common is None:
            return draw_factors(rng, stream.varies, out, stream.empty)
        with_others = Together(self.course.common[here], stream.together)
        table = factors(stream.varies, stream.empty)
        return draw_together(rng, table, out, with_others)

    def _hit(self, stream: StreamModel, rng: Rng) -> tuple[list[Months], list[Cut]]:
        """Return the strikes that end the stream, and the cells that cuts lower."""
        ends: list[Months] = []
        cuts: list[Cut] = []
        for name in stream.causes:
            cause = self.causes[name]
            hit = that_hit(self.struck[name], cause.hits, rng)
            if cause.lasts:
                cuts.append((self._cells(cause, hit), np.float32(1 - cause.cut)))
            else:
                ends.append(hit)
        return ends, cuts

    def _cells(self, cause: CauseModel, hit: Months) -> Which:
        """Return what a cause cuts; where it hits all, worked out once for all."""
        if cause.hits < 1:
            return cut_cells(cause, hit, len(self.income))
        if cause.name not in self._cut:
            self._cut[cause.name] = cut_cells(cause, hit, len(self.income))
        return self._cut[cause.name]


def _cut(income: Floats32, cuts: list[Cut], begin: int) -> None:
    """Lower what cuts leave less of, in the months of a block from `begin` on."""
    n = income.shape[1]
    for cells, left in cuts:
        first, last = np.searchsorted(cells, (begin * n, begin * n + income.size))
        income.reshape(-1)[cells[first:last] - begin * n] *= left


def _step(steps: Floats32, stream: StreamModel, drawn: Iterator[Spell]) -> Spell:
    """Add the steps of all spells; return the first."""
    first = next(drawn)
    paths.add_first(steps, first, stream.monthly)
    for spell in drawn:
        paths.add_steps(steps, stream, spell, stream.monthly)
    return first
