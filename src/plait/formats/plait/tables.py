"""Plait's own tables: payments.csv, time.csv and events.csv of an export.

Exact: amounts in minor units, instants in UTC, and a fingerprint by which each record
stays the same record wherever it is imported. The first column's heading says which
table it is and in which version; docs/reference/plait-files.md lists the columns.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.plait.cells import TABLES
from plait.formats.plait.rows import EventRow, PaymentRow, TimeRow
from plait.formats.rows import Heading, Row, convert, first_lines, names_in, text_of
from plait.formats.rows_whole import BrokenRow, whole_rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import shorten

NAME = "plait_lines"
LABEL = "Plait export (payments, time, events)"

_FIRST = re.compile(r'"?plait (payments|time|events) (\d+)"?[,;\t|]')
_READERS: dict[str, Callable[[Heading], PaymentRow | TimeRow | EventRow]] = {
    "payments": PaymentRow,
    "time": TimeRow,
    "events": EventRow,
}
# Our texts may hold line breaks, and a line of such a text may look like a row: only
# the quotation mark say where a row ends.
_ANY_WIDTH = 0


def recognise(source: Source) -> bool:
    """Return whether the first column says which of our tables this is."""
    return _FIRST.match(source.head_text) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a line per row, as it was exported."""
    heading = _heading(source)
    table = heading.columns[0].split()[1]
    return convert(_rows(source, heading), _READERS[table](heading).line)


def _heading(source: Source) -> Heading:
    text = first_lines(source, 1)[0]
    for delimiter in ",;\t|":
        columns = names_in(text, delimiter)
        if columns[0] in TABLES.values():
            return Heading(1, delimiter, columns)
    raise Unreadable(
        "This file was written by a newer Plait than this one",
        value=shorten(text.partition(",")[0]),
        fix="Update Plait and import the file again.",
    )


def _rows(source: Source, heading: Heading) -> Iterator[tuple[int, Row]]:
    width = len(heading.columns)
    with text_of(source) as file:
        below = islice(file, 1, None)
        for number, row in whole_rows(below, 1, heading.delimiter, _ANY_WIDTH):
            if len(row) == width or isinstance(row, BrokenRow):
                yield number, row
            elif any(row):
                yield number, BrokenRow(_not_as_wide(number, row))


def _not_as_wide(number: int, row: Row) -> Problem:
    return Problem(
        f"line {number}",
        "This line has more or fewer columns than the heading",
        shorten(" ".join(row)),
        "Correct the line in the file, or export it again.",
    )
