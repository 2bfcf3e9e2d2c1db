"""Tables of text: finding the heading, walking the rows, keeping bad ones apart."""

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.lines import LONGEST_CELL, cut_lines
from plait.formats.lines import text_of as text_of  # noqa: PLC0414  # readers take it from here
from plait.formats.rows_whole import BrokenRow, cells, whole_rows
from plait.formats.rows_whole import Row as Row  # noqa: PLC0414  # readers take it from here
from plait.formats.source import Source, Unreadable
from plait.formats.values import BadValue, shorten

DELIMITERS = ",;\t|"
HEADING_WITHIN = 30


class Heading(NamedTuple):
    """Where a table's heading stands and what its columns are called."""

    line: int
    delimiter: str
    columns: Sequence[str]

    def at(self, *names: str) -> int | None:
        """Return the position of the first of these columns that is there."""
        return next((self.columns.index(n) for n in names if n in self.columns), None)

    def need(self, *names: str) -> int:
        """Return the position of the first of these columns, or refuse the file."""
        position = self.at(*names)
        if position is None:
            raise Unreadable(
                "A column that is needed is missing",
                value=names[0],
                fix="Export the file again with all its columns.",
            )
        return position

    def need_bracketed(self, name: str) -> tuple[int, str]:
        """Return where `name (EUR)` stands and its currency, or refuse the file."""
        found = bracketed(self.columns, name)
        if found is None or not re.fullmatch("[A-Z]{3}", found[1]):
            raise Unreadable(
                "The currency is missing in the heading of the amounts",
                value=name,
                fix="Export the file again with all its columns.",
            )
        return found


def heading_of(source: Source, required: Collection[str]) -> Heading | None:
    """Return the first line among the first 30 that names all `required` columns."""
    wanted = frozenset(required)
    found = headings(source)
    return next((heading for heading, names in found if wanted <= names), None)


def headings(source: Source) -> list[tuple[Heading, frozenset[str]]]:
    """Return each of the first 30 lines as a heading and its names, top first.

    Every format asks this of every file, so it is worked out once a file.
    """
    if "headings" not in source.worked_out:
        found = [
            Heading(number, delimiter, names_in(text, delimiter))
            for number, text in enumerate(first_lines(source), start=1)
            for delimiter in [d for d in DELIMITERS if d in text] or DELIMITERS[:1]
        ]
        source.worked_out["headings"] = [(one, frozenset(one.columns)) for one in found]
    known: list[tuple[Heading, frozenset[str]]] = source.worked_out["headings"]
    return known


def need_heading(source: Source, *choices: Collection[str]) -> Heading:
    """Return the heading that names all of one of these sets of columns, or refuse."""
    for required in choices:
        if heading := heading_of(source, required):
            return heading
    raise Unreadable(
        "The line that names the columns is missing",
        value=source.name,
        fix="Export the file again and leave its first lines as they are.",
    )


def first_lines(source: Source, most: int = HEADING_WITHIN) -> list[str]:
    """Return the first lines of the head, counted as the csv module counts them.

    One that is longer than a cell may be names no columns and shows no format; it
    comes as a blank line, so that the others keep their numbers.
    """
    lines = islice(io.StringIO(source.head_text, newline=""), most)
    return [text if len(text) <= LONGEST_CELL else "\n" for text in lines]


def names_in(text: str, delimiter: str) -> Row:
    """Return the column names that a line of text holds."""
    return [cell.strip().strip("\ufeff") for cell in cells(text, delimiter) or []]


def rows(source: Source, heading: Heading) -> Iterator[tuple[int, Row]]:
    """Yield each row below the heading with its line number; blank lines left out.

    A row that cannot be trusted (a quotation mark left open, a column too many or
    too few, characters that are no text) comes as an empty `BrokenRow`, which
    `convert` reports.
    """
    width = len(heading.columns)
    with text_of(source) as file:
        below = islice(cut_lines(file), heading.line, None)
        found = whole_rows(below, heading.line, heading.delimiter, width)
        yield from _fitting(found, heading)


def _fitting(
    numbered: Iterable[tuple[int, Row]], heading: Heading
) -> Iterator[tuple[int, Row]]:
    """Pass rows on that have the heading's columns; empty cells may be over or short.

    A column without a name at the end of the heading need not be in every row.
    """
    most = len(heading.columns)
    least = max((n for n, name in enumerate(heading.columns, 1) if name), default=0)
    for number, row in numbered:
        if len(row) == most:
            if any(row):
                yield number, row
        elif isinstance(row, BrokenRow):
            yield number, row
        elif any(row):
            yield number, _cut_to(number, row, least, most)


def _cut_to(number: int, row: Row, least: int, most: int) -> Row:
    if len(row) < least:
        return BrokenRow(_too_few(number, row))
    if any(row[most:]):
        return BrokenRow(_too_many(number, row))
    return row[:most]


def convert(
    numbered: Iterable[tuple[int, Row]],
    line_from: Callable[[int, Row], Line | None],
) -> Iterator[Line | Problem]:
    """Yield what `line_from` makes of each row; a refused row becomes a problem.

    `line_from` returns None for a row that is none of ours (a pending payment),
    raises `BadValue` for a value that cannot be taken.
    """
    for number, row in numbered:
        try:
            line = line_from(number, row)
        except BadValue as bad:
            yield Problem(f"line {number}", bad.what, shorten(bad.value), bad.fix)
        except IndexError:
            yield row.problem if isinstance(row, BrokenRow) else _too_few(number, row)
        else:
            if line is not None:
                yield line


def _too_few(number: int, row: Row) -> Problem:
    return Problem(
        f"line {number}",
        "This line has fewer columns than the heading",
        shorten(" ".join(row)),
        "Correct the line in the file, or export it again.",
    )


def _too_many(number: int, row: Row) -> Problem:
    return Problem(
        f"line {number}",
        "This line has more columns than the heading",
        shorten(" ".join(row)),
        "Put quotation marks around a text that holds the separator.",
    )


def bracketed(columns: Sequence[str], name: str) -> tuple[int, str] | None:
    """Find a column such as `Amount (EUR)`: its position and what the brackets hold."""
    for position, column in enumerate(columns):
        found = re.fullmatch(re.escape(name) + r" \((\w*)\)", column)
        if found:
            return position, found[1]
    return None
