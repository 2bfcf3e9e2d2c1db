"""One VEVENT as we understand it, its values read and checked."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import NamedTuple

from plait.formats.calendars.ics_status import is_busy
from plait.formats.calendars.ics_text import Property, RawEvent
from plait.formats.calendars.ics_times import When, Zones, after, duration, is_day
from plait.formats.calendars.ics_whole_days import whole_days
from plait.formats.values import BadValue

LONGEST_TEXT = 300

_ESCAPED = re.compile(r"\\([\\;,nN])")
_LINE_BREAK = {"n": " ", "N": " "}


@dataclass(slots=True, frozen=True)
class Event:
    """An event or the change of one occurrence of it (`replaces` is then set).

    `start` and `end` are both days or both aware times. `also` and `but_not` are
    the further and the left-out starts; an also may carry its own length.
    """

    number: int
    uid: str
    start: When
    end: When
    title: str
    location: str
    is_busy: bool
    is_cancelled: bool
    sequence: int
    replaces: When | None = None
    is_this_and_future: bool = False
    rules: tuple[str, ...] = ()
    also: tuple[When | tuple[When, timedelta], ...] = ()
    but_not: tuple[When, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether it neither recurs nor belongs to something that does."""
        return not (self.rules or self.also or self.but_not or self.replaces)


class Occurrence(NamedTuple):
    """One time that an event takes place.

    `original` is its start in the series, None for an event that is no series.
    """

    event: Event
    start: When
    end: When
    original: When | None


def event_from(raw: RawEvent, zones: Zones, owner: str = "") -> Event:
    """Return the event that is written; raise `BadValue` where it cannot be one.

    `owner` is the address of whose calendar it is, as small letters, "" if unknown.
    """
    if not raw.is_closed:
        raise BadValue(
            "This event breaks off before its end",
            value=_value(raw, "SUMMARY"),
            fix="Export the calendar again.",
        )
    start, end = _span(raw, zones)
    # Of a private event only the time is kept: it takes capacity, its title is
    # nobody's business.
    is_open = _value(raw, "CLASS").upper() not in ("PRIVATE", "CONFIDENTIAL")
    replaces = raw.first("RECURRENCE-ID")
    # Other times are in the zone of the start as it was written.
    zone = _zone_of(start, zones)
    start, end = whole_days(raw, start, end, zones)
    return Event(
        number=raw.number,
        uid=uid_of(raw),
        start=start,
        end=end,
        title=plain_text(_value(raw, "SUMMARY")) if is_open else "",
        location=plain_text(_value(raw, "LOCATION")) if is_open else "",
        is_busy=is_busy(raw, owner),
        is_cancelled=_value(raw, "STATUS").strip().upper() == "CANCELLED",
        sequence=_sequence(_value(raw, "SEQUENCE")),
        replaces=zones.read(replaces, zone) if replaces else None,
        is_this_and_future=bool(replaces and "THISANDFUTURE" in replaces.parameters),
        rules=tuple(p.value.strip() for p in raw.all("RRULE")),
        also=tuple(
            _also(text, p, zones, zone) for p in raw.all("RDATE") for text in _list(p)
        ),
        but_not=tuple(
            zones.moment(text, p.parameters, zone)
            for p in raw.all("EXDATE")
            for text in _list(p)
        ),
    )


def uid_of(raw: RawEvent) -> str:
    """Return the event's name; one without any is named after what it says."""
    return _value(raw, "UID").strip() or _made_uid(raw)


def plain_text(text: str) -> str:
    """Return a text value as one line, its escapes undone, cut where it is long."""
    cut = text[: 4 * LONGEST_TEXT]
    if "\\" in cut:
        cut = _ESCAPED.sub(lambda found: _LINE_BREAK.get(found[1], found[1]), cut)
    return " ".join(cut.split())[:LONGEST_TEXT]


def _value(raw: RawEvent, name: str) -> str:
    found = raw.first(name)
    return found.value if found else ""


def _span(raw: RawEvent, zones: Zones) -> tuple[When, When]:
    began = raw.first("DTSTART")
    if began is None:
        raise BadValue(
            "This event has no start",
            value=_value(raw, "SUMMARY"),
            fix="Give it a time in your calendar and export it again.",
        )
    start = zones.read(began, zones.floating)
    end = _end(raw, zones, start)
    if is_day(start) != is_day(end):
        start, end = zones.instant(start), zones.instant(end)
    if is_day(start) and end == start:  # a day that ends where it began is one day
        end = start + timedelta(days=1)
    if end < start:
        raise BadValue(
            "This event ends before it starts",
            value=f"{began.value} to {_value(raw, 'DTEND')}",
            fix="Correct the event in your calendar and export it again.",
        )
    return start, end


def _end(raw: RawEvent, zones: Zones, start: When) -> When:
    """Return when it ends; without a word on it, a day is one day, a time a moment."""
    if ended := raw.first("DTEND"):
        return zones.read(ended, _zone_of(start, zones))
    given = raw.first("DURATION")
    length = duration(given.value) if given else timedelta(0)
    return after(start, length) if isinstance(start, datetime) else start + length


def _also(
    text: str, found: Property, zones: Zones, zone: tzinfo
) -> When | tuple[When, timedelta]:
    """Return a further start; a period `start/end` or `start/length` has its own."""
    began, _, rest = text.partition("/")
    when = zones.moment(began, found.parameters, zone)
    if not rest:
        return when
    if rest.startswith(("P", "+P")):
        return when, duration(rest)
    end = zones.moment(rest, found.parameters, zone)
    return when, zones.instant(end) - zones.instant(when)


def _zone_of(start: When, zones: Zones) -> tzinfo:
    """Return the zone that times of the event are in unless they name another."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    return zone or zones.floating


def _list(found: Property) -> list[str]:
    return [text for text in found.value.split(",") if text.strip()]


def _sequence(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _made_uid(raw: RawEvent) -> str:
    """Return a name that the same event gets in every export without UIDs."""
    # What programs add of their own is left out, as it was when books began.
    lines = [
        f"{p.name}={p.value}"
        for p in raw.properties
        if p.name != "SEQUENCE" and not p.name.startswith("X-")
    ]
    mark = blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()
    return f"without-uid-{mark}"
