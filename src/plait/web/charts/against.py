"""Bars of different things on one scale: what was given, and a tick at the agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.web.charts.paths import percent


@dataclass(frozen=True, slots=True)
class Against:
    """One bar in percent of the common length; "" for a part that is not drawn."""

    inside: str
    over_x: str
    over: str
    tick: str


def against(pairs: Sequence[tuple[float | None, float | None]]) -> tuple[Against, ...]:
    """Return a bar for each pair of given and agreed, None where one is not known."""
    known = [value for pair in pairs for value in pair if value is not None]
    whole = max(known, default=0.0) or 1.0
    return tuple(_bar(given or 0.0, agreed, whole) for given, agreed in pairs)


def _bar(given: float, agreed: float | None, whole: float) -> Against:
    inside = given if agreed is None else min(given, agreed)
    over = given - inside
    return Against(
        inside=percent(inside, whole),
        over_x=percent(inside, whole),
        over=percent(over, whole) if over > 0 else "",
        tick="" if agreed is None else percent(agreed, whole),
    )
