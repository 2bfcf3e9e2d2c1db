"""Strands that come together into one bundle: what somebody gives a week, so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.web.charts.paths import coordinate

WIDTH = 300
_MOST_AN_HOUR = 1.7  # so that one small role is no beam


@dataclass(frozen=True, slots=True)
class BundleStrand:
    """One role's band: its colour's class and its path."""

    css: str
    path: str


def bundle(
    parts: Sequence[tuple[int, float]], *, width: int = WIDTH, height: int = 190
) -> tuple[BundleStrand, ...]:
    """Return a band for each (colour, hours), apart on the left and close on the right.

    All are drawn to one scale; one without hours is a hair.
    """
    total = sum(hours for _colour, hours in parts)
    unit = min(_MOST_AN_HOUR * height / 190, 0.55 * height / total) if total else 0.0
    thick = [max(hours * unit, height / 190) for _colour, hours in parts]
    apart = (height - 2 - sum(thick)) / max(len(parts) - 1, 1)
    close = min(1.0, apart)
    left = 1.0
    right = (height - sum(thick) - close * (len(parts) - 1)) / 2
    if len(parts) == 1:
        left = right
    strands = []
    for (colour, _hours), size in zip(parts, thick, strict=True):
        strands.append(
            BundleStrand(f"strand-{colour}", _band(left, right, size, width))
        )
        left, right = left + size + apart, right + size + close
    return tuple(strands)


def _band(left: float, right: float, size: float, width: int) -> str:
    """Return a band that leaves and arrives level."""
    near, far = coordinate(width * 0.45), coordinate(width * 0.4)
    upper = [coordinate(y) for y in (left, left, right, right)]
    lower = [coordinate(y + size) for y in (right, right, left, left)]
    return (
        f"M0 {upper[0]}C{near} {upper[1]} {far} {upper[2]} {width} {upper[3]}"
        f"V{lower[0]}C{far} {lower[1]} {near} {lower[2]} 0 {lower[3]}z"
    )
