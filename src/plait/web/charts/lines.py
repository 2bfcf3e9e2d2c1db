"""Small lines: a sparkline, and weekly hours leaving what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.web.charts.paths import Point, band, percent, smooth, straight

WIDTH = 100
HEIGHT = 100
# Room above and below, so that a thick line and its mark are not cut off.
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in percent, for a circle or a label that must not be stretched."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line without axes, and where it ends."""

    d: str
    last: Mark
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True, slots=True)
class Drift:
    """Hours against agreed: `excess` is the area between them since the mark."""

    d: str
    agreed: str
    agreed_last: Mark
    last: Mark
    excess: str = ""
    left: Mark | None = None
    zero_y: str = percent(HEIGHT - MARGIN, HEIGHT)
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def sparkline(values: Sequence[float]) -> Sparkline | None:
    """Return the values as a line from lowest to highest; None for fewer than two."""
    if len(values) < 2:
        return None
    points = _placed(values, min(values), max(values))
    return Sparkline(smooth(points), _mark(points[-1]))


def drift(
    hours: Sequence[float], agreed: Sequence[float], *, left_at: int | None = None
) -> Drift | None:
    """Return weekly hours against what was agreed that week; None for under two.

    Both in hours a week and of one length. `left_at` is the index of the week in
    which hours left the agreement; the scale begins at zero, so that twice the
    hours stand twice as high.
    """
    if len(hours) < 2:
        return None
    highest = max(*hours, *agreed)
    points = _placed(hours, 0, highest)
    line = _placed(agreed, 0, highest)
    shape = Drift(smooth(points), straight(line), _mark(line[-1]), _mark(points[-1]))
    if left_at is None:
        return shape
    return Drift(
        shape.d,
        shape.agreed,
        shape.agreed_last,
        shape.last,
        excess=_above(points[left_at:], line[left_at:]),
        left=_mark(points[left_at]),
    )


def _above(points: Sequence[Point], line: Sequence[Point]) -> str:
    """Return the area between both; nothing where the hours stay under the line."""
    if len(points) < 2:
        return ""
    upper = [
        (x, min(y, agreed)) for (x, y), (_, agreed) in zip(points, line, strict=True)
    ]
    return band(upper, line)


def _placed(values: Sequence[float], low: float, high: float) -> list[Point]:
    """Return the values as points, the highest on top; level ones in the middle."""
    step = WIDTH / (len(values) - 1)
    room = HEIGHT - 2 * MARGIN
    span = high - low
    shares = [(value - low) / span if span else 0.5 for value in values]
    return [(i * step, HEIGHT - MARGIN - s * room) for i, s in enumerate(shares)]


def _mark(point: Point) -> Mark:
    return Mark(percent(point[0], WIDTH), percent(point[1], HEIGHT))
