"""A bare series of weeks from a file: one row a week, the hours in a column."""

from collections.abc import Iterator
from pathlib import Path

from plait.domain.errors import PlaitError
from plait.domain.tables.series_week import SeriesWeek
from plait.formats.rows import DELIMITERS, Heading, first_lines, names_in, rows
from plait.formats.rows_whole import BrokenRow
from plait.formats.source import Source, refuse_too_large
from plait.formats.values import BadValue, number, shorten

HOURS, WEEK, LEAVE = "hours", "week", "leave"
_YES = {"yes", "y", "1", "true", "ja", "x"}
_NO = {"", "no", "n", "0", "false", "nee"}
_MOST_WEEKS = 10_000
_WEEK_HOURS = 168


class BadSeries(PlaitError):
    """A file that is no series of weeks."""


def weeks_in(path: Path) -> list[SeriesWeek]:
    """Return the weeks of a file, or refuse it with the line that is wrong."""
    source = Source(path.name, path)
    refuse_too_large(source)
    heading = _heading(source)
    found = list(_weeks(source, heading))
    if not found:
        raise BadSeries(
            "There are no weeks in this file",
            value=source.name,
            fix="Write one row a week below the heading.",
        )
    return found


def _heading(source: Source) -> Heading:
    """Return the heading; a separator that is not in it separates nothing below."""
    for line, text in enumerate(first_lines(source), start=1):
        if not text.strip():
            continue
        present = [d for d in DELIMITERS if d in text] or ["\t"]
        for delimiter in present:
            columns = [name.casefold() for name in names_in(text, delimiter)]
            if HOURS in columns:
                return Heading(line, delimiter, columns)
        break
    raise BadSeries(
        "There is no column called hours in the first line",
        value=source.name,
        fix="Write hours above the column that holds each week's hours.",
    )


def _weeks(source: Source, heading: Heading) -> Iterator[SeriesWeek]:
    hours, label = heading.need(HOURS), heading.at(WEEK)
    leave = heading.at(LEAVE)
    expected = heading.line
    for count, (line, row) in enumerate(rows(source, heading), start=1):
        expected += 1
        if isinstance(row, BrokenRow):
            problem = row.problem
            raise BadSeries(
                problem.what, value=f"{problem.where}: {problem.value}", fix=problem.fix
            )
        if line != expected:
            raise BadSeries(
                "A week is missing: this line is empty",
                value=f"line {expected}",
                fix="Write 0 for a week without hours, or take the line out.",
            )
        if count > _MOST_WEEKS:
            raise BadSeries(
                "There are more than 10,000 weeks in this file",
                value=f"line {line}",
                fix="Write one row a week, not one a day or an entry.",
            )
        yield SeriesWeek(
            _hours(row[hours], line),
            _is_leave(row[leave] if leave is not None else "", line),
            shorten(row[label]) if label is not None else "",
        )


def _hours(text: str, line: int) -> float:
    decimal = "," if "," in text and "." not in text else "."
    try:
        value = float(number(text, decimal))
    except BadValue:
        raise BadSeries(
            "These hours are not a number",
            value=f"line {line}: {shorten(text) or '(empty)'}",
            fix="Write them as 16 or 16.5, and 0 for a week without any.",
        ) from None
    if not 0 <= value <= _WEEK_HOURS:
        raise BadSeries(
            "A week has no fewer than 0 and no more than 168 hours",
            value=f"line {line}: {shorten(text)}",
            fix="Correct the hours in the file.",
        )
    return value


def _is_leave(text: str, line: int) -> bool:
    word = text.strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise BadSeries(
        "This does not say whether the week had leave",
        value=f"line {line}: {shorten(text)}",
        fix="Write yes or no, or 1 or 0, in the column leave.",
    )
