"""Which format is this file? Asked of each module in turn, by content alone.

A format module has `NAME` (a slug), `LABEL` (as a person knows it),
`recognise(source) -> bool` and `read(source, options) -> Iterator[Line | Problem]`.
The first that recognises a file reads it, so the stricter stand first.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from plait.domain.records import Line
from plait.domain.trouble import Problem
from plait.formats.source import Options, Source, Unreadable

_MODULES = (
    "plait_book",
    "plait_lines",
    "plait_readme",
    "ofx",
    "camt053",
    "mt940",
    "starling",
    "monzo",
    "revolut",
    "wise",
    "n26",
    "sparkasse",
    "ing",
    "rabobank",
    "abnamro",
    "ics",
    "linkedin",
    "json_resume",
    "toggl",
    "clockify",
    "harvest",
    "kimai",
    "solidtime",
    "solidtime_zip",
    "toggl_json",
    "timeclock",
    "timedot",
    "timewarrior",
)
_BY_MAPPING = "table"


class NotKnown(Unreadable):
    """No format recognises the file."""


class Format(Protocol):
    """What a module under `formats` offers."""

    NAME: str
    LABEL: str

    def recognise(self, source: Source) -> bool:
        """Return whether the content is of this format."""
        ...

    def read(self, source: Source, options: Options) -> Iterator[Line | Problem]:
        """Yield every line in our words and every problem, in file order."""
        ...


def all_formats() -> Iterator[Format]:
    """Yield the format modules, stricter ones first."""
    for name in _MODULES:
        yield import_module(f"plait.formats.{name}")


def label_of(name: str) -> str:
    """Return what a format is called, "" where no format has that name any more."""
    if name not in {*_MODULES, _BY_MAPPING}:
        return ""
    module: Format = import_module(f"plait.formats.{name}")
    return module.LABEL


def format_of(source: Source, options: Options) -> Format:
    """Return the format that the content is of; raise `NotKnown` if none.

    A table that no module knows is read by the mapping in `options`, if any.
    """
    for module in all_formats():
        if module.recognise(source):
            return module
    if options.mapping is not None:
        return import_module(f"plait.formats.{_BY_MAPPING}")
    raise NotKnown(
        "This is not a file that Plait knows",
        value=source.name,
        fix="Export it as CSV, OFX, CAMT.053, MT940, ICS or JSON Resume;"
        " for any other table, say what its columns mean.",
    )
