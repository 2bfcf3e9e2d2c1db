"""Lines whose day or size nobody means become problems before they go any further."""

from collections.abc import Iterator
from datetime import date

from plait.domain.errors import BadValue, Problem
from plait.domain.reach import (
    FIRST_DAY,
    MOST_MINOR,
    MOST_SECONDS,
    refuse_amount_beyond,
)
from plait.domain.records import BankLine, Line, TimeLine
from plait.formats.values import bounded_day


def within_bounds(
    lines: Iterator[Line | Problem], today: date
) -> Iterator[Line | Problem]:
    """Yield the lines, a problem instead of one that is far off in time or too large."""
    last = date(min(today.year + 9, 2198), 12, 31)
    for line in lines:
        if isinstance(line, BankLine):
            is_usual = FIRST_DAY <= line.booked_on <= last
            is_usual = is_usual and -MOST_MINOR < line.amount_minor < MOST_MINOR
        elif isinstance(line, TimeLine):
            is_usual = FIRST_DAY <= line.on <= last and line.seconds <= MOST_SECONDS
        else:
            is_usual = True
        yield line if is_usual else _checked(line, today)


def _checked(line: Line | Problem, today: date) -> Line | Problem:
    try:
        if isinstance(line, BankLine):
            bounded_day(line.booked_on, today)
            refuse_amount_beyond(line.amount_minor)
        elif isinstance(line, TimeLine):
            bounded_day(line.on, today)
            _refuse_seconds_beyond(line.seconds)
    except BadValue as bad:
        number = line.line if isinstance(line, BankLine | TimeLine) else 0
        return Problem(f"line {number}", bad.what, bad.value, bad.fix)
    return line


def _refuse_seconds_beyond(seconds: int) -> None:
    if seconds > MOST_SECONDS:
        raise BadValue(
            "This stretch of time is longer than a year",
            value=f"{seconds // 3600} h",
            fix="Correct its start or its end in the file, or export it again.",
        )
