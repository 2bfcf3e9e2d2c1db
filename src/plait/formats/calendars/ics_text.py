"""The text of iCalendar files: content lines into calendars with their events.

Bytes are taken line by line, and of each event only the properties that Plait
reads are kept, so that a calendar with pictures in it costs no memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from plait.formats.source import Source, Unreadable

# An appointment's own words are short; beyond this a line is cut off.
LONGEST_LINE = 1_000_000
# Forty years of thirty events a working day are 300,000; this bounds the memory.
MOST_EVENTS = 300_000
# What is kept of them, pictures and long notes aside, is some 300 bytes an event.
MOST_KEPT_BYTES = 100_000_000
_DEEPEST = 20
_LONGEST_VALUE = 4_000

_NAME = re.compile(rb"([A-Za-z0-9-]+)([;:])")
_QUOTED = re.compile(rb'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_LISTS = ("RDATE", "EXDATE", "RRULE")
_KEPT = (
    *("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", *_LISTS),
    *("SUMMARY", "LOCATION", "STATUS", "TRANSP", "CLASS", "SEQUENCE"),
    *("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-BUSYSTATUS"),
    *("X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"),
)
_PEOPLE = (b"ATTENDEE", b"ORGANIZER")
_MOST_PEOPLE = 500  # of one event; a meeting of more says nothing of one of them
_ANSWER = re.compile(rb"PARTSTAT=\"?([A-Z-]{1,20})", re.IGNORECASE)
_OF_CALENDAR = {
    b"X-WR-CALNAME": "name",
    b"X-WR-TIMEZONE": "timezone",
    b"X-OWNER": "owner",
}
_NAMES = {name.encode(): name for name in _KEPT}


class Property(NamedTuple):
    """A content line such as `DTSTART;TZID=Europe/Berlin:20260302T090000`."""

    name: str
    parameters: str
    value: str


@dataclass(slots=True)
class RawEvent:
    """A VEVENT as it stands: its count in the file, what it says, whether it ends.

    `people` are the addresses invited, in small letters, each with its answer.
    """

    number: int
    properties: list[Property] = field(default_factory=list)
    is_closed: bool = False
    organiser: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """Return the first property of that name."""
        for found in self.properties:  # asked a dozen times an event: no generator
            if found.name == name:
                return found
        return None

    def all(self, name: str) -> list[Property]:
        """Return every property of that name, in their order."""
        return [p for p in self.properties if p.name == name]


@dataclass(slots=True)
class RawCalendar:
    """One VCALENDAR: its name if it has one, its time zones' text, its events.

    `timezone` is the zone it says it is in, `owner` whose it says it is. `is_cancellation` says that the calendar was sent to call off what is in it.
    """

    name: str = ""
    timezone: str = ""
    owner: str = ""
    is_cancellation: bool = False
    zones: list[str] = field(default_factory=list)
    events: list[RawEvent] = field(default_factory=list)


def raw_calendars(source: Source) -> Iterator[RawCalendar]:
    """Yield each calendar of the file; a file cut off within one is refused."""
    walk = _Walk(source)
    for line in content_lines(source):
        if (done := walk.take(line)) is not None:
            yield done
    walk.finish()


def content_lines(source: Source) -> Iterator[bytes]:
    """Yield the lines as UTF-8 bytes, folded ones put together.

    Bytes, because some programs fold in the middle of a letter.
    """
    parts: list[bytes] = []
    length = 0
    with source.open() as file:
        for line in _utf_8_lines(file, source):
            if line[:1] in (b" ", b"\t"):
                # The rest is dropped as it comes: a picture shall cost no memory.
                if length < LONGEST_LINE:
                    parts.append(line[1:])
                    length += len(line)
                continue
            yield b"".join(parts)
            parts, length = [line], len(line)
    yield b"".join(parts)


def _utf_8_lines(file: IO[bytes], source: Source) -> Iterator[bytes]:
    if source.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        with source.text() as text:
            try:
                yield from (line.rstrip("\r\n").encode() for line in text)
            except UnicodeError as error:
                raise _cut_off(source) from error
        return
    mark = b"\xef\xbb\xbf"
    while piece := file.readline(LONGEST_LINE):
        yield piece.removeprefix(mark).rstrip(b"\r\n")
        mark = b""
        # The rest of a line that was cut off is not a line of its own.
        while len(piece) == LONGEST_LINE and not piece.endswith(b"\n"):
            piece = file.readline(LONGEST_LINE)


class _Walk:
    """Where in the nesting of components the reading stands."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[bytes] = []
        self._calendar = RawCalendar()
        self._event: RawEvent | None = None
        self._zone: list[bytes] = []
        self._n_events = 0
        self._n_calendars = 0
        self._n_stored = 0
        self._addresses: dict[str, str] = {}

    def take(self, line: bytes) -> RawCalendar | None:
        """Take one content line; return the calendar that it completes, if any."""
        key = line[:6].upper()
        if key == b"BEGIN:":
            self._begin(line[6:].strip().upper())
        elif line[:4].upper() == b"END:":
            return self._end(line[4:].strip().upper())
        elif self._zone:
            self._keep(line)
            self._zone.append(line)
        elif self._event is not None:
            # An alarm inside the event has a SUMMARY and a DURATION, too.
            if self._open[-1] == b"VEVENT":
                self._property(line)
        elif key[:2] == b"X-" and self._open == [b"VCALENDAR"]:
            self._of_calendar(line)
        elif key == b"METHOD" and self._open == [b"VCALENDAR"]:
            method = line.rpartition(b":")[2].strip().upper()
            self._calendar.is_cancellation = method == b"CANCEL"
        return None

    def finish(self) -> None:
        """Refuse a file that never began a calendar, or never ended one."""
        if self._open:
            raise _cut_off(self._source)
        if not self._n_calendars:
            raise Unreadable(
                "There is no calendar in this file",
                value=self._source.name,
                fix="Export the calendar as ICS and choose that file.",
            )

    def _begin(self, name: bytes) -> None:
        if name == b"VCALENDAR":
            if self._open:
                raise _cut_off(self._source)
            self._calendar = RawCalendar()
        elif name == b"VEVENT" and b"VCALENDAR" in self._open:
            self._begin_event()
        # STANDARD and DAYLIGHT stand inside a zone, and the library wants all of it.
        elif name == b"VTIMEZONE" or self._zone:
            self._zone.append(b"BEGIN:" + name)
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise _cut_off(self._source)

    def _begin_event(self) -> None:
        self._n_events += 1
        if self._n_events > MOST_EVENTS:
            raise self._too_much()
        while self._open[-1] != b"VCALENDAR":  # the event before was never closed
            self._open.pop()
        self._zone = []
        self._event = RawEvent(self._n_events)
        self._calendar.events.append(self._event)

    def _end(self, name: bytes) -> RawCalendar | None:
        if name not in self._open:
            return None
        if name == b"VEVENT" and self._event is not None:
            self._event.is_closed = True
        if self._zone:
            self._zone.append(b"END:" + name)
        while self._open.pop() != name:
            pass
        if name in (b"VEVENT", b"VCALENDAR"):
            self._event = None
        if name == b"VTIMEZONE":
            self._calendar.zones.append(_text(b"\r\n".join(self._zone)))
            self._zone = []
        if name != b"VCALENDAR":
            return None
        self._n_calendars += 1
        return self._calendar

    def _property(self, line: bytes) -> None:
        found = _NAME.match(line)
        event = self._event
        if found and event and found[1].upper() in _PEOPLE:
            self._person(event, found, line[:_LONGEST_VALUE])
            return
        name = _NAMES.get(found[1].upper()) if found else None
        if found is None or name is None or event is None:
            return
        if name in _LISTS:
            self._keep(line, weight=10)  # sixteen letters become a date of 160 bytes
        elif event.first(name) is None:
            line = line[:_LONGEST_VALUE]
            self._keep(line)
        else:
            return
        parameters, value = _split(found[2], line[found.end() :])
        event.properties.append(Property(name, _text(parameters), _text(value)))

    def _person(self, event: RawEvent, found: re.Match[bytes], line: bytes) -> None:
        parameters, value = _split(found[2], line[found.end() :])
        address = _text(value).strip().casefold().removeprefix("mailto:")
        # The same few people come in thousands of meetings: one copy of each.
        address = self._addresses.setdefault(address, address)
        if found[1].upper() == b"ORGANIZER":
            event.organiser = address
        elif len(event.people) < _MOST_PEOPLE:
            answer = _ANSWER.search(parameters)
            event.people.append((address, _text(answer[1]).upper() if answer else ""))
            self._n_stored += 100

    def _of_calendar(self, line: bytes) -> None:
        found = _NAME.match(line)
        if found and (name := _OF_CALENDAR.get(found[1].upper())):
            value = _split(found[2], line[found.end() :])[1][:_LONGEST_VALUE]
            setattr(self._calendar, name, _text(value))

    def _keep(self, line: bytes, weight: int = 1) -> None:
        self._n_stored += len(line) * weight
        if self._n_stored > MOST_KEPT_BYTES:
            raise self._too_much()

    def _too_much(self) -> Unreadable:
        return Unreadable(
            "There is more in this calendar than Plait reads",
            value=self._source.name,
            fix="Export it in parts, a few years at a time.",
        )


def _split(mark: bytes, rest: bytes) -> tuple[bytes, bytes]:
    """Return parameters and value of what follows a property's name."""
    if mark == b":":
        return b"", rest
    # A colon may stand within quotation marks. They are rare, and looking is quicker.
    if b'"' not in rest:
        parameters, _, value = rest.partition(b":")
        return parameters, value
    found = _QUOTED.fullmatch(rest)
    return (found[1], found[2]) if found else (rest, b"")


def _text(raw: bytes) -> str:
    """Return UTF-8 as text, else Windows-1252; without what no database takes."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\0", "")


def _cut_off(source: Source) -> Unreadable:
    return Unreadable(
        "This calendar breaks off before its end",
        value=source.name,
        fix="Export it again; nothing of it was taken.",
    )
