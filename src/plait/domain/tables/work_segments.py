"""A stretch of work as a row of a table: who, for whom, when, how it counts."""

from datetime import date, datetime
from typing import NamedTuple

from plait.domain.roles import CountsAs


class WorkSegment(NamedTuple):
    """One row: local day, seconds worked, and the instants where a clock is known.

    `line` is the row's line in its file. Rows with the same `entry` are one entry,
    shared by several organisations; "" stands for an entry of its own.
    """

    line: int
    person: str
    organisation: str
    counts_as: CountsAs
    day: date
    seconds: int
    starts_at: datetime | None
    ends_at: datetime | None
    knows_break: bool
    is_leave: bool
    has_opted_out: bool
    born_on: date | None
    entry: str
