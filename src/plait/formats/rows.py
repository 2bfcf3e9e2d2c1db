"""Tables of text: finding the heading, walking the rows, keeping bad ones apart."""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from plait.domain.records import Line
from plait.domain.trouble import Problem
from plait.formats.source import Source, Unreadable
from plait.formats.values import BadValue, shorten

_DELIMITERS = ",;\t|"
_HEADING_WITHIN = 30

Row = list[str]


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


def heading_of(source: Source, required: Collection[str]) -> Heading | None:
    """Return the first line among the first 30 that names all `required` columns."""
    lines = source.head_text.splitlines()[:_HEADING_WITHIN]
    for number, text in enumerate(lines, start=1):
        for delimiter in _DELIMITERS:
            if delimiter not in text and len(required) > 1:
                continue
            columns = _cells(text, delimiter)
            if set(required) <= set(columns):
                return Heading(number, delimiter, columns)
    return None


def _cells(text: str, delimiter: str) -> Row:
    try:
        found = next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cell.strip().strip("\ufeff") for cell in found]


def rows(source: Source, heading: Heading) -> Iterator[tuple[int, Row]]:
    """Yield each row below the heading with its line number; blank lines left out."""
    with source.text() as file:
        reader = csv.reader(file, delimiter=heading.delimiter)
        try:
            for row in reader:
                if reader.line_num > heading.line and any(row):
                    yield reader.line_num, row
        except (csv.Error, UnicodeError) as error:
            raise Unreadable(
                "The table breaks off and cannot be read on",
                value=f"{source.name}, line {reader.line_num + 1}: {error}",
                fix="Export the file again; nothing of it was taken.",
            ) from error


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
            yield Problem(
                f"line {number}",
                "This line has fewer columns than the heading",
                shorten(" ".join(row)),
                "Correct the line in the file, or export it again.",
            )
        else:
            if line is not None:
                yield line


def bracketed(columns: Sequence[str], name: str) -> tuple[int, str] | None:
    """Find a column such as `Amount (EUR)`: its position and what the brackets hold."""
    for position, column in enumerate(columns):
        found = re.fullmatch(re.escape(name) + r" \((\w*)\)", column)
        if found:
            return position, found[1]
    return None
