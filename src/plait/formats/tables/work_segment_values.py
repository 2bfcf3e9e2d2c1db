"""The values of a table of work: moments, numbers, relationships, yes and no."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from plait.domain.errors import PlaitError
from plait.domain.roles import CountsAs
from plait.formats.values import BadValue, number, shorten

# The kinds of leave all say that there was some.
_YES = {"yes", "y", "1", "true", "ja", "x", "leave", "sickness", "parental"}
_NO = {"", "no", "n", "0", "false", "nee"}
_RELATIONSHIPS = {
    "": CountsAs.EMPLOYMENT,
    "employee": CountsAs.EMPLOYMENT,
    "self employed": CountsAs.SELF_EMPLOYED,
    "freelance": CountsAs.SELF_EMPLOYED,
    "volunteer": CountsAs.VOLUNTARY,
    **{one.value.replace("-", " "): one for one in CountsAs},
}
# What lies further off is a slip of the pen, and would make a very long table.
_FIRST_YEAR, _LAST_YEAR = 1950, 2150
_A_DATE = len("2026-11-02")


class BadSegments(PlaitError):
    """A file that is no table of work, or holds a value that cannot be read."""


def moment(text: str, zone: ZoneInfo, line: int, *, fold: int = 0) -> datetime | date:
    """Return an instant in UTC, or the date where there is no time of day.

    24:00 is the end of its day. Where clocks change, `fold` says which of two times
    is meant, unless the text gives its zone.
    """
    if len(text) <= _A_DATE:
        return a_date(text, line)
    is_end_of_day = text[_A_DATE + 1 :] in {"24:00", "24:00:00"}
    whole = f"{text[:_A_DATE]}T00:00" if is_end_of_day else text
    try:
        written = datetime.fromisoformat(whole)
        if is_end_of_day:
            written += timedelta(days=1)
        aware = written if written.tzinfo else written.replace(tzinfo=zone, fold=fold)
        _refuse_far_away(aware.year)
        return aware.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise BadSegments(
            "This is not a date with a time of day",
            value=f"line {line}: {shorten(text)}",
            fix="Write it as 2026-11-02T08:00, with +01:00 behind it if you like.",
        ) from None


def a_date(text: str, line: int) -> date:
    """Return a date written 2026-11-02."""
    try:
        written = date.fromisoformat(text)
        _refuse_far_away(written.year)
    except ValueError:
        raise BadSegments(
            "This is not a date",
            value=f"line {line}: {shorten(text) or '(empty)'}",
            fix="Write it as 2026-11-02, or with a time as 2026-11-02T08:00.",
        ) from None
    return written


def _refuse_far_away(year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(year)


def number_of(text: str, column: str, most: float, line: int) -> float:
    """Return a number from 0 up to `most`."""
    decimal = "," if "," in text and "." not in text else "."
    try:
        value = float(number(text, decimal))
    except BadValue:
        value = -1.0
    if not 0 <= value <= most:
        raise BadSegments(
            "This number cannot be right here",
            value=f"line {line}, {column}: {shorten(text)}",
            fix="A break is at most as long as the work, in minutes; a day has 24 hours.",
        )
    return value


def relationship(text: str, line: int) -> CountsAs:
    """Return how the hours count; employment where nothing is given."""
    word = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if word not in _RELATIONSHIPS:
        raise BadSegments(
            "Working-time law knows no such relationship",
            value=f"line {line}: {shorten(text)}",
            fix="Write employment, worker, self-employed or voluntary.",
        )
    return _RELATIONSHIPS[word]


def yes_or_no(text: str, column: str, line: int) -> bool:
    """Return what a cell of yes and no says; an empty one says no."""
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise BadSegments(
        "This is neither yes nor no",
        value=f"line {line}, {column}: {shorten(text)}",
        fix="Write yes or no, or 1 or 0.",
    )
