"""Outlook's calendar as CSV, with English, Dutch or German headings.

It holds no names of events and no repetitions: every occurrence is a row.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import PurePath
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import EventLine, Line
from plait.formats.archive import WITHIN
from plait.formats.calendars.ics_events import LONGEST_TEXT
from plait.formats.calendars.ics_whole_days import days_by_clock
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue, time_of_day
from plait.formats.written_dates import order_of, written_day

NAME = "outlook_csv"
LABEL = "Outlook calendar (CSV)"

_DAY = timedelta(days=1)


class _Words(NamedTuple):
    """What Outlook calls the columns in one language."""

    subject: str
    start_day: str
    start_time: str
    end_day: str
    end_time: str
    is_all_day: tuple[str, ...]
    location: str
    is_private: str
    sensitivity: str
    busy_status: str


_ENGLISH = _Words(
    *("Subject", "Start Date", "Start Time", "End Date", "End Time"),
    ("All day event", "All Day Event"),
    *("Location", "Private", "Sensitivity", "Show time as"),
)
_LANGUAGES = (
    _ENGLISH,
    _Words(
        *("Onderwerp", "Begindatum", "Begintijd", "Einddatum", "Eindtijd"),
        ("Evenement, duurt hele dag", "Gebeurtenis, duurt hele dag"),
        *("Locatie", "Privé", "Vertrouwelijkheid", "Tijd weergeven als"),
    ),
    _Words(
        *("Betreff", "Beginnt am", "Beginnt um", "Endet am", "Endet um"),
        ("Ganztägiges Ereignis", "Ganztaegiges Ereignis"),
        *("Ort", "Privat", "Vertraulichkeit", "Zeitspanne zeigen als"),
    ),
)
_REQUIRED = tuple((*words[:5], mark) for words in _LANGUAGES for mark in words[5])
_ANSWERS = ("Response", "Response Status", "Reactie", "Antwort")

_TRUE = {"true", "waar", "wahr", "ein", "yes", "ja", "1"}
_OPEN = {"", "normal", "normaal", "standaard", "standard", "0"}
# Tentative is 1, free 3; busy is 2, out of office 4, working elsewhere 5.
_NO_TIME = {
    *("1", "tentative", "voorlopig", "onder voorbehoud", "mit vorbehalt"),
    *("3", "free", "vrij", "beschikbaar", "frei"),
}
_NOT_THERE = {
    *("declined", "afgewezen", "geweigerd", "abgelehnt"),
    *("tentative", "tentatively accepted", "voorlopig", "mit vorbehalt"),
}


def recognise(source: Source) -> bool:
    """Return whether the headings are those of Outlook's calendar."""
    return any(heading_of(source, required) is not None for required in _REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield an event per row; clock times are in `options.timezone`.

    The calendar is called after the file, which is all that names it.
    """
    heading = need_heading(source, *_REQUIRED)
    return convert(rows(source, heading), _Reader(source, heading, options).line)


class _Reader:
    """Turns a row into an event."""

    def __init__(self, source: Source, heading: Heading, options: Options) -> None:
        words = next(w for w in _LANGUAGES if w.subject in heading.columns)
        self.zone = options.timezone
        self.calendar = PurePath(source.name.rsplit(WITHIN)[-1]).stem
        self.cell = {
            "subject": _of(heading, words.subject),
            "location": _of(heading, words.location),
            "is_all_day": _of(heading, *words.is_all_day),
            "is_private": _of(heading, words.is_private),
            "sensitivity": _of(heading, words.sensitivity),
            "busy_status": _of(heading, words.busy_status),
            "answer": _of(heading, *_ANSWERS),
        }
        self.start = _of(heading, words.start_day), _of(heading, words.start_time)
        self.end = _of(heading, words.end_day), _of(heading, words.end_time)
        is_day_first = options.is_day_first
        if is_day_first is None and words is not _ENGLISH:
            is_day_first = True
        dates = {
            day(row).strip(): None
            for _, row in rows(source, heading)
            if row
            for day in (self.start[0], self.end[0])
        }
        self.order = _order([*dates], is_day_first=is_day_first)

    def line(self, number: int, row: Row) -> EventLine:
        """Return the event of a row; refuse one whose times cannot be."""
        starts, ends, is_all_day = self._times(row)
        subject = " ".join(self.cell["subject"](row).split())[:LONGEST_TEXT]
        location = " ".join(self.cell["location"](row).split())[:LONGEST_TEXT]
        is_open = not self._is_private(row)
        return EventLine(
            line=number,
            uid=_made_uid(starts, ends, subject, location),
            occurrence="",
            starts_at=starts.astimezone(UTC),
            ends_at=ends.astimezone(UTC),
            is_all_day=is_all_day,
            title=subject if is_open else "",
            calendar=self.calendar,
            location=location if is_open else "",
            is_busy=self._is_busy(row),
        )

    def _times(self, row: Row) -> tuple[datetime, datetime, bool]:
        begins, ends = self._moment(row, self.start), self._moment(row, self.end)
        if ends < begins:
            raise BadValue(
                "This event ends before it starts",
                value=f"{begins:%Y-%m-%d %H:%M} to {ends:%Y-%m-%d %H:%M}",
                fix="Correct the event in your calendar and export it again.",
            )
        days = days_by_clock(begins, ends)
        if self.cell["is_all_day"](row).strip().casefold() in _TRUE:
            last = (
                ends.date() if ends.time() == begins.min.time() else ends.date() + _DAY
            )
            days = begins.date(), max(last, begins.date() + _DAY)
        if days is None:
            return begins, ends, False
        return self._midnight(days[0]), self._midnight(days[1]), True

    def _moment(self, row: Row, at: tuple["_Cell", "_Cell"]) -> datetime:
        day, time = (cell(row) for cell in at)
        on = written_day(day, self.order)
        if not time.strip():
            return self._midnight(on)
        return datetime.combine(on, time_of_day(time, self.zone))

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self.zone)

    def _is_private(self, row: Row) -> bool:
        private = self.cell["is_private"](row).strip().casefold() in _TRUE
        return private or self.cell["sensitivity"](row).strip().casefold() not in _OPEN

    def _is_busy(self, row: Row) -> bool:
        status = self.cell["busy_status"](row).strip().casefold()
        answer = self.cell["answer"](row).strip().casefold()
        return status not in _NO_TIME and answer not in _NOT_THERE


_Cell = Callable[[Row], str]


def _of(heading: Heading, *names: str) -> _Cell:
    """Return what reads the first of these columns, "" where none is there."""
    at = heading.at(*names)
    return (lambda row: row[at]) if at is not None else (lambda _: "")


def _order(dates: list[str], *, is_day_first: bool | None) -> str:
    """Return the order of the dates' parts, by all of them; refuse to guess."""
    found = order_of([text for text in dates if text])
    if found:
        return found
    if is_day_first is not None or found is None:
        return "mdy" if is_day_first is False else "dmy"
    raise Unreadable(
        "The dates in this file can be read two ways",
        value=dates[0],
        fix="Say which with --dates day-first or --dates month-first.",
    )


def _made_uid(starts: datetime, ends: datetime, subject: str, location: str) -> str:
    """Return a name that the same event gets in every export."""
    text = f"{starts.isoformat()}\n{ends.isoformat()}\n{subject}\n{location}"
    return f"outlook-csv-{blake2b(text.encode(), digest_size=8).hexdigest()}"
