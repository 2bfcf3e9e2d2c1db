"""The map of roles: what each gives, upwards, against how hard it presses, across.

Dots stand where the levels are, crosses reach as far as the ranges. The middle of
the drawing is the middle of the map, so that its four quarters are equally large.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from plait.web.charts.labels import Box, Label, placed
from plait.web.charts.paths import coordinate, percent

# The map shows a point either way at least, and a little air beyond the furthest dot.
_LEAST_REACH = 1.0
_AIR = 1.2
_LEAST_RADIUS, _LARGEST_RADIUS = 5.0, 11.0
_LINE = 22.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A level on one axis, with the ends of its range."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spot:
    """One role: its strand 1 to 8, its levels, and its part of all hours, 0 to 1.

    `is_early` marks a role with too few answers for any suggestion.
    """

    name: str
    colour: int
    gives: Measured
    takes: Measured
    share: float = 0.0
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class Quarters:
    """The words in the four corners of the map."""

    grow: str
    renegotiate: str
    keep: str
    leave: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A role as it is drawn; places in percent, the radius in pixels."""

    name: str
    css: str
    x: str
    y: str
    radius: str
    left: str
    right: str
    top: str
    bottom: str
    is_early: bool
    label: Label


@dataclass(frozen=True, slots=True)
class ValueMap:
    """The whole drawing; dots that take few hours lie on top of larger ones."""

    dots: tuple[Dot, ...]


def value_map(
    spots: Sequence[Spot], *, middle: tuple[float, float], quarters: Quarters
) -> ValueMap:
    """Return the drawing around the middles of what roles give and take.

    Ranges that reach beyond the drawing end at its edge. Labels stand where they
    cover no other dot or label, on a phone as on a wide screen.
    """
    gives, takes = middle
    reach = _reach(spots, gives, takes)
    across = [_share(s.takes.value, takes, reach) for s in spots]
    down = [1 - _share(s.gives.value, gives, reach) for s in spots]
    radii = [_radius(s.share) for s in spots]
    points = list(zip(across, down, radii, strict=True))
    labels = placed([s.name for s in spots], points, _corners(quarters))
    dots = [
        _dot(spot, label, radius, middle=middle, reach=reach)
        for spot, label, radius in zip(spots, labels, radii, strict=True)
    ]
    dots.sort(key=lambda dot: -float(dot.radius))
    return ValueMap(tuple(dots))


def _reach(spots: Sequence[Spot], gives: float, takes: float) -> float:
    """Return how many points the drawing shows on each side of the middle."""
    away = [abs(s.gives.value - gives) for s in spots]
    away += [abs(s.takes.value - takes) for s in spots]
    return max(_LEAST_REACH, _AIR * max(away, default=0.0))


def _share(value: float, middle: float, reach: float) -> float:
    """Return the place of a value between the ends of an axis, from 0 to 1."""
    return min(1.0, max(0.0, 0.5 + (value - middle) / (2 * reach)))


def _radius(share: float) -> float:
    """Return the radius whose area grows with the share of all hours."""
    room = _LARGEST_RADIUS - _LEAST_RADIUS
    return _LEAST_RADIUS + room * sqrt(min(1.0, max(0.0, share)))


def _dot(
    spot: Spot,
    label: Label,
    radius: float,
    *,
    middle: tuple[float, float],
    reach: float,
) -> Dot:
    gives, takes = middle

    def x(value: float) -> str:
        return percent(_share(value, takes, reach), 1)

    def y(value: float) -> str:
        return percent(1 - _share(value, gives, reach), 1)

    return Dot(
        name=spot.name,
        css=f"strand-{spot.colour}",
        x=x(spot.takes.value),
        y=y(spot.gives.value),
        radius=coordinate(radius),
        left=x(spot.takes.low),
        right=x(spot.takes.high),
        top=y(spot.gives.high),
        bottom=y(spot.gives.low),
        is_early=spot.is_early,
        label=label,
    )


def _corners(quarters: Quarters) -> list[Box]:
    """Return the places that the words in the corners take, relative to the corners."""
    return [
        Box.at_corner(quarters.grow, 0, 0, _LINE),
        Box.at_corner(quarters.renegotiate, 1, 0, _LINE),
        Box.at_corner(quarters.keep, 0, 1, _LINE),
        Box.at_corner(quarters.leave, 1, 1, _LINE),
    ]
