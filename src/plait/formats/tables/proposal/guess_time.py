"""Which column of a table of hours is what, and in which unit its lengths are."""

from plait.formats.tables.amounts import value_of
from plait.formats.tables.looks import (
    is_clock,
    is_code,
    is_date,
    is_duration,
    is_length,
    is_pointed_clock,
)
from plait.formats.tables.names import Phrases, holds, in_brackets
from plait.formats.tables.proposal import time_words as called
from plait.formats.tables.proposal.columns import Columns
from plait.formats.tables.proposal.guess import Guesses
from plait.formats.tables.proposal.guess_amounts import is_balance
from plait.formats.tables.proposal.written import Written

_HOURS_A_DAY, _MINUTES_A_DAY = 24, 1440


def is_time(columns: Columns) -> bool:
    """Return whether the rows are hours rather than payments."""
    lengths = _lengths(columns, called.DURATION[:7] + called.HOURS)
    start, end = _moment(columns, called.START), _moment(columns, called.END)
    # What a card took has a beginning and an end, too, and a currency.
    is_money = any(
        columns.holds(at, is_code) or is_balance(columns, at)
        for at in range(len(columns))
    )
    return bool(lengths) or (min(start, end) >= 0 and start != end and not is_money)


def time_guesses(columns: Columns) -> Guesses:
    """Return a proposal for every field that one can be made for."""
    found = Guesses(columns)
    for field, wanted in (("start", called.START), ("end", called.END)):
        found.add(field, _moment(columns, wanted))
    if found.at("end") < 0 or found.at("start") < 0:
        found = Guesses(columns)
    _add_date(found)
    _add_lengths(found)
    for field, wanted in called.LABELS.items():
        named = [at for at in columns.called(wanted) if not found.has(at)]
        if named and columns.likeness(named[0], wanted) >= 55:
            found.add(field, named[0])
    return found


def unit_stated(columns: Columns, found: list[int]) -> Written:
    """Return the unit of the lengths: "h", "min", "s" or "ms"."""
    for column in found:
        words = (*in_brackets(columns.headings[column]), *columns.all_words[column])
        if unit := next((called.UNITS[w] for w in words if w in called.UNITS), ""):
            return Written(unit, "The heading says so")
    for column in found:
        numbers = [value_of(cell) for cell in columns.cells(column)]
        whole = [n for n in numbers if n is not None and n == int(n)]
        if whole and len(whole) == len(numbers) and max(whole) > _HOURS_A_DAY:
            unit = "min" if max(whole) <= _MINUTES_A_DAY else "s"
            return Written(unit, "No day has as many hours")
    return Written("h", "Nothing says otherwise")


def _moment(columns: Columns, wanted: Phrases) -> int:
    """Return the column of a start or an end: a time of day, with a day or without."""
    for at in columns.called(wanted):
        named = columns.likeness(at, wanted) >= 55
        kinds = (is_clock, is_pointed_clock)
        if named and any(columns.holds(at, kind, 0.5) for kind in kinds):
            return at
    return next(
        (at for at in columns.called(wanted) if _is_bare_name(columns, at, wanted)), -1
    )


def _is_bare_name(columns: Columns, column: int, wanted: Phrases) -> bool:
    return not columns.cells(column) and columns.likeness(column, wanted) > 95


def _add_date(found: Guesses) -> None:
    columns = found.columns
    named = [
        at
        for at in columns.called(called.DATE, is_date)
        if columns.likeness(at, called.DATE) >= 55
    ]
    if named:
        found.add("date", named[0])
        return
    for at in range(len(columns)):
        if columns.holds(at, is_date):
            found.add("date", at, "Every value is a date")


def _add_lengths(found: Guesses) -> None:
    columns = found.columns
    clocks = [at for at in _lengths(columns, called.DURATION) if not found.has(at)]
    if clocks:
        found.add("duration", clocks[0])
    hours = [at for at in _lengths(columns, called.HOURS) if not found.has(at)]
    if hours:
        found.add("hours", hours[0])
    if found.at("start") >= 0 or found.at("duration") >= 0 or found.at("hours") >= 0:
        return
    for at in range(len(columns)):
        if columns.holds(at, is_duration) and not columns.holds(at, is_date):
            found.add("duration", at, "Every value is a duration")


def _lengths(columns: Columns, wanted: Phrases) -> list[int]:
    """Return the columns of lengths that are called so; none of what was only planned."""
    return [
        at
        for at in columns.called(wanted)
        if columns.likeness(at, wanted) >= 55
        and not holds(columns.all_words[at], called.NOT_GIVEN)
        and (not columns.cells(at) or columns.holds(at, is_length, 0.5))
    ]
