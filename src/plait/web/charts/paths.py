"""Points into SVG paths, and numbers into attributes."""

from collections.abc import Sequence
from itertools import pairwise
from math import isclose

Point = tuple[float, float]


def coordinate(value: float) -> str:
    """Return the number as an attribute: two decimals at most, never "-0".

    >>> coordinate(12.0), coordinate(3.14159), coordinate(-0.001)
    ('12', '3.14', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(part: float, whole: float) -> str:
    """Return the part as a percentage of the whole; 0 % of nothing.

    >>> percent(1, 8), percent(3, 0)
    ('12.5%', '0%')
    """
    return f"{coordinate(100 * part / whole if whole else 0)}%"


def smooth(points: Sequence[Point]) -> str:
    """Return a curve through the points that never overshoots between two of them.

    Monotone cubic interpolation after Fritsch and Carlson (1980), tangents as
    Steffen (1990) limits them; x must grow. One point gives a move only.
    """
    start = f"M{_pair(points[0])}"
    return start + _curve_on(points)


def band(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """Return the closed area between two curves over the same x."""
    back = _curve_on(list(reversed(lower)))
    return f"{smooth(upper)}L{_pair(lower[-1])}{back}Z"


def straight(points: Sequence[Point]) -> str:
    """Return straight lines through the points."""
    return "M" + "L".join(_pair(point) for point in points)


def _curve_on(points: Sequence[Point]) -> str:
    """Return the segments of the curve after its first point.

    Where steps are equally wide, the first handle of a segment mirrors the one before
    it, and need not be written (SVG's S instead of C): a third less to send.
    """
    slopes, parts, before = _tangents(points), list[str](), 0.0
    for (start, end), tangents in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (end[0] - start[0]) / 3
        second = (end[0] - third, end[1] - third * tangents[1])
        if parts and isclose(third, before):
            parts.append(f"S{_pair(second)} {_pair(end)}")
        else:
            first = (start[0] + third, start[1] + third * tangents[0])
            parts.append(f"C{_pair(first)} {_pair(second)} {_pair(end)}")
        before = third
    return "".join(parts)


def _tangents(points: Sequence[Point]) -> list[float]:
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    if not slopes:
        return [0.0]
    inner = [_limited(before, after) for before, after in pairwise(slopes)]
    return [slopes[0], *inner, slopes[-1]]


def _limited(before: float, after: float) -> float:
    """Return the tangent of a point; flat at a peak, so the curve stays below it."""
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)


def _pair(point: Point) -> str:
    return f"{coordinate(point[0])} {coordinate(point[1])}"
