"""Tables without a heading, told by the shape of their rows."""

import re
from collections.abc import Callable, Sequence

from plait.formats.rows import first_lines, names_in
from plait.formats.source import HEAD_BYTES, Source

DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
ACCOUNT = re.compile(r"NL\d\d[A-Z]{4}\d{10}")
CURRENCY = re.compile(r"[A-Z]{3}")
NUMBER = re.compile(r"[+-]?[\d.,]{1,20}\d")
EMPTY = re.compile("")
ANY = re.compile(r".*", re.DOTALL)


def with_commas(text: str) -> list[str]:
    """Return the cells of a line that commas part."""
    return names_in(text, ",")


def has_shape(
    source: Source,
    shape: Sequence[re.Pattern[str]],
    cells_of: Callable[[str], list[str]] = with_commas,
) -> bool:
    """Return whether each of the first lines has exactly these cells.

    The last may be cut off where the head of the file ends.
    """
    lines = [text for text in first_lines(source) if text.strip()]
    if len(lines) > 1 and source.size > HEAD_BYTES:
        lines.pop()
    return bool(lines) and all(_fits(cells_of(text), shape) for text in lines)


def _fits(cells: Sequence[str], shape: Sequence[re.Pattern[str]]) -> bool:
    return len(cells) == len(shape) and all(
        pattern.fullmatch(cell) for cell, pattern in zip(cells, shape, strict=True)
    )
