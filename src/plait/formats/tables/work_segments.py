"""A table of work without any book: one row for each stretch of one person."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from plait.domain.tables.work_segments import WorkSegment
from plait.formats.rows import DELIMITERS, Heading, first_lines, names_in, rows
from plait.formats.rows_whole import BrokenRow, Row
from plait.formats.source import Source, refuse_too_large
from plait.formats.tables.work_segment_values import (
    BadSegments,
    a_date,
    moment,
    number_of,
    relationship,
    yes_or_no,
)

COLUMNS = (
    *("person", "organisation", "relationship", "start", "end", "hours"),
    *("break_minutes", "leave", "opted_out", "born_on", "entry"),
)
_NEEDED = ("organisation", "start")
_LONGEST = timedelta(days=7)
_A_DAY = 24


class SegmentTable(NamedTuple):
    """Each person's rows by name, and the names of columns that were not read."""

    people: dict[str, list[WorkSegment]]
    ignored_columns: list[str]


def read_segments(path: Path, zone: ZoneInfo) -> SegmentTable:
    """Return each person's rows, or raise `BadSegments` naming the line that is wrong.

    Times without a zone of their own are those of `zone`.
    """
    source = Source(path.name, path)
    refuse_too_large(source)
    heading = _heading(source)
    segments = sorted(_segments(source, heading, zone), key=lambda one: one.person)
    if not segments:
        raise BadSegments(
            "There is no work in this file",
            value=source.name,
            fix="Write a row for each stretch of work below the heading.",
        )
    people = groupby(segments, key=lambda one: one.person)
    ignored = [name for name in heading.columns if name and name not in COLUMNS]
    return SegmentTable({name: list(rows) for name, rows in people}, ignored)


def _heading(source: Source) -> Heading:
    for line, text in enumerate(first_lines(source), start=1):
        if not text.strip():
            continue
        for delimiter in DELIMITERS:
            columns = [name.casefold() for name in names_in(text, delimiter)]
            if set(_NEEDED) <= set(columns):
                _refuse_twice(columns)
                return Heading(line, delimiter, columns)
        break
    raise BadSegments(
        "The first line does not name the columns organisation and start",
        value=source.name,
        fix="Write person,organisation,relationship,start,end,break_minutes above.",
    )


def _refuse_twice(columns: list[str]) -> None:
    for name in COLUMNS:
        if columns.count(name) > 1:
            raise BadSegments(
                "Two columns have the same name",
                value=name,
                fix="Remove one of them, or give it another name.",
            )


def _segments(
    source: Source, heading: Heading, zone: ZoneInfo
) -> Iterator[WorkSegment]:
    for line, row in rows(source, heading):
        if isinstance(row, BrokenRow):
            problem = row.problem
            raise BadSegments(
                problem.what, value=f"{problem.where}: {problem.value}", fix=problem.fix
            )
        yield _segment(_Cells(line, row, heading), zone)


class _Cells:
    """The cells of a row by the names of their columns, "" for one that is not there."""

    def __init__(self, line: int, row: Row, heading: Heading) -> None:
        self.line = line
        named = zip(heading.columns, row, strict=False)
        self._texts = {name: text.strip() for name, text in named}

    def __getitem__(self, name: str) -> str:
        return self._texts.get(name, "")


def _segment(cells: _Cells, zone: ZoneInfo) -> WorkSegment:
    line = cells.line
    if not cells["organisation"]:
        raise BadSegments(
            "This row names no organisation",
            value=f"line {line}",
            fix="Write who the work was for.",
        )
    starts_at, ends_at, day = _times(cells, zone)
    pause = cells["break_minutes"]
    born = cells["born_on"]
    return WorkSegment(
        line=line,
        person=cells["person"],
        organisation=cells["organisation"],
        counts_as=relationship(cells["relationship"], line),
        day=day,
        seconds=_seconds(cells, starts_at, ends_at),
        starts_at=starts_at,
        ends_at=ends_at,
        knows_break=bool(pause),
        is_leave=yes_or_no(cells["leave"], "leave", line),
        has_opted_out=yes_or_no(cells["opted_out"], "opted_out", line),
        born_on=a_date(born, line) if born else None,
        entry=cells["entry"],
    )


def _times(
    cells: _Cells, zone: ZoneInfo
) -> tuple[datetime | None, datetime | None, date]:
    """Return when a row begins and ends, and its day; a bare date has no clock."""
    line = cells.line
    start = moment(cells["start"], zone, line)
    if not cells["end"]:
        if isinstance(start, datetime):
            raise BadSegments(
                "This row has a start but no end",
                value=f"line {line}: {cells['start']}",
                fix="Fill in its end, or give a date alone as its start, with hours.",
            )
        return None, None, start
    end = moment(cells["end"], zone, line)
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        raise BadSegments(
            "A start and an end both need a time of day",
            value=f"line {line}: {cells['start']} – {cells['end']}",
            fix="Write them as 2026-11-02T08:00, or the start's date and hours.",
        )
    start, end = _in_order(cells, zone)
    return start, end, start.astimezone(zone).date()


def _in_order(cells: _Cells, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return start and end in the first reading that has the end after the start.

    On the night that clocks go back, 2:50 to 2:10 is twenty minutes; on the one
    that they go forward, 2:28 to 3:00 is what the clock would have shown.
    """
    for folds in ((0, 0), (1, 0), (0, 1)):
        start, end = (
            moment(cells[name], zone, cells.line, fold=fold)
            for name, fold in zip(("start", "end"), folds, strict=True)
        )
        is_time = isinstance(start, datetime) and isinstance(end, datetime)
        if is_time and start < end <= start + _LONGEST:
            return cast("datetime", start), cast("datetime", end)
    raise BadSegments(
        "Work must end after it begins, within seven days",
        value=f"line {cells.line}: {cells['start']} – {cells['end']}",
        fix="Correct the start or the end; work past midnight ends a day later.",
    )


def _seconds(
    cells: _Cells, starts_at: datetime | None, ends_at: datetime | None
) -> int:
    """Return how long was worked: as given, or from start to end without the break."""
    line = cells.line
    if starts_at is None or ends_at is None:
        if not cells["hours"]:
            raise BadSegments(
                "A row without times of day needs its hours",
                value=f"line {line}: {cells['start']}",
                fix="Fill in the column hours, such as 7.5.",
            )
        return round(number_of(cells["hours"], "hours", _A_DAY, line) * 3600)
    elapsed = (ends_at - starts_at).total_seconds()
    if cells["hours"]:
        raise BadSegments(
            "This row has both hours and times of day",
            value=f"line {line}: {cells['hours']}",
            fix="Leave the hours empty: they are the time between start and end.",
        )
    if not cells["break_minutes"]:
        return round(elapsed)
    most = elapsed / 60
    return round(
        elapsed - 60 * number_of(cells["break_minutes"], "break_minutes", most, line)
    )
