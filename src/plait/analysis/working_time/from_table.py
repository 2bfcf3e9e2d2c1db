"""Rows of a table of work as segments, and the verdicts on one person's rows."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

import numpy as np

from plait.analysis.working_time.report import judged
from plait.analysis.working_time.segments import RELATIONSHIPS, Segments, Worker
from plait.analysis.working_time.verdicts import WorktimeReport
from plait.domain.errors import PlaitError
from plait.domain.period import monday_of
from plait.domain.tables.work_segments import WorkSegment
from plait.reference.working_time.rules import Pack


class TwoBirthdays(PlaitError):
    """A table gives one person two days of birth."""


def worktime_of_rows(
    rows: Sequence[WorkSegment],
    pack: Pack,
    timezone: str,
    *,
    on: date | None = None,
    since: date | None = None,
    claimed: Collection[str] = (),
) -> WorktimeReport:
    """Return the verdicts on one person up to a date.

    Without a date it is the Sunday of the last week that the rows know of; of that week
    only the days up to the last row are over.
    """
    last = max((row.day for row in rows), default=date.min)
    return judged(
        segments_from_rows([row for row in rows if on is None or row.day <= on]),
        Worker(timezone, _born_on(rows)),
        pack,
        on=on or monday_of(last) + timedelta(days=6),
        over=on or last,
        since=since,
        claimed=claimed,
    )


def _born_on(rows: Sequence[WorkSegment]) -> date | None:
    lines = {row.born_on: row.line for row in rows if row.born_on}
    if len(lines) > 1:
        raise TwoBirthdays(
            "One person cannot be born on two days",
            value=" and ".join(f"line {n}: {day}" for day, n in lines.items()),
            fix="Correct the column born_on, or the names in the column person.",
        )
    return next(iter(lines), None)


def segments_from_rows(rows: Sequence[WorkSegment]) -> Segments:
    """Return rows as columns; rows with the same entry count once."""
    numbers = _numbers(row.organisation for row in rows)
    entries = [row.entry or f"line {row.line}" for row in rows]
    entry_numbers = _numbers(entries)
    return Segments(
        entry=np.array([entry_numbers[one] for one in entries], dtype=np.int64),
        organisation=np.array([numbers[r.organisation] for r in rows], dtype=np.int64),
        counts_as=np.array(
            [RELATIONSHIPS.index(row.counts_as) for row in rows], dtype=np.int64
        ),
        day=np.array([row.day for row in rows], dtype="datetime64[D]"),
        seconds=np.array([row.seconds for row in rows], dtype=np.int64),
        starts_at=np.array([_utc(row.starts_at) for row in rows], "datetime64[s]"),
        ends_at=np.array([_utc(row.ends_at) for row in rows], "datetime64[s]"),
        knows_break=np.array([row.knows_break for row in rows], dtype=bool),
        is_leave=np.array([row.is_leave for row in rows], dtype=bool),
        has_opted_out=np.array([row.has_opted_out for row in rows], dtype=bool),
        organisations=tuple(numbers),
    )


def _numbers(names: Iterable[str]) -> dict[str, int]:
    """Return the names in their order, each with its number."""
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _utc(instant: datetime | None) -> datetime | None:
    """Return an instant without its zone, which NumPy does not take."""
    return instant and instant.replace(tzinfo=None)
