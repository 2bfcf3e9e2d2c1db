"""Rows of a mapped table as time entries."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP

from plait.domain.records import TimeLine
from plait.formats import values
from plait.formats.rows import Row
from plait.formats.source import Options
from plait.formats.tables.looks import is_number
from plait.formats.tables.mapping import UNITS, Mapping
from plait.formats.tables.sheet import NumberText
from plait.formats.trackers import clock
from plait.formats.trackers.stated import Stated, rounded_by
from plait.formats.trackers.stretch import not_too_long, stretch
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

_CLOCK = re.compile(
    r"(\d{1,2}[:.]\d{2}(?::\d{2})?)(?:\.\d+)?(\s*[ap]\.?m\.?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)


class HoursReader:
    """Where each value stands in a row, and how it is written."""

    def __init__(self, mapping: Mapping, order: str, options: Options) -> None:
        self.order = order
        self.decimal = mapping.decimal
        self.zone = options.timezone
        self.on, self.start = mapping.at("date"), mapping.at("start")
        self.end = mapping.at("end")
        self.duration, self.hours = mapping.at("duration"), mapping.at("hours")
        self.unit, self.factor = mapping.unit, UNITS[mapping.unit]
        labels = ("client", "project", "task", "description")
        self.labels = [mapping.at(label) for label in labels]

    def line(self, number: int, row: Row) -> TimeLine | None:
        """Return the entry of a row, None if it took no time; refuse a bad value."""
        if row:
            row.append("")  # what position -1 stands for: a column that is not there
        start = self._moment(row[self.start], row[self.on])
        end = self._moment(row[self.end], row[self.on])
        on = start.date() if start else written_day(row[self.on], self.order)
        stated = self._stated(row, has_times=bool(start and end))
        seconds = stated.seconds
        if start and end:
            end += timedelta(days=self._is_past_midnight(row, start, end))
            seconds, start, end = stretch(start, end, *stated)
        elif seconds is None:
            raise BadValue(
                "This entry does not say how long it took",
                value=" ".join(row).strip(),
                fix="Fill in its end or its hours, or delete the line.",
            )
        if not seconds:
            return None
        names = [row[label].strip() for label in self.labels]
        both = (start, end) if start and end else (None, None)
        if not both[0]:
            seconds = not_too_long(seconds)
        return TimeLine(number, on, seconds, *both, *names)

    def _stated(self, row: Row, *, has_times: bool) -> Stated:
        """Return the length that a row states; a bad one beside times is left aside."""
        stated = Stated()
        for cell in (row[self.duration], row[self.hours]):
            decimal = "." if isinstance(cell, NumberText) else self.decimal
            try:
                seconds = self._seconds(cell, decimal)
            except BadValue:
                if not has_times:
                    raise
                continue
            if seconds is not None and not stated.seconds:
                stated = Stated(seconds, rounded_by(cell, seconds))
        return stated

    def _seconds(self, cell: str, decimal: str) -> int | None:
        """Return the seconds of a length; of 18:25 under minutes these are the first."""
        text = cell.strip()
        if self.unit == "h":
            return clock.duration(text, decimal)
        if ":" in text and text.count(":") == 1 and self.unit == "min":
            return clock.duration(f"{text} min", decimal)
        seconds = clock.duration(text, decimal, unit=1)
        is_bare = is_number(text)
        if seconds is None or not is_bare:
            return seconds
        exact = values.number(text, decimal) * self.factor
        return int(exact.to_integral_value(rounding=ROUND_HALF_UP))

    def _moment(self, cell: str, day: str) -> datetime | None:
        """Return the instant of a cell with a time, on its own day or on `day`."""
        text = cell.strip()
        found = _CLOCK.search(text[:60])
        if not found:
            return None
        at = clock.time_of_day(found[1] + (found[2] or ""), self.zone)
        on = written_day(text[: found.start()].strip(" T,") or day, self.order)
        if found[3]:
            return _aware(on, at, found[3]).astimezone(self.zone)
        return datetime.combine(on, at)

    def _is_past_midnight(self, row: Row, start: datetime, end: datetime) -> bool:
        """Return whether an end without a day of its own is of the day after."""
        has_day = len(row[self.end].strip()) > len("12:00:00 a.m.")
        return not has_day and end.time() < start.time()


def _aware(on: date, at: time, offset: str) -> datetime:
    zone = offset.upper().replace("Z", "+00:00")
    return datetime.fromisoformat(f"{on}T{at.replace(tzinfo=None)}{zone}")
