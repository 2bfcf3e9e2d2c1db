"""Toggl Track's time entries as JSON: of its reports, of an account, older and newer.

Names stand in the entries, or in the lists that a workspace export holds beside
them (`projects.json`, `clients.json` and others), where numbers are looked up.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats import json_items
from plait.formats.json_items import Entry, as_entry, text_in
from plait.formats.source import Options, Source, Unreadable
from plait.formats.trackers import clock, toggl
from plait.formats.trackers.entry_ids import entry_id
from plait.formats.trackers.solidtime import instant
from plait.formats.trackers.stretch import not_too_long, stretch
from plait.formats.trackers.toggl_names import Names, is_projects
from plait.formats.trackers.tracked import Labels, When, still_running, time_line
from plait.formats.trackers.whose import Person, chosen
from plait.formats.values import BadValue, shorten

NAME = "toggl_json"
LABEL = "Toggl Track time entries (JSON)"

_IN_AN_OBJECT = r'(?s:\{.*?"(?:data|time_entries)"\s*:)'
_SECONDS, _MILLISECONDS = ("seconds", "duration"), ("dur",)
_OF_TOGGL = {"workspace_id", "wid", "project_id", "pid", "tag_ids", "user_id", "uid"}


def recognise(source: Source) -> bool:
    """Return whether it holds time entries, or projects of a workspace without any.

    Those hold no hours, which `read` says.
    """
    if _holds_entries(source):
        return True
    return is_projects(source) and not any(
        _holds_entries(other) or toggl.recognise(other) for other in source.beside
    )


def _holds_entries(source: Source) -> bool:
    first = json_items.first_entry(source, _before(source))
    if not first.keys() & _OF_TOGGL:
        return False
    inner = first.get("time_entries")
    if isinstance(inner, list) and inner and isinstance(inner[0], dict):
        first = inner[0]
    return "start" in first and bool(first.keys() & {*_SECONDS, *_MILLISECONDS})


def _before(source: Source) -> str:
    return _IN_AN_OBJECT if source.head_text.lstrip().startswith("{") else ""


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per stretch of time; its day is that of `options.timezone`."""
    if is_projects(source):
        raise Unreadable(
            "These are the projects of a Toggl workspace, without any hours",
            value=source.name,
            fix="Export the hours in Toggl under Reports, Detailed, as CSV.",
        )
    return _Reader(source, options).lines()


class _Reader:
    """Turns the entries of one file into ours."""

    def __init__(self, source: Source, options: Options) -> None:
        self.source, self.options = source, options
        self.names = Names(source)
        people: dict[Person, None] = {}
        for _, item in self._items():
            with suppress(BadValue):
                people[self.names.person(as_entry(item))] = None
        self.people = chosen(people, options.person)

    def _items(self) -> Iterator[tuple[int, object]]:
        return json_items.entries(self.source, _before(self.source))

    def lines(self) -> Iterator[Line | Problem]:
        """Yield what each entry holds; one that cannot be taken is a problem."""
        for number, item in self._items():
            try:
                yield from self._entries(number, as_entry(item))
            except BadValue as bad:
                yield Problem(f"entry {number}", bad.what, shorten(bad.value), bad.fix)

    def _entries(self, number: int, entry: Entry) -> Iterator[TimeLine]:
        labels = self._labels(entry)
        if labels is None:
            return
        # Reports put the times of what is alike into one entry.
        inner = entry.get("time_entries")
        for one in inner if isinstance(inner, list) else [entry]:
            part = as_entry(one)
            when = self._when(part)
            if when[1]:
                identifier = entry_id("toggl", text_in(part, "id"))
                yield time_line(number, when, labels, identifier)

    def _labels(self, entry: Entry) -> Labels | None:
        person = self.people.get(self.names.person(entry))
        if person is None:
            return None
        item = (entry.get("is_billable"), entry.get("billable"))
        return (
            *self.names.of(entry),
            text_in(entry, "description"),
            self.names.tags(entry),
            next((one for one in item if isinstance(one, bool)), None),
            person,
        )

    def _when(self, entry: Entry) -> When:
        start, stated = text_in(entry, "start"), _seconds(entry)
        stop = text_in(entry, "stop", "end")
        if stated is None and not stop:
            raise still_running(start)
        begun = self._instant(start)
        if not stop:
            seconds = not_too_long(stated or 0)
            ended = datetime.fromtimestamp(begun.timestamp() + seconds, begun.tzinfo)
            return begun.date(), seconds, begun, ended
        seconds, begun, ended = stretch(begun, self._instant(stop), stated)
        return begun.date(), seconds, begun, ended

    def _instant(self, text: str) -> datetime:
        return instant(text, self.options.timezone, self.options.today)


def _seconds(entry: Entry) -> int | None:
    """Return the stated length; None where there is none, as of a running timer."""
    stated = text_in(entry, *_SECONDS)
    if stated.startswith("-"):
        return None
    if stated or not text_in(entry, *_MILLISECONDS):
        return clock.duration(stated, unit=1)
    whole = clock.duration(text_in(entry, *_MILLISECONDS), unit=1) or 0
    return whole // 1000
