"""All mixes that keep some demands: stretches of hours for each option, and rows.

The hull of an option's stretches is what a linear programme sees; a search narrows
it, stretch by stretch. Whether options are held (more than 0 hours) matters to pairs
that exclude each other and to how many can be held; the rows state both as far as
hours can, the rest follows from the stretches that are left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.demands import (
    PAIRS,
    Demand,
    DemandKind,
    weights_of,
)
from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS, Option
from plait.analysis.floats import Floats

# No stretch: present hours that an option cannot take.
OUTSIDE = -1


class Row(NamedTuple):
    """The weighted sum of hours lies between; `demand` is what asks for it."""

    weights: Floats
    low: float
    high: float
    demand: Demand


class Box(NamedTuple):
    """For each option the first and the last stretch that is left to it."""

    first: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class FeasibleSet:
    """The stretches of each option, rows over their hours, and who excludes whom.

    `now` is the stretch that is just the present hours of an option, 0 of a candidate;
    `OUTSIDE` where it cannot take those, None where no change of it counts.
    """

    pieces: tuple[Floats, ...]
    rows: tuple[Row, ...]
    apart: tuple[tuple[int, ...], ...]
    roles: int | None
    now: tuple[int | None, ...]

    @property
    def whole(self) -> Box:
        """Every stretch of every option."""
        n = len(self.pieces)
        return Box((0,) * n, tuple(len(pieces) - 1 for pieces in self.pieces))

    def ends(self, box: Box) -> tuple[Floats, Floats]:
        """Return the least and the most hours of each option."""
        found = [
            (pieces[first, 0], pieces[last, 1])
            for pieces, first, last in zip(self.pieces, *box, strict=True)
        ]
        low, high = np.array(found, dtype=np.float64).reshape(-1, 2).T
        return low, high

    def holds(self, hours: Floats, box: Box) -> bool:
        """Return whether a mix that lies in stretches lies in those of the box."""
        low, high = self.ends(box)
        return bool(((low - NO_HOURS <= hours) & (hours <= high + NO_HOURS)).all())

    def settled(self, box: Box) -> Box | None:
        """Return the box without what its held options exclude; None if nothing is left."""
        held = [self._is_held(index, box) for index in range(len(self.pieces))]
        shut = {
            other
            for pair in self.apart
            for one, other in (pair, pair[::-1])
            if held[one]
        }
        if self.roles is not None and sum(held) >= self.roles:
            shut.update(index for index, is_held in enumerate(held) if not is_held)
            if sum(held) > self.roles:
                return None
        if any(held[index] for index in shut):
            return None
        last = [0 if i in shut else end for i, end in enumerate(box.last)]
        return Box(box.first, tuple(last))

    def _is_held(self, index: int, box: Box) -> bool:
        return box.first[index] > 0 or self.pieces[index][0, 1] > 0

    def too_many(self, hours: Floats) -> tuple[int, ...]:
        """Return held options of which one has to go; none if all can stay."""
        held = np.flatnonzero(hours > NO_HOURS).tolist()
        for pair in self.apart:
            if all(index in held for index in pair):
                return pair
        if self.roles is not None and len(held) > self.roles:
            return tuple(held)
        return ()

    def keeps(self, hours: Floats) -> bool:
        """Return whether a mix that lies in stretches keeps all the rest."""
        return not self.too_many(hours) and all(
            row.low - NO_HOURS <= row.weights @ hours <= row.high + NO_HOURS
            for row in self.rows
        )


def feasible_set_of(
    options: tuple[Option, ...], demands: Iterable[Demand]
) -> FeasibleSet:
    """Return the mixes that keep the demands; those left out may be broken."""
    wanted = tuple(demands)
    bounded = {d.options[0] for d in wanted if d.kind is DemandKind.MOST}
    held = {d.options[0] for d in wanted if d.kind is DemandKind.LEAST}
    pieces = tuple(
        _pieces(option, is_bounded=index in bounded, is_held=index in held)
        for index, option in enumerate(options)
    )
    counts = [int(d.figure) for d in wanted if d.kind is DemandKind.ROLES]
    return FeasibleSet(
        pieces=pieces,
        rows=tuple(_rows(options, pieces, wanted)),
        apart=tuple(d.options for d in wanted if d.kind in PAIRS),
        roles=counts[0] if counts else None,
        now=tuple(map(_now, options, pieces)),
    )


def _now(option: Option, pieces: Floats) -> int | None:
    if option.instead_of:
        return None
    is_it = (abs(pieces - option.present) <= NO_HOURS).all(axis=1)
    return int(np.argmax(is_it)) if is_it.any() else OUTSIDE


def _pieces(option: Option, *, is_bounded: bool, is_held: bool) -> Floats:
    """Return the stretches of an option, with no hours among them if it may be left."""
    pieces = option.pieces()
    if not is_bounded:
        pieces = np.array([[option.least, MOST_HOURS]])
    may_be_left = option.can_leave or not is_held or not pieces[0, 0]
    if may_be_left and pieces[0, 1] > 0:
        pieces = np.vstack([[0.0, 0.0], pieces])
    return np.asarray(pieces, dtype=np.float64)


def _rows(
    options: tuple[Option, ...],
    pieces: tuple[Floats, ...],
    demands: tuple[Demand, ...],
) -> Iterator[Row]:
    # Hours as a share of an option's most: at most 1 if it is held, else 0.
    most = np.array([each[-1, 1] for each in pieces])
    can_go = np.array([each[0, 1] == 0 < each[-1, 1] for each in pieces])
    shares = np.divide(1.0, most, out=np.zeros_like(most), where=can_go)
    stay = int(((most > 0) & ~can_go).sum())
    for demand in demands:
        ones = weights_of(demand, options)
        if demand.kind in PAIRS and can_go[list(demand.options)].all():
            yield Row(ones * shares, -np.inf, 1.0, demand)
        elif demand.kind is DemandKind.ROLES:
            yield Row(ones * shares, -np.inf, demand.figure - stay, demand)
        elif demand.kind is DemandKind.TOGETHER_LEAST:
            yield Row(ones, demand.figure, np.inf, demand)
        elif demand.kind in {
            DemandKind.LAW,
            DemandKind.TOGETHER_MOST,
            DemandKind.CAPACITY,
        }:
            yield Row(ones, -np.inf, demand.figure, demand)
