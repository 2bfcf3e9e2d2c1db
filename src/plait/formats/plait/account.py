"""The account.json of an export: what a server kept of a person besides their book.

It is to be read, by people and by other programs; nothing of it is brought in. A whole
export is imported as a folder, this file included, so it is recognised.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.source import Options, Source

NAME = "plait_account"
LABEL = "Plait export (about the account)"

_FIRST = '{"plait_account": 1'


def recognise(source: Source) -> bool:
    """Return whether the file begins as we write it."""
    return source.head_text.startswith(_FIRST)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield nothing."""
    return iter(())


def write(
    file: TextIO, tables: Iterable[tuple[str, Iterable[dict[str, Any]]]]
) -> dict[str, int]:
    """Write each table with its rows, as they come; return how many rows each has."""
    counts: dict[str, int] = {}
    file.write(_FIRST)
    for name, rows in tables:
        file.write(f",\n\n{json.dumps(name)}: [")
        n = 0
        for row in rows:
            file.write(",\n" if n else "\n")
            file.write(json.dumps(row, ensure_ascii=False))
            n += 1
        file.write("]")
        counts[name] = n
    file.write("}\n")
    return counts
