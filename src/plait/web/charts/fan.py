"""The fan of months ahead: bands of income, the middle, and what a month must cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.web.charts.paths import Point, band, percent, smooth

WIDTH = HEIGHT = 100


@dataclass(frozen=True, slots=True)
class FanDrawn:
    """Paths in a box of 100 x 100; `floor_y` is "" where no floor is known.

    `ticks` are amounts with their height from the top.
    """

    outer: str
    inner: str
    middle: str
    floor_y: str
    ticks: tuple[tuple[float, str], ...]
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True, slots=True)
class Bands:
    """One amount a month: the ends of four in five, of one in two, and the middle."""

    low: Sequence[float]
    under: Sequence[float]
    middle: Sequence[float]
    upper: Sequence[float]
    high: Sequence[float]


def fan_drawn(bands: Bands, floor: float | None) -> FanDrawn | None:
    """Return the fan, None for fewer than two months or nothing coming in."""
    whole = max([*bands.high, floor or 0.0], default=0.0) * 1.05
    if len(bands.middle) < 2 or whole <= 0:
        return None

    def placed(values: Sequence[float]) -> list[Point]:
        step = WIDTH / (len(values) - 1)
        return [
            (n * step, HEIGHT - HEIGHT * max(0.0, v) / whole)
            for n, v in enumerate(values)
        ]

    return FanDrawn(
        outer=band(placed(bands.high), placed(bands.low)),
        inner=band(placed(bands.upper), placed(bands.under)),
        middle=smooth(placed(bands.middle)),
        floor_y="" if floor is None else percent(whole - floor, whole),
        ticks=tuple((t, percent(whole - t, whole)) for t in _ticks(whole)),
    )


def _ticks(whole: float) -> list[float]:
    """Return nothing and two to five round amounts within the scale."""
    step = 10.0 ** (len(str(int(whole))) - 1)
    while whole / step < 2:
        step /= 2
    while whole / step > 5:
        step *= 2
    return [step * n for n in range(int(whole / step) + 1)]
