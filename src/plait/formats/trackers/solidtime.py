"""solidtime's detailed report as CSV, and the CSV that it takes in from others."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source
from plait.formats.trackers import clock
from plait.formats.trackers.entry_ids import ids_in
from plait.formats.trackers.stated import StatedLengths
from plait.formats.trackers.stretch import stretch
from plait.formats.trackers.tracked import (
    Headings,
    Labeller,
    Table,
    has_heading,
    still_running,
    time_line,
)
from plait.formats.values import BadValue

NAME = "solidtime"
LABEL = "solidtime report or time entries (CSV)"

_REQUIRED = (
    ("Description", "Task", "Project", "Client", "User", "Start", "End", "Duration"),
    ("description", "billable", "client", "project", "start", "end", "user_name"),
)
_HEADINGS = Headings(
    client=("Client", "client"),
    project=("Project", "project"),
    task=("Task", "task"),
    description=("Description", "description"),
    tags=("Tags", "tags"),
    billable=("Billable", "billable"),
    person=("User", "user_name"),
    email=("user_email",),
)
_SHORTEST = len("2024-03-04 09:00")


def recognise(source: Source) -> bool:
    """Return whether the headings are solidtime's."""
    return has_heading(source, *_REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; times that name no zone are in `options.timezone`."""
    table = Table(source, *_REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.start, self.end = table.at("Start", "start"), table.at("End", "end")
        self.exact = table.at("Duration")
        self.decimal = table.at("Duration (decimal)")
        self.labeller = Labeller(table, _HEADINGS)
        people, columns = table.survey(self.labeller.who, self.decimal, self.exact)
        self.labeller.choose(people, options.person)
        self.lengths = StatedLengths([*columns[0], *columns[1]])
        self.entry_id = ids_in(table, NAME, "id", "ID")

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None:
            return None
        if not row[self.end].strip():
            raise still_running(row[self.start])
        start, end = self._instant(row[self.start]), self._instant(row[self.end])
        is_exact = ":" in row[self.exact]
        stated = row[self.exact] if is_exact else row[self.decimal]
        seconds, start, end = stretch(start, end, *self.lengths.beside_times(stated))
        when = (start.date(), seconds, start, end)
        return time_line(number, when, labels, self.entry_id(row)) if seconds else None

    def _instant(self, text: str) -> datetime:
        return instant(text, self.options.timezone, self.options.today)


def instant(text: str, zone: tzinfo, today: date) -> datetime:
    """Return an ISO date and time in the zone, which also holds if none is named."""
    cell = text.strip()
    try:
        found = datetime.fromisoformat(cell) if len(cell) >= _SHORTEST else None
    except ValueError:
        found = None
    if found is None:
        raise BadValue(
            "This is not a date with a time",
            value=text,
            fix="Write it as 2024-03-04 09:00:00, or export the file again.",
        )
    clock.within_reach(found.date(), today)
    whole = found.replace(microsecond=0)
    return whole.astimezone(zone) if whole.tzinfo else whole.replace(tzinfo=zone)
