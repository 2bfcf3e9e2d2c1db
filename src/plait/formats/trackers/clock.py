"""Days, times of day and durations as time trackers write them.

Which of two readings holds (day or month first, comma or point) is decided by the
whole column, never by one cell.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from plait.formats import values
from plait.formats.source import Options, Unreadable
from plait.formats.trackers import lengths
from plait.formats.values import BadValue
from plait.formats.values import time_of_day as time_of_day  # noqa: PLC0414  # readers of trackers take it from here

EARLIEST = date(1970, 1, 1)
_AHEAD = timedelta(days=366)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_LONGEST_CLOCK = 12
_TOO_LONG = Decimal(10**9)


def day(text: str, today: date, *, is_day_first: bool = True) -> date:
    """Return the day of a cell: the year first, or last and then in that order.

    >>> day("12/31/2024", date(2025, 1, 1), is_day_first=False)
    datetime.date(2024, 12, 31)
    """
    try:
        found = date(*_year_month_day(text.strip(), is_day_first=is_day_first))
    except ValueError:
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Correct the date in the file, or export it again.",
        ) from None
    return within_reach(found, today)


def _year_month_day(text: str, *, is_day_first: bool) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if not (found := _YEAR_LAST.fullmatch(text)):
        raise ValueError(text)
    year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
    first, second = int(found[1]), int(found[3])
    return (year, second, first) if is_day_first else (year, first, second)


def within_reach(found: date, today: date) -> date:
    """Return the day if work can have been tracked on it, else refuse it."""
    if EARLIEST <= found <= today + _AHEAD:
        return found
    raise BadValue(
        "This date lies too far back or ahead to be meant",
        value=found.isoformat(),
        fix="Correct the year in the tracker and export again.",
    )


def day_order(cells: Iterable[str], options: Options) -> bool:
    """Return whether the dates of a whole column are day first; refuse to guess."""
    written = (cell.strip() for cell in cells)
    local = [cell for cell in written if _YEAR_LAST.fullmatch(cell)]
    # Read from the end, so that of each reading the first cell of the file is shown.
    readings = {values.is_day_first([cell]): cell for cell in reversed(local)}
    certain = readings.keys() - {None}
    if len(certain) == 1:
        return bool(certain.pop())
    # 05/05 is the same day either way, so a column of such needs no answer.
    either = next((cell for cell in local if _changes_when_swapped(cell)), None)
    if options.is_day_first is not None or either is None:
        return options.is_day_first is not False
    if certain:
        raise Unreadable(
            "The dates in this file are written in two orders",
            value=f"{readings[True]}, {readings[False]}",
            fix="Correct the dates that stand the other way round, or export again.",
        )
    raise Unreadable(
        "The dates in this file can be read two ways",
        value=either,
        fix="Say which with --dates day-first or --dates month-first.",
    )


def _changes_when_swapped(cell: str) -> bool:
    found = _YEAR_LAST.fullmatch(cell)
    return found is not None and int(found[1]) != int(found[3])


def duration(text: str, decimal: str = ".", unit: int = 3600) -> int | None:
    """Return seconds from h:mm, h:mm:ss, a number of units, or a length with its own.

    None if left empty.

    >>> duration("1:30"), duration("0,25", ","), duration("90", unit=1), duration("")
    (5400, 900, 90, None)
    >>> duration("18:25 min"), duration("8 uur")
    (1105, 28800)
    """
    cell = text.strip()
    if not cell:
        return None
    if (seconds := lengths.with_units(cell)) is not None:
        return seconds
    if ":" in cell and len(cell) <= _LONGEST_CLOCK:
        return values.clock_seconds(cell)
    number = values.number(cell, decimal) if ":" not in cell else _TOO_LONG
    if 0 <= number < _TOO_LONG:
        return int((number * unit).to_integral_value(rounding=ROUND_HALF_UP))
    raise BadValue(
        "This cannot be how long something took",
        value=text,
        fix="Correct the duration in the tracker and export again.",
    )


def decimal_mark(hours: Iterable[str], amounts: Iterable[str] = ()) -> str:
    """Return the decimal mark that every number of the columns fits.

    Where none tells (all are like "1,250") the mark in the hours is the decimal
    one: nobody works 1,250 hours in one entry.
    """
    hours = list(hours)
    marks = {_mark(cell.strip()): cell for cell in (*hours, *amounts)}
    marks.pop("", None)
    if len(marks) == 2:
        raise Unreadable(
            "The numbers in this file are written in two ways",
            value=", ".join(marks.values()),
            fix="Use either a point or a comma for decimals in all of them.",
        )
    in_hours = (mark for cell in hours for mark in ",." if mark in cell)
    return next(iter(marks), "") or next(in_hours, ".")


def _mark(cell: str) -> str:
    """Return the decimal mark that a number shows, empty if it could be either."""
    last = max(cell.rfind("."), cell.rfind(","))
    # "1 Std. 30 Min." has a point, too, but says its units itself.
    if last < 0 or any(letter.isalpha() for letter in cell):
        return ""
    mark, other = cell[last], "," if cell[last] == "." else "."
    if other in cell:
        return mark
    # Groups have three digits, so two marks of a kind part thousands.
    if cell.count(mark) > 1:
        return other
    whole = cell[:last].lstrip("-")
    # "1,250" may be either, but "0,250" and "1250,500" have no thousands.
    is_either = len(cell) - last == 4 and len(whole) in (1, 2, 3) and whole != "0"
    return "" if is_either else mark
