"""How long the entries took as their column states it, beside clock times or alone."""

from collections.abc import Collection
from decimal import ROUND_CEILING, Decimal
from functools import cache, partial
from typing import NamedTuple

from plait.formats.trackers import clock
from plait.formats.values import BadValue

_MINUTE = 60


class Stated(NamedTuple):
    """A stated length in seconds, and by how many it may have been rounded.

    `seconds` is None where nothing is stated, or nothing that can be read.
    """

    seconds: int | None = None
    rounded_by: int = 0


class StatedLengths:
    """Reads the cells of one column, all written alike."""

    def __init__(self, cells: Collection[str], unit: int = 3600) -> None:
        """Learn from all cells of the column; `unit` is what a bare number counts."""
        mark = clock.decimal_mark(cells)
        self.seconds = cache(partial(clock.duration, decimal=mark, unit=unit))
        decimals = max((len(_decimals(cell, mark)) for cell in cells), default=0)
        half = Decimal(unit) / 2 / 10**decimals if decimals else Decimal(0)
        self._decimals_by = max(
            _MINUTE, int(half.to_integral_value(rounding=ROUND_CEILING))
        )
        self.beside_times = cache(self._beside_times)

    def _beside_times(self, cell: str) -> Stated:
        """Return what a cell states of a row that has a start and an end.

        One that cannot be read states nothing: the times say how long it took.
        """
        try:
            seconds = self.seconds(cell)
        except BadValue:
            return Stated()
        if seconds is None:
            return Stated()
        return Stated(seconds, rounded_by(cell, seconds, self._decimals_by))


def rounded_by(cell: str, seconds: int, decimals_by: int = _MINUTE) -> int:
    """Return by how many seconds a written length may be off: none if it has seconds.

    >>> rounded_by("0.33", 1188), rounded_by("0:20", 1200), rounded_by("0:20:00", 1200)
    (60, 60, 0)
    """
    is_clock = ":" in cell
    if not is_clock and any(mark in cell for mark in ".,"):
        return decimals_by
    has_seconds = cell.count(":") > 1 or seconds % _MINUTE != 0
    return 0 if has_seconds else _MINUTE


def _decimals(cell: str, mark: str) -> str:
    plain = cell.strip()
    if ":" in plain or any(letter.isalpha() for letter in plain):
        return ""
    return plain.rpartition(mark)[2] if mark in plain else ""
