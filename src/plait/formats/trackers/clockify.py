"""Clockify's detailed report as CSV: columns in any order, dates in either."""

from collections.abc import Iterator
from itertools import chain

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source, Unreadable
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

NAME = "clockify"
LABEL = "Clockify detailed report (CSV)"

_REQUIRED = ("Project", "Start Date", "Start Time", "End Date", "End Time")
_TOTALS = (
    ("Project", "Tracked (h)", "Estimated (h)"),
    ("Project", "Time (h)", "Time (decimal)"),
)
_IDS = ("Time Entry ID", "Time entry ID", "Entry ID", "ID")
_HEADINGS = Headings(task=("Task", "Activity"))
_NOT_WORK = {"break", "holiday", "time off", "time_off"}


def recognise(source: Source) -> bool:
    """Return whether the headings are Clockify's, also those of its totals."""
    return has_heading(source, _REQUIRED, *_TOTALS)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; clock times are in `options.timezone`.

    Breaks, holidays and time off are left out: they are no work.
    """
    if has_heading(source, *_TOTALS):
        raise Unreadable(
            "This Clockify export holds totals and no single entries",
            value=source.name,
            fix="In Clockify open Reports, Detailed, and export that as CSV.",
        )
    table = Table(source, _REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        at = [table.at(name) for name in _REQUIRED[1:]]
        self.kind = table.at("Type")
        self.exact, self.decimal = (
            table.at("Duration (h)"),
            table.at("Duration (decimal)"),
        )
        self.labeller = Labeller(table, _HEADINGS)
        people, columns = table.survey(
            self.labeller.who, at[0], at[2], self.decimal, self.exact
        )
        self.labeller.choose(people, options.person)
        order = clock.day_order(chain(*columns[:2]), options)
        self.clocked = Clocked(at, options, is_day_first=order)
        self.lengths = StatedLengths([*columns[2], *columns[3]])
        self.entry_id = ids_in(table, NAME, *_IDS)

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None or row[self.kind].strip().lower() in _NOT_WORK:
            return None
        stated = row[self.exact] or row[self.decimal]
        when = self.clocked.when(row, self.lengths.beside_times(stated))
        return time_line(number, when, labels, self.entry_id(row)) if when else None
