"""solidtime's full export: a zip of tables that name one another by number.

The time entries are read; the tables beside them say what their numbers mean.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert, heading_of, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.trackers.entry_ids import ids_in
from plait.formats.trackers.solidtime import instant
from plait.formats.trackers.stretch import stretch
from plait.formats.trackers.tracked import (
    BILLABLE,
    Labels,
    Table,
    has_heading,
    still_running,
    time_line,
)
from plait.formats.trackers.whose import Person, chosen

NAME = "solidtime_zip"
LABEL = "solidtime full export (zip)"

_REQUIRED = ("id", "start", "end", "member_id", "project_id", "task_id")
_NAMED = ("id", "name", "organization_id")
_BREAK = "break"

# A table of names holds thousands of them at most; each is kept in memory.
_LARGEST_TABLE = 20_000_000


def recognise(source: Source) -> bool:
    """Return whether the headings are those of the time entries in the zip."""
    return has_heading(source, _REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; its day is that of `options.timezone`.

    What no table beside the entries names is told by its number.
    """
    table = Table(source, _REQUIRED)
    reader = _Reader(table, _Names(source.beside), options)
    return convert(table.rows(), reader.line)


class _Names:
    """What the numbers mean; no two things of one export share a number."""

    def __init__(self, beside: Iterable[Source]) -> None:
        self._names: dict[str, str] = {}
        self._clients: dict[str, str] = {}
        self._emails: dict[str, str] = {}
        for source in beside:
            if has_heading(source, _NAMED):
                self._learn(source)

    def _learn(self, source: Source) -> None:
        if source.size > _LARGEST_TABLE:
            raise Unreadable(
                "This table of names is larger than it can be",
                value=f"{source.name}, {source.size // 1_000_000} MB",
                fix="Export the organisation again.",
            )
        heading = heading_of(source, _NAMED)
        if heading is None:
            return
        at = [heading.at(n) for n in ("id", "name", "client_id", "email")]
        for _, row in rows(source, heading):
            key, name, client, email = (
                row[n].strip() if row and n is not None else "" for n in at
            )
            self._names[key] = name
            if client:
                self._clients[key] = client
            if email:
                self._emails[key] = email

    def of(self, kind: str, number: str) -> str:
        """Return the name of a number, "" for none; kind and number if unknown."""
        return (self._names.get(number) or f"{kind} {number}") if number else ""

    def client(self, number: str, project: str) -> str:
        """Return the client of an entry, else that of its project."""
        return self.of("client", number or self._clients.get(project, ""))

    def tags(self, cell: str) -> str:
        """Return the names of tags that are written as a list of numbers."""
        numbers: object = None
        with suppress(ValueError, RecursionError):
            numbers = json.loads(cell)
        if not isinstance(numbers, list):
            return ""
        return ", ".join(self.of("tag", n) for n in numbers if isinstance(n, str))

    def person(self, member: str) -> Person:
        """Return the name and the address of a member."""
        return self.of("member", member), "", self._emails.get(member, "")


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, names: _Names, options: Options) -> None:
        self.names, self.options = names, options
        self.start, self.end = table.at("start"), table.at("end")
        self.client, self.project = table.at("client_id"), table.at("project_id")
        self.task, self.text = table.at("task_id"), table.at("description")
        self.tags, self.billable = table.at("tags"), table.at("billable")
        self.member, self.kind = table.at("member_id"), table.at("type")
        self.entry_id = ids_in(table, "solidtime", "id")
        people = {
            row[self.member]: names.person(row[self.member])
            for _, row in table.rows()
            if row
        }
        whose = chosen(dict.fromkeys(people.values()), options.person)
        self.people = {m: whose[p] for m, p in people.items() if p in whose}

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self._labels(row)
        if labels is None or row[self.kind] == _BREAK:
            return None
        if not row[self.end].strip():
            raise still_running(row[self.start])
        start, end = self._instant(row[self.start]), self._instant(row[self.end])
        seconds, start, end = stretch(start, end, None)
        when = (start.date(), seconds, start, end)
        return time_line(number, when, labels, self.entry_id(row)) if seconds else None

    def _instant(self, text: str) -> datetime:
        return instant(text, self.options.timezone, self.options.today)

    def _labels(self, row: list[str]) -> Labels | None:
        person = self.people.get(row[self.member])
        if person is None:
            return None
        names, project = self.names, row[self.project]
        return (
            names.client(row[self.client], project),
            names.of("project", project),
            names.of("task", row[self.task]),
            row[self.text].strip(),
            names.tags(row[self.tags]),
            BILLABLE.get(row[self.billable].strip().lower()),
            person,
        )
