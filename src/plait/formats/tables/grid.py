"""Any table: its separator, where its heading stands, and the rows below it."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from plait.formats.rows import (
    DELIMITERS,
    HEADING_WITHIN,
    Heading,
    Row,
    first_lines,
    rows,
)
from plait.formats.source import HEAD_BYTES, Source, Unreadable
from plait.formats.tables.looks import is_date, is_number
from plait.formats.tables.mapping import signature_of
from plait.formats.tables.names import LONGEST_NAME, plain_name
from plait.formats.tables.proposal import payment_words, time_words
from plait.formats.tables.sheet import is_workbook, sheet_of

_SAMPLE_LINES = 500
# Every phrase by which a column may be called, as `plain_name` writes it.
_KNOWN_NAMES = (
    frozenset(
        " ".join(words)
        for lists in (vars(payment_words), vars(time_words), time_words.LABELS)
        for found in lists.values()
        if isinstance(found, tuple)
        for words in found
    )
    | payment_words.BALANCE
)
_Numbered = tuple[int, Row]


@dataclass(frozen=True)
class Grid:
    """A table found in a file.

    `heading_line` is 0 where the columns have no names; they are then called
    "Column 1" and so on. `sample` holds the first rows below the heading, `above` the
    lines over it; `rows()` reads them all, from the beginning each time.
    """

    columns: tuple[str, ...]
    heading_line: int
    signature: str
    sample: tuple[Row, ...]
    rows: Callable[[], Iterator[_Numbered]]
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    above: tuple[Row, ...] = ()


class _Found(NamedTuple):
    """Which of the first rows is the heading, if any, and where the data begin."""

    columns: tuple[str, ...]
    heading_line: int
    begins_below: int
    sample: tuple[Row, ...]
    above: tuple[Row, ...] = ()


def grid_of(source: Source, sheet: str = "") -> Grid:
    """Find the table in a file; raise `Unreadable` where there is none."""
    return _of_sheet(source, sheet) if is_workbook(source) else _of_text(source)


def _of_text(source: Source) -> Grid:
    if b"\0" in source.head and not source.encoding.startswith("utf-16"):
        raise _no_table(source)
    lines = first_lines(source, _SAMPLE_LINES)
    if source.size > HEAD_BYTES:
        lines = lines[:-1]  # the head may break off within its last line
    readings = {mark: _read(lines, mark) for mark in DELIMITERS}
    mark = max(readings, key=lambda mark: _evenness(readings[mark]))
    found = _find(source, readings[mark])
    heading = Heading(found.begins_below, mark, found.columns)
    return Grid(
        columns=found.columns,
        heading_line=found.heading_line,
        signature=_signature(found),
        sample=found.sample,
        rows=lambda: rows(source, heading),
        delimiter=mark,
        encoding=source.encoding,
        above=found.above,
    )


def _of_sheet(source: Source, name: str) -> Grid:
    sheet = sheet_of(source, name)
    found = _find(source, list(islice(sheet.rows(), _SAMPLE_LINES)))
    width = len(found.columns)

    def below() -> Iterator[_Numbered]:
        for number, row in sheet.rows():
            if number > found.begins_below and any(row[:width]):
                yield number, row[:width]

    return Grid(
        columns=found.columns,
        heading_line=found.heading_line,
        signature=_signature(found),
        sample=found.sample,
        rows=below,
        sheet=sheet.name,
        sheets=sheet.names,
        above=found.above,
    )


def _read(lines: list[str], delimiter: str) -> list[_Numbered]:
    """Return the rows of the first lines, each with the number of its last line."""
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        return [(reader.line_num, row) for row in reader if any(map(str.strip, row))]
    except csv.Error:
        return []


def _evenness(numbered: list[_Numbered]) -> int:
    """Score a separator: how many cells stand in rows of the width that most have."""
    widths = Counter(len(row) for _, row in numbered if len(row) > 1)
    return max(((width - 1) * n for width, n in widths.items()), default=0)


def _find(source: Source, numbered: list[_Numbered]) -> _Found:
    widths = Counter(_width(row) for _, row in numbered if _width(row) > 1)
    if not widths:
        raise _no_table(source)
    usual = max(widths, key=lambda width: (widths[width], width))
    at = _heading_at(numbered[:HEADING_WITHIN], usual)
    if at is None:
        holding = (i for i, (_, row) in enumerate(numbered) if _holds_values(row))
        first = next(holding, None)
        if first is None:
            raise _no_table(source)
        width = max(len(row) for _, row in numbered[first:])
        columns = _named([""] * width)
        above = numbered[first - 1][0] if first else 0
        return _Found(
            columns, 0, above, _rows_of(numbered[first:]), _rows_of(numbered[:first])
        )
    line, names = numbered[at]
    columns = _named(names[: _width(names)])
    below, above_it = _rows_of(numbered[at + 1 :]), _rows_of(numbered[:at])
    return _Found(columns, line, line, below, above_it)


def _heading_at(numbered: list[_Numbered], usual: int) -> int | None:
    """Return which row names the columns: by known words, else by standing above.

    A row that holds a date or an amount names nothing. None: there is no heading.
    """
    fit = [
        (i, row)
        for i, (_, row) in enumerate(numbered)
        if _width(row) > 1
        and max(map(len, row)) <= LONGEST_NAME
        and not _holds_values(row)
    ]
    known = {i: sum(plain_name(cell) in _KNOWN_NAMES for cell in row) for i, row in fit}
    if known and max(known.values()) >= 2:
        return max(known, key=lambda i: (known[i], _width(numbered[i][1])))
    values_at = next((i for i, (_, r) in enumerate(numbered) if _holds_values(r)), None)
    above = [i for i, row in fit if values_at is None or i < values_at]
    wide = [i for i in above if _width(numbered[i][1]) >= usual]
    if values_at is None and not wide:
        return above[0] if above else None
    return wide[-1] if wide else None


def _width(row: Row) -> int:
    """Return how many cells a row has up to its last that is not empty."""
    return max((n for n, cell in enumerate(row, 1) if cell.strip()), default=0)


def _holds_values(row: Row) -> bool:
    return any(is_date(cell) or is_number(cell) for cell in row)


def _rows_of(numbered: list[_Numbered]) -> tuple[Row, ...]:
    return tuple(row for _, row in numbered)


def _named(names: list[str]) -> tuple[str, ...]:
    given = (" ".join(name.split()).strip("\ufeff") for name in names)
    return tuple(name or f"Column {n}" for n, name in enumerate(given, 1))


def _signature(found: _Found) -> str:
    """Return the heading's signature; without one, that of what the columns hold."""
    if found.heading_line:
        return signature_of(found.columns)
    first = next(row for row in found.sample if _holds_values(row))
    kinds = ("date" if is_date(c) else "number" if is_number(c) else "" for c in first)
    return signature_of(["", *kinds, *found.columns])


def _no_table(source: Source) -> Unreadable:
    return Unreadable(
        "There is no table in this file",
        value=source.name,
        fix="Choose a CSV or XLSX file with a row for each payment or entry.",
    )
