"""The fields of an MT940 file, whatever envelope the bank has put around them."""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from plait.formats.markup import cut_off, endless
from plait.formats.source import Source

_TAG = re.compile(r":(13D?|2[0158][A-Z]?|34F|6[0-5][A-Z]?|86|90[CD]|NS):(.*)")
# What SWIFT sends around a message, and the line that ends one.
_ENVELOPE = re.compile(r"\{|-\}|-\s*$")
# SWIFT allows 400 characters; banks write more, but none writes this much.
_LONGEST = 1 << 16


class Field(NamedTuple):
    """A tagged field with the number of its first line; `text` keeps its lines."""

    line: int
    tag: str
    text: list[str]


def fields(source: Source) -> Iterator[Field]:
    """Yield the fields in file order; what stands outside of them is left out."""
    field: Field | None = None
    for number, line in enumerate(_lines(source), start=1):
        found = _TAG.match(line)
        if not found and not _ENVELOPE.match(line):
            if field is not None:
                _lengthen(source, field, line)
            continue
        if field is not None:
            yield field
        field = Field(number, found[1], [found[2]]) if found else None
    if field is not None:
        yield field


def _lengthen(source: Source, field: Field, line: str) -> None:
    field.text.append(line)
    if len(field.text) > 1000 or len(line) > _LONGEST:
        raise endless(source)


def _lines(source: Source) -> Iterator[str]:
    try:
        with source.text() as file:
            for line in _bounded(source, file):
                # A message may begin on the line of its envelope: {4::20:…
                is_envelope = line.startswith(("{", "-}")) and "{4:" in line
                yield line.rpartition("{4:")[2] if is_envelope else line
    except UnicodeError as error:
        raise cut_off(source, str(error)) from error


def _bounded(source: Source, file: IO[str]) -> Iterator[str]:
    while line := file.readline(_LONGEST):
        if len(line) == _LONGEST:
            raise endless(source)
        yield line.rstrip("\r\n").replace("\0", "")
