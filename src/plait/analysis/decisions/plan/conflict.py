"""Which demands contradict each other, where no mix keeps them all.

Each is given up in turn. If the rest is still impossible, it has nothing to do with
it and stays out; else it is put back. What is left is irreducible: without any one of
them the others could be kept. Where there are several such sets, it is one of them.
"""

from collections.abc import Iterable

import numpy as np

from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.feasible_set import feasible_set_of
from plait.analysis.decisions.plan.options import Option
from plait.analysis.decisions.plan.programme import Costs, Programme
from plait.analysis.decisions.plan.search import Found, Judged, Search
from plait.analysis.floats import Floats


def conflict(
    options: tuple[Option, ...], demands: tuple[Demand, ...]
) -> tuple[Demand, ...]:
    """Return demands that cannot be kept together; none if all of them can."""
    if not is_impossible(options, demands):
        return ()
    left = list(demands)
    for demand in demands:
        if demand.kind is DemandKind.ONCE:
            continue
        rest = [each for each in left if each is not demand]
        if is_impossible(options, rest):
            left = rest
    return tuple(each for each in left if each.kind is not DemandKind.ONCE)


def is_impossible(options: tuple[Option, ...], demands: Iterable[Demand]) -> bool:
    """Return whether it is sure that no mix keeps all of the demands."""
    found = any_mix(options, demands)
    return found.hours is None and found.is_whole


def any_mix(options: tuple[Option, ...], demands: Iterable[Demand]) -> Found:
    """Return some mix that keeps the demands, whatever it brings."""
    feasible = feasible_set_of(options, demands)
    programme = Programme(feasible, 1.0)
    programme.pay(Costs(np.zeros(len(options)), 0.0))
    return Search(feasible, programme, _costs_nothing).run()


def _costs_nothing(hours: Floats) -> Judged:  # noqa: ARG001  # any hours will do
    return Judged(0.0, None)
