"""Draws scenarios of an income model: what comes in each month, and what ends.

Every stream and every cause has random numbers of its own, so that a change to one
stream leaves the others as they were drawn: two models that differ in one thing are
compared on the same luck. Scenarios are drawn in chunks that fit a processor's
cache; how many are asked for changes nothing in the chunks before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from plait.analysis.income.model import CauseModel, IncomeModel, StreamModel
from plait.analysis.income.simulate import paths
from plait.analysis.income.simulate.noise import Floats32, draw_factors
from plait.analysis.income.simulate.spells import Endings, Spell, spells
from plait.analysis.income.simulate.strikes import left_by_cuts, strikes, that_hit
from plait.analysis.income.simulate.times import Months, means

# Cells (months x scenarios) of a chunk: few enough for memory, many enough for what
# is worked out by the event. Of a block: what stays near the processor.
_CHUNK = 1 << 21
_BLOCK = 1 << 17
_FEWEST = 256

Rng = np.random.Generator


@dataclass(frozen=True, eq=False)
class Chunk:
    """Some scenarios: income and the month each stream is first told to end.

    `income` is (months, scenarios), `told_in` (streams, scenarios), with a month
    past all others for what does not end.
    """

    first: int
    income: Floats32
    told_in: Months


def chunks(model: IncomeModel, n_scenarios: int, rng: Rng) -> Iterator[Chunk]:
    """Yield the scenarios, chunk by chunk; the same `rng` gives the same ones."""
    of_streams, of_causes = _luck(model, rng)
    size = max(_FEWEST, _CHUNK // model.months)
    for first in range(0, n_scenarios, size):
        n = min(size, n_scenarios - first)
        shared = _Shared(model, n, _struck(model, n, of_causes))
        told = [
            shared.add(stream, luck)
            for stream, luck in zip(model.streams, of_streams, strict=True)
        ]
        told_in = np.array(told, dtype=np.int32).reshape(len(told), n)
        yield Chunk(first, shared.total(), told_in)


def stream_paths(model: IncomeModel, n_scenarios: int, rng: Rng) -> Floats32:
    """Return what each stream brings, (streams, months, scenarios); for the plan.

    The causes strike all streams at once, as in the simulation of the whole.
    """
    of_streams, of_causes = _luck(model, rng)
    struck = _struck(model, n_scenarios, of_causes)
    shape = (len(model.streams), model.months, n_scenarios)
    found = np.zeros(shape, dtype=np.float32)
    for number, stream in enumerate(model.streams):
        alone = _Shared(model, n_scenarios, struck)
        alone.add(stream, of_streams[number])
        found[number] = alone.total()
    return found


def _luck(model: IncomeModel, rng: Rng) -> tuple[list["_StreamLuck"], list[Rng]]:
    """Return the random numbers of each stream, and of each cause."""
    of_streams, of_causes = rng.spawn(2)
    each = [_StreamLuck(one) for one in of_streams.spawn(len(model.streams))]
    return each, of_causes.spawn(len(model.causes))


def _struck(model: IncomeModel, n: int, of_causes: list[Rng]) -> dict[str, Months]:
    """Return when each cause strikes, by its name."""
    return {
        cause.name: strikes(cause, n, model.months, luck)
        for cause, luck in zip(model.causes, of_causes, strict=True)
    }


class _StreamLuck:
    """The random numbers of one stream: of when it ends, and of how it varies."""

    def __init__(self, rng: Rng) -> None:
        self.mean, self.hits, self.times, self.varies = rng.spawn(4)


class _Shared:
    """What the streams of a chunk share: the strikes, and the total they add up to."""

    def __init__(self, model: IncomeModel, n: int, struck: dict[str, Months]) -> None:
        self.causes = {cause.name: cause for cause in model.causes}
        self.struck = struck
        self.income = np.zeros((model.months, n), dtype=np.float32)
        # What varies in nothing is added up as steps, and summed once at the end.
        self.steps = np.zeros((model.months + 1, n), dtype=np.float32)
        self._own_steps = np.zeros_like(self.steps)  # of one stream, then zeros again
        self._factors = np.empty((max(1, _BLOCK // n), n), dtype=np.float32)
        self._left: dict[str, Floats32] = {}

    def add(self, stream: StreamModel, luck: _StreamLuck) -> Months:
        """Add a stream to the total; return the month that each first one is told."""
        months, n = self.income.shape
        ends, left = self._hit(stream, luck.hits)
        mean = means(stream.hazard, n, luck.mean)
        drawn = spells(stream, Endings(mean, ends, luck.times), months)
        if stream.varies or stream.late or left:
            first = _step(self._own_steps, stream, drawn)
            self._add_months(stream, left, luck.varies)
        else:
            first = _step(self.steps, stream, drawn)
        if stream.unpaid:
            self.income += paths.arrives_unpaid(stream, months)[:, None]
        return first.told_in

    def total(self) -> Floats32:
        """Return the income of all streams together."""
        self.income += paths.run_up(self.steps)[:-1]
        return self.income

    def _add_months(self, stream: StreamModel, left: list[Floats32], rng: Rng) -> None:
        """Add a stream of its own steps, a few months at a time, while they are near.

        What is paid is run up, varied, cut, added when it comes, and wiped out.
        """
        months, size = len(self.income), len(self._factors)
        before = np.zeros_like(self._own_steps[0])
        for begin in range(0, months, size):
            here = slice(begin, min(months, begin + size))
            income = self._own_steps[here]
            income[0] += before
            before = paths.run_up(income)[-1].copy()
            if stream.varies:
                factors = self._factors[: len(income)]
                income *= draw_factors(rng, stream.varies, factors)
            for share in left:
                income *= share[here]
            paths.add_late(self.income, income, begin, stream.late)
            income[:] = 0
        self._own_steps[months] = 0

    def _hit(
        self, stream: StreamModel, rng: Rng
    ) -> tuple[list[Months], list[Floats32]]:
        """Return the strikes that end the stream, and what cuts leave of it."""
        ends, left = [], []
        for name in stream.causes:
            cause = self.causes[name]
            hit = that_hit(self.struck[name], cause.hits, rng)
            if cause.lasts:
                left.append(self._left_by(cause, hit))
            else:
                ends.append(hit)
        return ends, left

    def _left_by(self, cause: CauseModel, hit: Months) -> Floats32:
        """Return what a cut leaves; one that hits all is worked out once for all."""
        if cause.hits < 1:
            return left_by_cuts(cause, hit, len(self.income))
        if cause.name not in self._left:
            self._left[cause.name] = left_by_cuts(cause, hit, len(self.income))
        return self._left[cause.name]


def _step(steps: Floats32, stream: StreamModel, drawn: Iterator[Spell]) -> Spell:
    """Add the steps of all spells; return the first."""
    first = next(drawn)
    paths.add_first(steps, first, stream.monthly)
    for spell in drawn:
        paths.add_steps(steps, stream, spell, stream.monthly)
    return first
