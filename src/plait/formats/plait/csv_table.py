"""A table as CSV that a spreadsheet opens rightly and runs nothing of."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from plait.formats.plait.cells import safe

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of the table, heading first.

    A text that a spreadsheet would run as a formula has an apostrophe before it; a
    number below zero is none.
    """
    yield BOM + _line(headings)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[str]) -> str:
    written = io.StringIO()
    cells = (cell if _NUMBER.fullmatch(cell) else safe(cell) for cell in row)
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()
