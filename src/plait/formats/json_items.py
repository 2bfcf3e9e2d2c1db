"""The entries of a JSON export, one after another, so that few are held at once."""

import json
import re
from collections.abc import Iterator
from typing import Any

from plait.formats.lines import LONGEST_CELL, text_of
from plait.formats.source import Source, Unreadable
from plait.formats.values import BadValue, shorten

Entry = dict[str, Any]

# The text is held whole: 60 MB are some 150,000 entries of a time tracker.
LARGEST_BYTES = 60_000_000
# Letters of one entry: a time entry has some 300, with a long note some thousand.
_USUAL_ENTRY, _LONGEST_ENTRY = 4_000, 200_000

# Possessive (*+): blanks are looked at once, however many there are.
_BLANK = re.compile(r"\s*+")
_BETWEEN = re.compile(r"\s*+,\s*+")
_END = re.compile(r"\s*+\]")


def _as_text(text: str) -> str:
    return text


# Numbers stay the text they are, so that none is too large to read.
_decoder = json.JSONDecoder(
    parse_int=_as_text, parse_float=_as_text, parse_constant=_as_text
)


def first_entry(source: Source, before: str = "") -> Entry:
    """Return the first entry of a list that the head holds, else an empty one.

    `before` is a pattern for what stands before the list, as in {"data": [ … ].
    """
    head = source.head_text
    at = _begun(head, before)
    if not at:
        return {}
    try:
        entry, _ = _decoder.raw_decode(head, _skip_blank(head, at))
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def entries(source: Source, before: str = "") -> Iterator[tuple[int, object]]:
    """Yield what a list holds with its count; numbers and booleans as in the file.

    Raises `Unreadable` where the JSON breaks off or is larger than 60 MB.
    """
    text = _whole_text(source)
    at, number = _begun(text, before), 0
    if not at:
        raise _broken(source, text, 0)
    while not (end := _END.match(text, at)):
        if number:
            between = _BETWEEN.match(text, at)
            if not between:
                raise _broken(source, text, at)
            at = between.end()
        number += 1
        entry, at = _decoded(source, text, _skip_blank(text, at))
        yield number, entry
    # A list by itself must be all; within an object more fields may follow.
    if not before and text[end.end() :].strip():
        raise _broken(source, text, end.end())


def _begun(text: str, before: str) -> int:
    """Return where the list's first entry may stand, 0 where no list begins."""
    found = re.match(rf"\s*+{before}\s*+\[", text)
    return found.end() if found else 0


def _skip_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _decoded(source: Source, text: str, at: int) -> tuple[object, int]:
    """Return the entry that begins there, and where it ends; never a giant one.

    Text becomes twenty times as large as the values it says, so only a piece of it is
    looked at: a small one, and a large one where that was not all of an entry.
    """
    for size in (_USUAL_ENTRY, _LONGEST_ENTRY):
        try:
            entry, end = _decoder.raw_decode(text[at : at + size])
        except json.JSONDecodeError as error:
            if at + size >= len(text):
                raise _broken(source, text, at + error.pos) from error
        except RecursionError as error:
            raise _built_oddly(source) from error
        else:
            return entry, at + end
    raise _built_oddly(source)


def _built_oddly(source: Source) -> Unreadable:
    return Unreadable(
        "This JSON is built in a way that no export is",
        value=source.name,
        fix="Export the file again; nothing of it was taken.",
    )


def _whole_text(source: Source) -> str:
    if source.size > LARGEST_BYTES:
        raise Unreadable(
            "This JSON is larger than Plait reads, which is 60 MB",
            value=f"{source.name}, {source.size // 1_000_000} MB",
            fix="Export a shorter period, such as a year at a time.",
        )
    with text_of(source) as file:
        return file.read().removeprefix("\ufeff")


def _broken(source: Source, text: str, at: int) -> Unreadable:
    line = text.count("\n", 0, at) + 1
    return Unreadable(
        "The JSON breaks off or has a mistake and cannot be read on",
        value=f"{source.name}, line {line}, column {at - text.rfind(chr(10), 0, at)}",
        fix="Export the file again; nothing of it was taken.",
    )


def as_entry(item: object) -> Entry:
    """Return what a list holds if it is an entry with fields, else refuse it."""
    if isinstance(item, dict):
        return item
    raise BadValue(
        "This is not an entry with fields",
        value=_excerpt(item),
        fix="Export the file again, or remove this entry from it.",
    )


def text_in(entry: Entry, *names: str) -> str:
    """Return the first of the fields that is filled in, as clean text; "" if none."""
    value = next((entry[n] for n in names if entry.get(n) not in (None, "")), "")
    if isinstance(value, str):
        return clean(_bounded(value))
    raise BadValue(
        "This field should be text",
        value=_excerpt(value),
        fix="Export the file again, or correct this entry in it.",
    )


def texts_in(entry: Entry, *names: str) -> list[str]:
    """Return the first of the fields that is filled in, a list of clean texts."""
    value: Any = next((entry[n] for n in names if entry.get(n)), [])
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [clean(_bounded(one)) for one in value]
    raise BadValue(
        "This field should be a list of texts",
        value=_excerpt(value),
        fix="Export the file again, or correct this entry in it.",
    )


def _bounded(text: str) -> str:
    if len(text) <= LONGEST_CELL:
        return text
    raise BadValue(
        "This text is far too long",
        value=shorten(text[:200]),
        fix="Shorten the text in the tracker and export again.",
    )


def _excerpt(value: object) -> str:
    try:
        return json.dumps(value)
    except RecursionError:  # nested as deep as could just be read
        return "…"


def clean(text: str) -> str:
    r"""Return the text without what no database takes: `\u0000`, lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text.strip()
    # In UTF-16 two halves of a letter find each other; one alone is replaced.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "").strip()
