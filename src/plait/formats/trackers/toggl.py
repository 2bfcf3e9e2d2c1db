"""Toggl Track's detailed report as CSV, under its older and its newer headings."""

from collections.abc import Iterator
from itertools import chain

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source
from plait.formats.trackers import clock
from plait.formats.trackers.entry_ids import ids_in
from plait.formats.trackers.stated import StatedLengths
from plait.formats.trackers.tracked import (
    Clocked,
    Headings,
    Labeller,
    Table,
    has_heading,
    time_line,
)

NAME = "toggl"
LABEL = "Toggl Track detailed report (CSV)"

_REQUIRED = (
    ("Description", "Start date", "Start time", "End date", "End time"),
    ("Description", "Start date", "Start time", "Stop date", "Stop time"),
)
_IDS = ("Time entry ID", "Time Entry ID", "Entry ID", "ID")
_HEADINGS = Headings(person=("User", "Member"))
# What newer exports write into a cell that holds nothing.
_EMPTY = "-"


def recognise(source: Source) -> bool:
    """Return whether the headings are Toggl's."""
    return has_heading(source, *_REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; clock times are in `options.timezone`."""
    table = Table(source, *_REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        on, at = table.at("Start date"), table.at("Start time")
        until, to = table.at("End date", "Stop date"), table.at("End time", "Stop time")
        self.stated = table.at("Duration")
        self.labeller = Labeller(table, _HEADINGS, empty=_EMPTY)
        people, (*dates, stated) = table.survey(
            self.labeller.who, on, until, self.stated
        )
        self.labeller.choose(people, options.person)
        order = clock.day_order(chain(*dates), options)
        self.clocked = Clocked((on, at, until, to), options, is_day_first=order)
        self.lengths = StatedLengths(stated)
        self.entry_id = ids_in(table, "toggl", *_IDS)

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None:
            return None
        when = self.clocked.when(row, self.lengths.beside_times(row[self.stated]))
        return time_line(number, when, labels, self.entry_id(row)) if when else None
