"""Timewarrior: what `timew export` prints, and its own data files.

Its intervals have tags and no projects; the tags together name what time went to.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats import json_items
from plait.formats.json_items import as_entry, text_in, texts_in
from plait.formats.source import Options, Source
from plait.formats.trackers import clock, plain_logs
from plait.formats.trackers.stretch import stretch
from plait.formats.trackers.tracked import still_running
from plait.formats.values import BadValue, shorten

NAME = "timewarrior"
LABEL = "Timewarrior export or data file"

_INSTANT = re.compile(r"\d{8}T\d{6}Z")
_INTERVAL = re.compile(
    r"inc (?P<start>\d{8}T\d{6}Z)(?: - (?P<end>\d{8}T\d{6}Z))?(?P<rest>(?: #.*)?)"
)
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


class _Interval(NamedTuple):
    """An interval as the file tells it."""

    start: str
    end: str
    tags: list[str]
    text: str


def recognise(source: Source) -> bool:
    """Return whether it is a list of intervals, or lines that each hold one."""
    first = json_items.first_entry(source)
    if first:
        return bool(_INSTANT.fullmatch(str(first.get("start", ""))))
    lines = [text.rstrip() for text in plain_logs.beginning(source) if text.strip()]
    whole = lines[:-1] if len(lines) > 1 else lines
    return bool(lines) and all(_INTERVAL.fullmatch(text) for text in whole)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per interval; its day is that of `options.timezone`."""
    if source.head_text.lstrip().startswith("["):
        yield from _from_json(source, options)
    else:
        yield from plain_logs.convert(
            plain_logs.lines(source),
            lambda number, text: _entries(number, _in_line(text), options),
        )


def _from_json(source: Source, options: Options) -> Iterator[Line | Problem]:
    for number, interval in json_items.entries(source):
        try:
            yield from _entries(number, [_in_json(interval)], options)
        except BadValue as bad:
            yield Problem(f"entry {number}", bad.what, shorten(bad.value), bad.fix)


def _in_json(interval: object) -> _Interval:
    entry = as_entry(interval)
    start, end = text_in(entry, "start"), text_in(entry, "end")
    return _Interval(start, end, texts_in(entry, "tags"), text_in(entry, "annotation"))


def _in_line(text: str) -> list[_Interval]:
    line = text.strip()
    if not line:
        return []
    found = _INTERVAL.fullmatch(line)
    if not found:
        raise BadValue(
            "This is no line of a Timewarrior data file",
            value=line,
            fix="Export the intervals with: timew export",
        )
    tags, note = _parted(found["rest"])
    return [_Interval(found["start"], found["end"] or "", tags, note)]


def _parted(rest: str) -> tuple[list[str], str]:
    r"""Return the tags and the note of a line.

    >>> _parted(' # atlas "two words" # "by \\"phone\\""')
    (['atlas', 'two words'], 'by "phone"')
    """
    tags: list[str] = []
    at = rest.find("#") + 1
    while at and (found := _WORD.search(rest, at)):
        at = found.end()
        if found[2] == "#":
            note = rest[at:].strip()
            quoted = _WORD.fullmatch(note)
            return tags, _plain(quoted[1]) if quoted and quoted[1] else note
        tags.append(found[2] or _plain(found[1]))
    return tags, ""


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _entries(
    number: int, intervals: Iterable[_Interval], options: Options
) -> Iterator[TimeLine]:
    for interval in intervals:
        if not interval.end:
            raise still_running(interval.start)
        start, end = (
            _instant(text, options) for text in (interval.start, interval.end)
        )
        seconds, start, end = stretch(start, end, None)
        if seconds:
            tags = ", ".join(interval.tags)
            when = (start.date(), seconds, start, end)
            yield TimeLine(number, *when, "", tags, "", interval.text, tags)


def _instant(text: str, options: Options) -> datetime:
    cell = text if _INSTANT.fullmatch(text) else ""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        raise BadValue(
            "This is not a time as Timewarrior writes it",
            value=text,
            fix="Correct the interval in Timewarrior and export again.",
        ) from None
    clock.within_reach(found.date(), options.today)
    return found.astimezone(options.timezone)
