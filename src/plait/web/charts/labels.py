"""Labels beside dots that cover neither one another nor the dots.

A place is a share of the drawing (it stretches) and pixels from there (they do not).
What is free on the narrowest drawing and on a wide one is free in between as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plait.web.charts.paths import coordinate

# Widths and heights in pixels: the narrowest phone, and a desk.
SIZES = ((286.0, 320.0), (660.0, 420.0))
_LETTER, _LINE = 6.9, 17.0
_LONGEST = 20
_GAP = 5.0
_FAR = 22.0


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a dot: pixels from the dot, and which end of it stands there.

    `line_x` and `line_y` are where a line from the dot to the text ends; both are
    empty where the text stands beside its dot.
    """

    text: str
    dx: str
    dy: str
    anchor: str
    line_x: str = ""
    line_y: str = ""


class Box(NamedTuple):
    """A rectangle: a point in shares of the drawing, and pixels around it."""

    across: float
    down: float
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def at_corner(cls, text: str, across: float, down: float, line: float) -> "Box":
        """Return the place of a text set into a corner: 0 is left or top, 1 the other."""
        width = _width(text) + _GAP
        left, right = (0.0, width) if across == 0 else (-width, 0.0)
        top, bottom = (0.0, line) if down == 0 else (-line, 0.0)
        return cls(across, down, left, top, right, bottom)

    def sides(self, size: tuple[float, float]) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom in a drawing of that size."""
        x, y = self.across * size[0], self.down * size[1]
        return x + self.left, y + self.top, x + self.right, y + self.bottom

    def overlap(self, other: "Box", size: tuple[float, float]) -> float:
        """Return the area that both cover in a drawing of that size."""
        a, b = self.sides(size), other.sides(size)
        wide = min(a[2], b[2]) - max(a[0], b[0])
        high = min(a[3], b[3]) - max(a[1], b[1])
        return max(0.0, wide) * max(0.0, high)

    def outside(self, size: tuple[float, float]) -> float:
        """Return by how many pixels it leaves the drawing, times its height."""
        left, top, right, bottom = self.sides(size)
        out = max(0.0, -left) + max(0.0, right - size[0])
        out += max(0.0, -top) + max(0.0, bottom - size[1])
        return out * _LINE


class _Try(NamedTuple):
    label: Label
    box: Box


def placed(
    names: Sequence[str],
    dots: Sequence[tuple[float, float, float]],
    taken: Sequence[Box] = (),
) -> list[Label]:
    """Return a label for each dot: across and down as shares, radius in pixels.

    The first place that is free in every size is taken, the nearest ones first;
    where there is none, the one that covers least. `taken` is kept free.
    """
    kept = [*taken, *(_round(*dot) for dot in dots)]
    labels: list[Label | None] = [None] * len(dots)
    for index in sorted(range(len(dots)), key=lambda i: dots[i][1]):
        best = _best(_tries(_short(names[index]), *dots[index]), kept)
        labels[index] = best.label
        kept.append(best.box)
    return [label for label in labels if label is not None]


def _best(tries: Iterable[_Try], kept: Sequence[Box]) -> _Try:
    """Return the first place that is free, or else the one that covers least."""
    costs: list[tuple[float, _Try]] = []
    for one in tries:
        cost = _cost(one.box, kept)
        if not cost:
            return one
        costs.append((cost, one))
    return min(costs, key=lambda cost: cost[0])[1]


def _cost(box: Box, kept: Sequence[Box]) -> float:
    """Return the area a place would cover or leave the drawing by, in all sizes."""
    return sum(
        box.outside(size) + sum(box.overlap(other, size) for other in kept)
        for size in SIZES
    )


def _round(across: float, down: float, radius: float) -> Box:
    return Box(across, down, -radius, -radius, radius, radius)


def _tries(text: str, across: float, down: float, radius: float) -> Iterator[_Try]:
    """Yield places for a text, from beside its dot to far above and below it.

    A little above or below comes before level with the dot, where its range runs.
    """
    width, away = _width(text), radius + _GAP
    for dy in (-12.0, 12.0, 0.0):
        yield _try(text, across, down, (away, dy), width)
        yield _try(text, across, down, (-away, dy), width)
    for dy in (-(away + 6), away + 8):
        yield _try(text, across, down, (0.0, dy), width)
    for step in range(1, 16):
        for dy in (-_FAR - 9.0 * step, _FAR + 9.0 * step):
            for dx in (away, -away, 3 * away, -3 * away):
                yield _try(text, across, down, (dx, dy), width)


def _try(
    text: str, across: float, down: float, at: tuple[float, float], width: float
) -> _Try:
    """Return a text whose middle line is `at` pixels from the dot."""
    dx, dy = at
    anchor = "middle" if not dx else "start" if dx > 0 else "end"
    left = {"start": dx, "middle": -width / 2, "end": dx - width}[anchor]
    box = Box(across, down, left, dy - _LINE / 2, left + width, dy + _LINE / 2)
    is_far = abs(dy) > _FAR
    end = dy + (_LINE / 2 if dy < 0 else -_LINE / 2)
    label = Label(
        text=text,
        dx=coordinate(dx),
        dy=coordinate(dy),
        anchor=anchor,
        line_x=coordinate(dx) if is_far else "",
        line_y=coordinate(end) if is_far else "",
    )
    return _Try(label, box)


def _width(text: str) -> float:
    """Return about how wide a text is; wide enough for most."""
    return _LETTER * len(text)


def _short(name: str) -> str:
    """Return a name short enough for a label, cut between words where that is near."""
    if len(name) <= _LONGEST:
        return name
    cut = name[: _LONGEST - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > _LONGEST // 2 else cut).rstrip() + "…"
