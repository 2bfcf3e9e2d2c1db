"""Time logs kept as plain text by hand: their lines, accounts and remarks."""

import re
from collections.abc import Callable, Iterable, Iterator

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.lines import cut_lines, text_of
from plait.formats.rows import HEADING_WITHIN, first_lines
from plait.formats.rows_whole import no_text
from plait.formats.source import Source
from plait.formats.values import BadValue, shorten

# Nobody writes a longer line by hand, and no pattern is let loose on one.
LONGEST_LINE = 2_000

_GAP = re.compile(r"\s{2,}|\t")


def lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, without its end."""
    with text_of(source) as file:
        for number, text in enumerate(cut_lines(file), start=1):
            yield number, text.rstrip("\r\n")


def beginning(source: Source, most: int = HEADING_WITHIN) -> list[str]:
    """Return the first lines, each cut where no line of a log goes on."""
    return [text[:LONGEST_LINE] for text in first_lines(source, most)]


def convert(
    numbered: Iterable[tuple[int, str]],
    read_line: Callable[[int, str], Iterable[Line]],
) -> Iterator[Line | Problem]:
    """Yield what `read_line` makes of each line; a refused line becomes a problem."""
    for number, text in numbered:
        if "\0" in text:
            yield no_text(number, text)
            continue
        if len(text) > LONGEST_LINE:
            yield problem(number, _too_long(text))
            continue
        try:
            yield from read_line(number, text)
        except BadValue as bad:
            yield problem(number, bad)


def _too_long(text: str) -> BadValue:
    return BadValue(
        "This line is too long to be of a log kept by hand",
        value=text,
        fix="Break it off, or check that this is the file you meant.",
    )


def problem(number: int, bad: BadValue) -> Problem:
    """Return the problem of a line whose value was refused."""
    return Problem(f"line {number}", bad.what, shorten(bad.value), bad.fix)


def without_remark(text: str) -> tuple[str, str]:
    """Return what stands before a semicolon, and the remark behind it.

    >>> without_remark("atlas  ....  ; budget")
    ('atlas  ....', 'budget')
    """
    content, _, remark = text.partition(";")
    return content.rstrip(), remark.strip()


def at_gap(text: str) -> tuple[str, str]:
    """Return what stands before and behind the first two spaces or tab.

    >>> at_gap("atlas:project lead  budget review")
    ('atlas:project lead', 'budget review')
    """
    first, *rest = _GAP.split(text.strip(), maxsplit=1)
    return first, rest[0].strip() if rest else ""


def named(account: str) -> tuple[str, str, str]:
    """Return client, project and task of an account; one alone is a project.

    >>> named("atlas:board:minutes:2024"), named("atlas")
    (('atlas', 'board', 'minutes:2024'), ('', 'atlas', ''))
    """
    first, *rest = (part.strip() for part in account.split(":", 2))
    if not rest:
        return "", first, ""
    return first, rest[0], rest[1] if len(rest) > 1 else ""
