"""Draws scenarios of an income model: what comes in each month, and what ends.

Every stream and every cause has random numbers of its own, so that a change to one
stream leaves the others as they were drawn: two models that differ in one thing are
compared on the same luck. Scenarios are drawn in chunks, to keep memory small; how
many there are changes nothing in the chunks before.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.income.model import IncomeModel
from plait.analysis.income.simulation.income_total import IncomeTotal, Rng, StreamLuck
from plait.analysis.income.simulation.strikes import strikes
from plait.analysis.income.simulation.times import Months
from plait.analysis.income.varying.course import course_of
from plait.analysis.income.varying.quantiles import Floats32

# Cells (months x scenarios) of a chunk: few enough for memory, many enough for what
# is worked out by the event.
_CHUNK = 1 << 22


@dataclass(frozen=True, eq=False)
class Drawn:
    """Scenarios: their income, and the month each stream is first known to end.

    `income` is (months, scenarios), `known_in` (streams, scenarios), with a month
    past all others for what does not end.
    """

    income: Floats32
    known_in: Months


def drawn(model: IncomeModel, n_scenarios: int, rng: Rng) -> Drawn:
    """Return so many scenarios; the same `rng` gives the same ones."""
    of_streams, of_causes, of_course = _luck(model, rng)
    income = np.zeros((model.months, n_scenarios), dtype=np.float32)
    known_in = np.empty((len(model.streams), n_scenarios), dtype=np.int32)
    size = chunk_size(model)
    for first in range(0, n_scenarios, size):
        here = slice(first, min(first + size, n_scenarios))
        n = here.stop - here.start
        struck, course = _struck(model, n, of_causes), course_of(model, n, of_course)
        total = IncomeTotal(model, struck, income[:, here], course)
        for number, stream in enumerate(model.streams):
            known_in[number, here] = total.add(stream, of_streams[number])
        total.finish()
    return Drawn(income, known_in)


def chunk_size(model: IncomeModel) -> int:
    """Return how many scenarios are drawn at a time."""
    return _CHUNK // model.months


def stream_paths(model: IncomeModel, n_scenarios: int, rng: Rng) -> Floats32:
    """Return what each stream brings, (streams, months, scenarios); for the plan.

    The causes strike all streams at once, as in the simulation of the whole.
    """
    of_streams, of_causes, of_course = _luck(model, rng)
    struck = _struck(model, n_scenarios, of_causes)
    course = course_of(model, n_scenarios, of_course)
    shape = (len(model.streams), model.months, n_scenarios)
    found = np.zeros(shape, dtype=np.float32)
    for number, stream in enumerate(model.streams):
        alone = IncomeTotal(model, struck, found[number], course)
        alone.add(stream, of_streams[number])
        alone.finish()
    return found


def _luck(
    model: IncomeModel, rng: Rng
) -> tuple[list[StreamLuck], list[Rng], tuple[Rng, Rng]]:
    """Return the random numbers of each stream, of each cause, and of all together."""
    of_streams, of_causes, of_all = rng.spawn(3)
    each = [StreamLuck(one) for one in of_streams.spawn(len(model.streams))]
    of_level, of_common = of_all.spawn(2)
    return each, of_causes.spawn(len(model.causes)), (of_level, of_common)


def _struck(model: IncomeModel, n: int, of_causes: list[Rng]) -> dict[str, Months]:
    """Return when each cause strikes, by its name."""
    return {
        cause.name: strikes(cause, n, model.months, luck)
        for cause, luck in zip(model.causes, of_causes, strict=True)
    }
