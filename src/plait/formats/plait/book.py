"""Plait's own book file: person, roles, rules, check-ins, leave; TOML or JSON.

The same structure in both: JSON is what `plait export` writes, TOML what a person
writes by hand (samples/portfolio.toml). docs/reference/plait-files.md lists it.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.lines import text_of
from plait.formats.plait import attached, entries
from plait.formats.plait.book_written import role_entry as role_entry  # noqa: PLC0414  # commands take it from here
from plait.formats.plait.book_written import write as write  # noqa: PLC0414  # the writer stands beside
from plait.formats.plait.book_written import (
    write_attachments as write_attachments,  # noqa: PLC0414  # the same
)
from plait.formats.source import Options, Source, Unreadable

NAME = "plait_book"
LABEL = "Plait book (roles, rules, check-ins)"
VERSION = 1

# Ten years of weekly check-ins of ten roles are 1 MB; the whole is held in memory.
_LARGEST_BYTES = 50_000_000
# A list that is empty has two letters and takes sixty bytes of memory, so it is the
# number of things that is bounded: a life has a few ten thousand entries.
_MOST_LISTS, _MOST_VALUES = 500_000, 4_000_000

_JSON = re.compile(r'\s*\{\s*"plait"\s*:')
_BEGINNING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*")
_TOML = re.compile(r"plait[ \t]*=[ \t]*\d")
_ROLES = re.compile(r"^\[\[roles\]\]", re.MULTILINE)
_NAMES_ATTACHMENTS = re.compile(r'^\[\[attachments\]\]|"attachments"\s*:')
_NAMES_ROLES = re.compile(r'^\[\[roles\]\]|"roles"\s*:|^roles\s*=')
# For the reader's eye, and not read back.
_LEFT_ASIDE = ("plait", "imports")


def recognise(source: Source) -> bool:
    """Return whether it begins as a Plait book does, or lists roles as one does."""
    head = source.head_text
    if _JSON.match(head):
        return True
    begun = _BEGINNING.match(head)
    rest = head[begun.end() :] if begun else head
    return bool(_TOML.match(rest) or (rest[:1] == "[" and _ROLES.search(head)))


def has_roles(source: Source) -> bool:
    """Return whether it seems to hold roles, which other book files may name."""
    with text_of(source) as file:
        return any(_NAMES_ROLES.search(line) for line in file)


def has_attachments(source: Source) -> bool:
    """Return whether it seems to list files, whose payments other files may hold."""
    with text_of(source) as file:
        return any(_NAMES_ATTACHMENTS.search(line) for line in file)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield the record of each entry; roles come before what names them."""
    document = _parsed(source)
    _check_version(document)
    yield from _superfluous(document)
    if "person" in document:
        yield from entries.each(
            {"person": [document["person"]]}, "person", entries.person
        )
    for section, reader in entries.SECTIONS.items():
        yield from attached.with_contents(
            entries.each(document, section, reader), source
        )


def _superfluous(document: dict[str, Any]) -> Iterator[Problem]:
    for name in document.keys() - {"person", *entries.SECTIONS, *_LEFT_ASIDE}:
        yield Problem(
            name,
            "Plait does not know this section",
            name,
            "Correct its name; docs/reference/plait-files.md lists them.",
        )


def _check_version(document: dict[str, Any]) -> None:
    version = document.get("plait", VERSION)
    if version != VERSION:
        raise Unreadable(
            "This file was written by a newer Plait than this one",
            value=f"plait = {version}",
            fix="Update Plait and import the file again.",
        )


def _parsed(source: Source) -> dict[str, Any]:
    if source.size > _LARGEST_BYTES:
        raise Unreadable(
            "This file is larger than a Plait book can be",
            value=f"{source.name}, {source.size // 1_000_000} MB",
            fix="Choose the book.json or .toml file of at most 50 MB.",
        )
    with text_of(source) as file:
        text = file.read()
    _refuse_too_many(source, text)
    try:
        found = _loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "This file breaks off or has a mistake and cannot be read on",
            value=f"{source.name}: {error}",
            fix="Correct that place in the file, or export it again.",
        ) from error
    if not isinstance(found, dict):
        raise Unreadable(
            "This is JSON, but not a Plait book",
            value=source.name,
            fix="Choose the book.json that plait export wrote.",
        )
    return found


def _refuse_too_many(source: Source, text: str) -> None:
    n_lists, n_values = text.count("[") + text.count("{"), text.count(",")
    # In TOML a line is a value.
    if n_lists > _MOST_LISTS or max(n_values, text.count("\n")) > _MOST_VALUES:
        raise Unreadable(
            "This file holds more entries than a Plait book can",
            value=f"{source.name}, {max(n_lists, n_values):,}",
            fix="Choose the book.json that plait export wrote.",
        )


def _loads(text: str) -> object:
    if text.lstrip().startswith("{"):
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    return tomllib.loads(text, parse_float=Decimal)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)
