"""Harvest's detailed time report as CSV: hours of a day, without clock times."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import chain

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source, Unreadable
from plait.formats.trackers import clock
from plait.formats.trackers.entry_ids import ids_in
from plait.formats.trackers.stretch import not_too_long
from plait.formats.trackers.tracked import (
    Headings,
    Labeller,
    Table,
    has_heading,
    time_line,
)

NAME = "harvest"
LABEL = "Harvest detailed time report (CSV)"

_REQUIRED = ("Date", "Client", "Project", "Task", "Hours", "First Name", "Last Name")
_TOTALS = ("Client", "Project", "Total Hours", "Billable Hours")
# Their numbers are written like the hours and tell the decimal mark.
_AMOUNTS = ("Billable Rate", "Billable Amount", "Cost Rate", "Cost Amount")
_IDS = ("Time Entry ID", "Time entry ID", "Entry ID", "ID")
_HEADINGS = Headings(
    description=("Notes",),
    tags=(),
    billable=("Billable?",),
    person=("First Name",),
    surname=("Last Name",),
    email=(),
)


def recognise(source: Source) -> bool:
    """Return whether the headings are Harvest's, also those of its projects."""
    return has_heading(source, _REQUIRED, _TOTALS)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row, without instants."""
    if has_heading(source, _TOTALS):
        raise Unreadable(
            "This Harvest export holds totals of projects and no single entries",
            value=source.name,
            fix="In Harvest open Reports, Detailed time, and export that as CSV.",
        )
    table = Table(source, _REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        self.on, self.hours = table.at("Date"), table.at("Hours")
        amounts = [table.at(name) for name in _AMOUNTS]
        self.labeller = Labeller(table, _HEADINGS)
        people, columns = table.survey(self.labeller.who, self.on, self.hours, *amounts)
        self.labeller.choose(people, options.person)
        order = clock.day_order(columns[0], options)
        mark = clock.decimal_mark(columns[1], chain(*columns[2:]))
        self.day = cache(partial(clock.day, today=options.today, is_day_first=order))
        self.duration = cache(partial(clock.duration, decimal=mark))
        self.entry_id = ids_in(table, NAME, *_IDS)

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None:
            return None
        on = self.day(row[self.on])
        seconds = not_too_long(self.duration(row[self.hours]) or 0)
        when = (on, seconds, None, None)
        return time_line(number, when, labels, self.entry_id(row)) if seconds else None
