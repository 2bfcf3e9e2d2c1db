"""Lines of a text file, none longer than a table or a log can have.

Whatever looks at a line or a cell afterwards, a pattern or a parser, then has a
bounded amount to look at, however the file was made.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from plait.domain.errors import Problem
from plait.formats.source import Source, Unreadable
from plait.formats.values import shorten

LONGEST_LINE = 100_000
LONGEST_CELL = 10_000


@contextmanager
def text_of(source: Source) -> Iterator[TextIO]:
    """Open the text; what breaks off within a character is refused."""
    with source.text() as file:
        try:
            yield file
        except UnicodeDecodeError as error:
            raise Unreadable(
                "This text breaks off in the middle of a character",
                value=f"{source.name}: {error.reason}",
                fix="Export the file again; nothing of it was taken.",
            ) from error


def lines_of(source: Source) -> Iterator[tuple[int, str | Problem]]:
    """Yield each line with its number and its end; one far too long as a problem."""
    with text_of(source) as file:
        for number, text in enumerate(cut_lines(file), start=1):
            is_too_long = len(text) > LONGEST_LINE
            yield number, too_long_line(number, text) if is_too_long else text


def cut_lines(file: TextIO) -> Iterator[str]:
    """Yield each line with its end; one too long is cut to `LONGEST_LINE` and one more.

    What is cut off is read in pieces and dropped, so that it costs no memory.
    """
    most = LONGEST_LINE + 1
    while text := file.readline(most):
        ended = text
        while len(ended) == most and not ended.endswith(("\n", "\r")):
            ended = file.readline(most)
        yield text


def too_long_line(number: int, text: str) -> Problem:
    """Return the problem of a line that no export writes."""
    return Problem(
        f"line {number}",
        "This line is far too long",
        shorten(text[:200]),
        "Shorten the text in the file, or export it again.",
    )
