"""Rows as the csv module reads them, and none swallowed in silence.

A quotation mark that opens and never closes makes the csv module read the rest of
the file as one cell. Here such a line is set aside, and reading goes on below it.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from plait.domain.errors import Problem
from plait.formats.lines import LONGEST_CELL, LONGEST_LINE, too_long_line
from plait.formats.source import Unreadable
from plait.formats.values import shorten

Row = list[str]

# Each set-aside line has the lines below it read again, up to 128 KB of them, so a
# file made to hurt must not have many.
_MOST_SET_ASIDE = 100

_NOTHING_BELOW = ""


class BrokenRow(Row):
    """A row that cannot be trusted: it has no cells, only its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def whole_rows(
    lines: Iterable[str], above: int, delimiter: str, width: int
) -> Iterator[tuple[int, Row]]:
    """Yield each row with the number of its first line; `above` lines came before.

    `width` is how many columns the heading has. Blank lines come as empty rows.
    """
    number, held, rest = above + 1, list[str](), iter(lines)
    for _ in range(_MOST_SET_ASIDE):
        try:
            for row in csv.reader(_noted(rest, held), delimiter=delimiter):
                if len(held) > 1 and not _is_sound(held, row, delimiter, width):
                    break
                yield number, _bounded(number, held, row)
                number += len(held)
                held.clear()
            else:
                return
        except csv.Error:
            pass
        yield number, BrokenRow(_problem(number, held))
        number += 1
        rest = chain([text for text in held[1:] if text is not _NOTHING_BELOW], rest)
        held.clear()
    raise Unreadable(
        "Too many lines of this table cannot be told apart",
        value=f"line {number}",
        fix="Export the file again; nothing of it was taken.",
    )


def _noted(lines: Iterator[str], held: list[str]) -> Iterator[str]:
    """Pass the lines on and keep in `held` what the csv module took for its row."""
    for text in lines:
        held.append(text)
        # The csv module would hand NUL on, and no table of the book holds it.
        if "\0" in text or len(text) > LONGEST_LINE:
            raise csv.Error
        yield text
    held.append(_NOTHING_BELOW)


def _bounded(number: int, held: list[str], row: Row) -> Row:
    """Return the row, or a broken one where a cell is longer than any text of a bank.

    Only a row over several lines, or over a long one, can hold such a cell.
    """
    if len(held) == 1 and len(held[0]) <= LONGEST_CELL:
        return row
    if max(map(len, row), default=0) <= LONGEST_CELL:
        return row
    return BrokenRow(_too_long_cell(number, held[0]))


def _is_sound(held: list[str], row: Row, delimiter: str, width: int) -> bool:
    """Return whether a row over several lines is one, not lines run together.

    Sound: every quotation mark closes where a cell ends, and the lines in between
    are not rows themselves. With fewer than four columns a line of a person's note
    may look like a row by chance, so only the quotation marks are asked.
    """
    if held[-1] is _NOTHING_BELOW:
        return False
    try:
        # Only in strict mode does it complain of letters behind a closing mark.
        if list(csv.reader(held, delimiter=delimiter, strict=True)) != [row]:
            return False
    except csv.Error:
        return False
    inside = held[1:-1]
    looks_swallowed = (len(cells(text, delimiter) or []) == width for text in inside)
    return width < 4 or not inside or not all(looks_swallowed)


def _problem(number: int, held: list[str]) -> Problem:
    if "\0" in held[-1] and len(held) == 1:
        return no_text(number, held[0])
    if len(held) == 1:
        is_long = len(held[0]) > LONGEST_LINE
        return (too_long_line if is_long else _too_long_cell)(number, held[0])
    return Problem(
        f"line {number}",
        "A quotation mark opens in this line and does not close",
        shorten(held[0]),
        "Correct the quotation marks of this line; the lines below it were read.",
    )


def _too_long_cell(number: int, text: str) -> Problem:
    what = "This line holds a cell that is far too long"
    return Problem(
        f"line {number}", what, shorten(text), "Shorten the text in the file."
    )


def no_text(number: int, text: str) -> Problem:
    """Return the problem of a line with NUL characters, as a damaged file has."""
    return Problem(
        f"line {number}",
        "This line holds characters that are no text",
        shorten(text.replace("\0", "␀")),
        "Export the file again.",
    )


def cells(text: str, delimiter: str) -> Row | None:
    """Return the cells of one line by itself, None if they cannot be told."""
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return None
