"""The demands on a mix of hours, one by one: each can be kept, broken, or given up.

A plan keeps all of them. Where that cannot be, `conflict` finds the few that
contradict each other, and says them in these words.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import compress
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS, Limits, Option
from plait.analysis.floats import Floats


class DemandKind(StrEnum):
    """What sort of thing is demanded.

    Of an option: no more hours or other amounts (`MOST`), or to be held with its least
    hours (`LEAST`); of pairs, only one of two (`APART`, and `ONCE` where both are one
    role, which nobody can give up); of all: so many roles at once, hours that count for
    the law, hours together, hours to give.
    """

    MOST = "most"
    APART = "apart"
    ONCE = "once"
    ROLES = "roles"
    LAW = "law"
    TOGETHER_MOST = "together-most"
    TOGETHER_LEAST = "together-least"
    CAPACITY = "capacity"
    LEAST = "least"


PAIRS = frozenset({DemandKind.APART, DemandKind.ONCE})


class Demand(NamedTuple):
    """One demand: on which options (indices), and its hours a week.

    For `ROLES` the figure is how many, for pairs it is 0.
    """

    kind: DemandKind
    options: tuple[int, ...]
    figure: float


def demands_of(options: tuple[Option, ...], limits: Limits) -> tuple[Demand, ...]:
    """Return all demands, those that are easiest to give up first."""
    return tuple(_demands(options, limits))


def _demands(options: tuple[Option, ...], limits: Limits) -> Iterator[Demand]:
    everyone = tuple(range(len(options)))
    for index, option in enumerate(options):
        yield Demand(DemandKind.MOST, (index,), option.most)
    for pair in _same_role(options):
        yield Demand(DemandKind.ONCE, pair, 0.0)
    for pair in limits.apart:
        yield Demand(DemandKind.APART, pair, 0.0)
    if limits.roles is not None:
        yield Demand(DemandKind.ROLES, everyone, float(limits.roles))
    if limits.law < MOST_HOURS:
        counted = tuple(compress(everyone, (option.counts for option in options)))
        yield Demand(DemandKind.LAW, counted, limits.law)
    for together in limits.together:
        if together.most < MOST_HOURS:
            yield Demand(DemandKind.TOGETHER_MOST, together.options, together.most)
        if together.least:
            yield Demand(DemandKind.TOGETHER_LEAST, together.options, together.least)
    yield Demand(DemandKind.CAPACITY, everyone, limits.capacity)
    held = [index for index in everyone if not options[index].can_leave]
    for index in sorted(held, key=lambda one: options[one].pieces()[0, 0]):
        yield Demand(DemandKind.LEAST, (index,), float(options[index].pieces()[0, 0]))


def _same_role(options: tuple[Option, ...]) -> Iterator[tuple[int, int]]:
    """Yield each role as it is, with what it is at the hours agreed."""
    by_name = {option.name: index for index, option in enumerate(options)}
    for index, option in enumerate(options):
        if option.instead_of:
            yield by_name[option.instead_of], index


def weights_of(demand: Demand, options: tuple[Option, ...]) -> Floats:
    """Return what an hour of each option adds to what is demanded of all of them."""
    is_of_load = demand.kind in {DemandKind.CAPACITY, DemandKind.LAW}
    found = np.zeros(len(options))
    for index in demand.options:
        found[index] = options[index].load if is_of_load else 1.0
    return found


def broken_by(
    hours: Floats, options: tuple[Option, ...], limits: Limits
) -> tuple[Demand, ...]:
    """Return the demands that a mix does not keep."""
    return tuple(
        demand
        for demand in demands_of(options, limits)
        if _is_broken(demand, hours, options)
    )


def _is_broken(demand: Demand, hours: Floats, options: tuple[Option, ...]) -> bool:
    here = hours[list(demand.options)]
    if demand.kind in PAIRS:
        return bool((here > NO_HOURS).all())
    if demand.kind is DemandKind.ROLES:
        return int((here > NO_HOURS).sum()) > demand.figure
    if demand.kind is DemandKind.LEAST:
        return bool(here[0] < demand.figure - NO_HOURS)
    if demand.kind is DemandKind.MOST:
        return not _is_amount(options[demand.options[0]], float(here[0]))
    given = float(weights_of(demand, options) @ hours)
    if demand.kind is DemandKind.TOGETHER_LEAST:
        return given < demand.figure - NO_HOURS
    return given > demand.figure + NO_HOURS


def _is_amount(option: Option, hours: float) -> bool:
    """Return whether it can take these hours; leaving it is another demand."""
    pieces = option.pieces()
    inside = (pieces[:, 0] - NO_HOURS <= hours) & (hours <= pieces[:, 1] + NO_HOURS)
    is_too_few = not option.can_leave and hours < pieces[0, 0]
    return bool(np.any(inside)) or is_too_few
