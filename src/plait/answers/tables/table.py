"""A table of plain values: what a download and a command's `--csv` hold."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from plait.wording.words import Words

Column = tuple[str, str]
"""A heading in the reader's language, and the attribute of a row: `role.name`."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings in the reader's language, and rows of as many cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(
    words: Words,
    columns: Sequence[Column],
    rows: Iterable[object],
    *,
    cents: Collection[str] = (),
) -> Table:
    """Return a table of the columns; each row is a dataclass that has them.

    `cents` are paths of amounts of money that are worked out, so rounded to cents.
    """
    paths = [(path, path.split(".")) for _heading, path in columns]
    return Table(
        tuple(heading for heading, _path in columns),
        tuple(
            tuple(
                cell(
                    words,
                    rounded(_at(row, parts)) if path in cents else _at(row, parts),
                )
                for path, parts in paths
            )
            for row in rows
        ),
    )


def rounded(value: object) -> object:
    """Return a number to the cent; anything else as it is."""
    return round(value, 2) if isinstance(value, float) else value


def with_currency(found: Table, currency: str, words: Words) -> Table:
    """Return a table with the currency of its amounts as the last column."""
    return Table(
        (*found.headings, words.gettext("Currency")),
        tuple((*row, currency) for row in found.rows),
    )


def in_hours(words: Words, heading: str) -> str:
    """Return a heading of hours with their unit."""
    return words.gettext("%(what)s (hours)") % {"what": heading}


def in_parts(words: Words, heading: str) -> str:
    """Return a heading of shares or chances, which lie between 0 and 1."""
    return words.gettext("%(what)s (0 to 1)") % {"what": heading}


def cell(words: Words, value: object) -> str:
    """Return a value as a machine reads it: 2026-11-30, 1234.5; nothing for None.

    Figures are exact to four decimals; several texts are separated by commas.
    """
    if isinstance(value, bool):
        return words.gettext("yes") if value else words.gettext("no")
    if isinstance(value, tuple):
        return ", ".join(cell(words, one) for one in value)
    for kind, written in _WRITTEN:
        if isinstance(value, kind):
            return written(value)
    return "" if value is None else str(value)


def _number(value: float) -> str:
    # Adding nothing takes the sign off a nought.
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".")


# A datetime is a date too, so it stands before it.
_WRITTEN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (float, _number),
    (Decimal, lambda number: f"{number:f}"),
    (datetime, lambda at: at.isoformat(timespec="seconds")),
    (date, date.isoformat),
    (StrEnum, lambda one: one.value),
)


def _at(row: object, path: Sequence[str]) -> object:
    """Return what stands at a path, None where something on the way is None."""
    value = row
    for name in path:
        value = None if value is None else getattr(value, name)
    return value
