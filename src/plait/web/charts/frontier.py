"""From the safest mix to the richest: how far a bad month is short across, income upwards.

Both scales begin where the mixes do and not at nothing: the drawing is of differences.
Each shows a least width, so that mixes that are alike stand near each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from plait.web.charts.labels import Label, placed
from plait.web.charts.paths import percent

# Room for labels and for the amounts at the edges, as a part of the drawing.
_AIR = 0.16
_EDGE = 0.1
_LEAST_OF_INCOME = 0.08
_RADIUS, _NAMED, _RING = 4.0, 7.0, 11.0
_FEWEST_TICKS, _MOST_TICKS = 2, 4


@dataclass(frozen=True, slots=True)
class Mix:
    """A mix of hours: how far it is short and what it brings, in money; "" has no label."""

    short: float
    brings: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mix as it is drawn; the place in percent, the radius in pixels."""

    x: str
    y: str
    radius: str
    css: str
    label: Label


@dataclass(frozen=True, slots=True)
class FrontierDrawn:
    """The dots; the present mix is the last one, a ring.

    Ticks are amounts with their place: from the left, or from the top.
    """

    dots: tuple[Dot, ...]
    across: tuple[tuple[float, str], ...]
    upwards: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where an amount lies between the ends, from 0 to 1."""

    low: float
    high: float

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)


def frontier_drawn(
    plans: Sequence[Mix], present: Mix, *, least_across: float
) -> FrontierDrawn:
    """Return the drawing of the plans in their order, and of the present mix.

    The scale across is at least `least_across` wide.
    """
    every = [*plans, present]
    across = _scale([mix.short for mix in every], least_across)
    widest = _LEAST_OF_INCOME * max(abs(mix.brings) for mix in every)
    upwards = _scale([mix.brings for mix in every], widest)
    points = [(across.share(m.short), 1 - upwards.share(m.brings)) for m in every]
    radii = [_NAMED if mix.label else _RADIUS for mix in plans] + [_RING]
    labels = placed(
        [mix.label for mix in every],
        [(x, y, radius) for (x, y), radius in zip(points, radii, strict=True)],
    )
    kinds = ["is-named" if mix.label else "" for mix in plans] + ["is-present"]
    dots = [
        Dot(percent(x, 1), percent(y, 1), f"{radius:g}", kind, label)
        for (x, y), radius, kind, label in zip(
            points, radii, kinds, labels, strict=True
        )
    ]
    return FrontierDrawn(
        dots=tuple(dots),
        across=tuple((t, percent(across.share(t), 1)) for t in _ticks(across)),
        upwards=tuple((t, percent(1 - upwards.share(t), 1)) for t in _ticks(upwards)),
    )


def _scale(values: Sequence[float], least: float) -> _Scale:
    """Return a scale around the values, never of no width, nor begun below nothing."""
    low, high = min(values), max(values)
    width = max(high - low, least, 1.0)
    middle = (low + high) / 2
    begins = max(middle - width / 2, min(low, 0.0))
    air = width * _AIR / (1 - 2 * _AIR)
    return _Scale(begins - air, begins + width + air)


def _ticks(scale: _Scale) -> list[float]:
    """Return two to four round amounts on the scale, none below 0."""
    width = scale.high - scale.low
    tens = 10.0 ** floor(log10(width))
    steps = [tens * part for part in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)]
    found = [
        [n for n in _multiples(scale, step) if _is_on_scale(scale, n)] for step in steps
    ]
    fitting = [t for t in found if _FEWEST_TICKS <= len(t) <= _MOST_TICKS]
    return max(fitting, key=len, default=[])


def _is_on_scale(scale: _Scale, amount: float) -> bool:
    """Return whether its text has room inside the drawing."""
    return amount >= 0 and _EDGE < scale.share(amount) < 1 - _EDGE


def _multiples(scale: _Scale, step: float) -> list[float]:
    first, last = ceil(scale.low / step), floor(scale.high / step)
    return [step * n for n in range(first, last + 1)]
