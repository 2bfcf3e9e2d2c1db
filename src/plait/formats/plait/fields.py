"""The fields of an entry in a Plait file, each of the type that it must be."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from plait.domain.reach import refuse_beyond
from plait.domain.schemas.field_types import LONGEST_KEY
from plait.formats.values import BadValue

E = TypeVar("E", bound=StrEnum)

Entry = Mapping[str, Any]

_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
# A number with a billion decimals is one line of a file and a gigabyte when written out.
_MOST_DECIMALS = 30
# What no database takes: NUL, and halves of a character that JSON can spell.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def only(entry: Entry, known: Collection[str]) -> None:
    """Refuse a field that Plait does not know: a slip would otherwise be lost."""
    for name in entry:
        if name not in known:
            raise BadValue(
                "Plait does not know this field",
                value=name,
                fix="Correct its name; docs/reference/plait-files.md lists them.",
            )


def text(entry: Entry, name: str, most: int, *, needed: bool = False) -> str:
    """Return a text of at most so many characters, "" where there is none."""
    value = entry.get(name)
    if value is None or value == "":
        if needed:
            raise _missing(name)
        return ""
    if not isinstance(value, str):
        raise _wrong(name, value, "Write it as text, between quotation marks.")
    if len(value) > most or _NO_TEXT.search(value):
        raise _wrong(name, value, "Shorten it, or leave out what is no text.")
    return value


def is_text(value: object) -> bool:
    """Return whether a value is a text that a database takes."""
    return isinstance(value, str) and not _NO_TEXT.search(value)


def key(entry: Entry, name: str, *, needed: bool = True) -> str:
    """Return the key of a role."""
    value = text(entry, name, LONGEST_KEY, needed=needed)
    if value and not _KEY.fullmatch(value):
        raise _wrong(name, value, "Use letters, digits and hyphens, such as atlas.")
    return value


def is_key(value: object) -> bool:
    """Return whether a value is the key of a role."""
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def day(entry: Entry, name: str, default: date | None = None) -> date | None:
    """Return a date, written as TOML has it or as text."""
    value = entry.get(name)
    if value is None or value == "":
        return default
    try:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        found = value if is_day else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(name, value, "Write the date as 2026-11-21.") from None
    refuse_beyond(found)
    return found


def needed_day(entry: Entry, name: str) -> date:
    """Return a date that has to be there."""
    found = day(entry, name)
    if found is None:
        raise _missing(name)
    return found


def instant(entry: Entry, name: str) -> datetime | None:
    """Return an instant, None where there is none."""
    value = entry.get(name)
    if value is None or value == "":
        return None
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        aware = found.replace(tzinfo=UTC) if found.tzinfo is None else found
        on = aware.astimezone(UTC).date()
    except (TypeError, ValueError, OverflowError):
        raise _wrong(name, value, "Write it as 2026-11-21T09:00:00Z.") from None
    refuse_beyond(on)
    return aware


def number(entry: Entry, name: str, most: int) -> Decimal | None:
    """Return a number from 0 to `most`, None where there is none."""
    value = entry.get(name)
    if value is None or value == "":
        return None
    try:
        found = Decimal(str(value).strip())
    except ArithmeticError:
        found = Decimal("NaN")
    if (
        isinstance(value, bool)
        or not found.is_finite()
        or not 0 <= found <= most
        or found.adjusted() < -_MOST_DECIMALS
    ):
        raise _wrong(name, value, "Write a number with a point, such as 7.5.")
    return found


def signed(entry: Entry, name: str, most: int) -> Decimal | None:
    """Return a number of at most `most` below or above 0, None where there is none."""
    value = entry.get(name)
    is_below = isinstance(value, int | float | Decimal | str) and str(value)[:1] == "-"
    if not is_below or isinstance(value, bool):
        return number(entry, name, most)
    found = number({name: str(value)[1:]}, name, most)
    return None if found is None else -found


def needed_number(entry: Entry, name: str, most: int) -> Decimal:
    """Return a number from 0 to `most` that has to be there."""
    found = number(entry, name, most)
    if found is None:
        raise _missing(name)
    return found


def whole(entry: Entry, name: str, least: int, most: int) -> int | None:
    """Return a whole number between two bounds, None where there is none."""
    value = entry.get(name)
    if value is None or value == "":
        return None
    if (
        isinstance(value, int)
        and not isinstance(value, bool)
        and least <= value <= most
    ):
        return value
    raise _wrong(name, value, "Write a whole number within its bounds.")


def needed_whole(entry: Entry, name: str, least: int, most: int) -> int:
    """Return a whole number that has to be there."""
    found = whole(entry, name, least, most)
    if found is None:
        raise _missing(name)
    return found


def yes(entry: Entry, name: str, *, default: bool) -> bool:
    """Return true or false."""
    value = entry.get(name, default)
    if isinstance(value, bool):
        return value
    raise _wrong(name, value, "Write true or false.")


def choice(entry: Entry, name: str, kind: type[E], default: E | None = None) -> E:
    """Return one of the words of an enumeration."""
    value = entry.get(name)
    if value is None and default is not None:
        return default
    if value is None:
        raise _missing(name)
    try:
        return kind(value)
    except ValueError:
        raise _wrong(name, value, _CHOICE) from None


_CHOICE = "Use one of the words that docs/reference/plait-files.md lists."


def _missing(name: str) -> BadValue:
    return BadValue(
        "A field that is needed is missing", value=name, fix="Add it in the file."
    )


def _wrong(name: str, value: object, fix: str) -> BadValue:
    return BadValue(
        "This field does not hold what it should", value=f"{name} = {value!r}", fix=fix
    )
