"""Time logs kept as plain text by hand: their lines, accounts and remarks."""

import re
from collections.abc import Callable, Iterable, Iterator

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.rows import text_of
from plait.formats.rows_whole import no_text
from plait.formats.source import Source
from plait.formats.values import BadValue, shorten

# Nobody writes a longer line by hand; a file without line ends is read in pieces.
_LONGEST_LINE = 10_000

_GAP = re.compile(r"\s{2,}|\t")


def lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, without its end."""
    number = 1
    with text_of(source) as file:
        while text := file.readline(_LONGEST_LINE):
            yield number, text.rstrip("\r\n")
            number += text.endswith(("\n", "\r"))


def convert(
    numbered: Iterable[tuple[int, str]],
    read_line: Callable[[int, str], Iterable[Line]],
) -> Iterator[Line | Problem]:
    """Yield what `told_by` makes of each line; a refused line becomes a problem."""
    for number, text in numbered:
        if "\0" in text:
            yield no_text(number, text)
            continue
        try:
            yield from read_line(number, text)
        except BadValue as bad:
            yield problem(number, bad)


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
