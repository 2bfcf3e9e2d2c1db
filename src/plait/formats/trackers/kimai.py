"""Kimai's CSV export: English or German headings, columns as the person set them."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from functools import cache, partial

from plait.domain.errors import Problem
from plait.domain.records import Line, TimeLine
from plait.formats.rows import convert
from plait.formats.source import Options, Source
from plait.formats.trackers import clock
from plait.formats.trackers.stretch import DAY_SECONDS, elapsed, not_too_long, stretch
from plait.formats.trackers.tracked import (
    Headings,
    Labeller,
    Table,
    When,
    has_heading,
    time_line,
)

NAME = "kimai"
LABEL = "Kimai export (CSV)"

_ENGLISH = ("Date", "From", "To", "Duration", "Project")
_GERMAN = ("Datum", "Von", "Bis", "Dauer", "Projekt")
_REQUIRED = (
    (*_ENGLISH, "Customer"),
    (*_ENGLISH, "Activity"),
    (*_GERMAN, "Kunde"),
    (*_GERMAN, "Tätigkeit"),
)
_HEADINGS = Headings(
    client=("Customer", "Kunde"),
    project=("Project", "Projekt"),
    task=("Activity", "Tätigkeit"),
    description=("Description", "Beschreibung"),
    tags=("Tags", "Schlagworte"),
    billable=("Billable", "Abrechenbar"),
    person=("Name", "User", "Benutzer"),
    email=("E-mail", "E-Mail", "Email", "User", "Benutzer"),
)


def recognise(source: Source) -> bool:
    """Return whether the headings are Kimai's in one of its languages."""
    return has_heading(source, *_REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an entry per row; clock times are in `options.timezone`."""
    table = Table(source, *_REQUIRED)
    return convert(table.rows(), _Reader(table, options).line)


class _Reader:
    """Turns a row into an entry."""

    def __init__(self, table: Table, options: Options) -> None:
        names = zip(_ENGLISH[:4], _GERMAN[:4], strict=True)
        self.on, self.start, self.end, self.stated = (table.at(*n) for n in names)
        self.labeller = Labeller(table, _HEADINGS)
        people, (days, stated) = table.survey(self.labeller.who, self.on, self.stated)
        self.labeller.choose(people, options.person)
        if table.has("Datum") and options.is_day_first is None:
            options = options._replace(is_day_first=True)
        order = clock.day_order(days, options)
        self.day = cache(partial(clock.day, today=options.today, is_day_first=order))
        self.time = cache(partial(clock.time_of_day, zone=options.timezone))
        mark = clock.decimal_mark(stated)
        self.duration = cache(partial(clock.duration, decimal=mark, unit=_unit(stated)))

    def line(self, number: int, row: list[str]) -> TimeLine | None:
        labels = self.labeller.labels(row)
        if labels is None:
            return None
        when = self._when(row, self.duration(row[self.stated]))
        return time_line(number, when, labels) if when[1] else None

    def _when(self, row: list[str], stated: int | None) -> When:
        on = self.day(row[self.on])
        if not row[self.start].strip() or not row[self.end].strip():
            return on, not_too_long(stated or 0), None, None
        start = datetime.combine(on, self.time(row[self.start]))
        end = _end(start, datetime.combine(on, self.time(row[self.end])), stated)
        seconds, start, end = stretch(start, end, stated)
        return on, seconds, start, end


def _end(start: datetime, end: datetime, stated: int | None) -> datetime:
    """Return the end on its own day, which Kimai leaves out.

    An end before the start is of the next day, unless the clock went back between
    them; whole days in the stated duration come on top.
    """
    days = (stated or 0) // DAY_SECONDS
    if end < start and elapsed(start, end.replace(fold=1)) < 0:
        days += 1
    return end + timedelta(days=days) if days else end


def _unit(durations: Collection[str]) -> int:
    """Return the seconds of a unit: whole numbers above 24 can only be seconds."""
    plain = [c for cell in durations if (c := cell.strip()) and ":" not in c]
    are_whole = all(cell.isdecimal() for cell in plain)
    return 1 if are_whole and any(len(c) > 2 or int(c) > 24 for c in plain) else 3600
