"""Dates, times and time zones as calendars write them.

Time zones are looked up per file: the library keeps the ones that files define
for the whole process, so that one person's file would colour the next one's.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from plait.domain.errors import Problem
from plait.formats.calendars.ics_text import Property
from plait.formats.values import BadValue, shorten

# Address books keep birthdays without a year in 1604; beyond these is a mistake.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_LONGEST_ZONE = 20_000
_MOST_ZONES = 200

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_TZID = re.compile(r'TZID=(?:"([^"]*)"|([^;]*))', re.IGNORECASE)
_IS_DAY = re.compile(r"VALUE=DATE(?:;|$)", re.IGNORECASE)
# Any other rule in a time zone would be walked through second by second.
_ODD_RULE = re.compile(r"FREQ=(?!YEARLY)|BYSECOND|BYMINUTE", re.IGNORECASE)
_ODD_OFFSET = re.compile(
    r"TZOFFSET(?:FROM|TO)[^:\n]{0,100}:(?![+-](?:0\d|1[0-5])[0-5]\d)", re.IGNORECASE
)

When = date | datetime


def is_day(when: When) -> bool:
    """Return whether this is a whole day rather than an instant."""
    return not isinstance(when, datetime)


class Zones:
    """The time zones of one calendar, and what stands for those unknown."""

    def __init__(self, local: ZoneInfo, texts: list[str], name: str = "") -> None:
        """Take the zones that a calendar defines, and the one it says it is in.

        `local` is the person's own, of whole days; `floating` that of times that
        name no zone.
        """
        self.local = local
        self.problems: list[Problem] = []
        self._texts = {_name_in(text): text for text in texts[:_MOST_ZONES]}
        # Thousands of events name the same few zones, so each is looked up once.
        self._by_parameters: dict[str, tzinfo] = {}
        self._by_name: dict[str, tzinfo] = {}
        self.floating: tzinfo = self._named(name) if name else local

    def of(self, parameters: str, otherwise: tzinfo) -> tzinfo:
        """Return the zone that a property's parameters name, else `otherwise`."""
        if not parameters:
            return otherwise
        zone = self._by_parameters.get(parameters)
        if zone is None:
            found = _TZID.search(parameters)
            name = (found[1] or found[2] or "") if found else ""
            if not name:
                return otherwise
            zone = self._by_parameters[parameters] = self._named(name)
        return zone

    def _named(self, name: str) -> tzinfo:
        if name not in self._by_name:
            zone = _known(name) or self._defined(name) or _at_the_end(name)
            if zone is None:
                self.problems.append(_unknown(name))
            self._by_name[name] = zone or self.local
        return self._by_name[name]

    def _defined(self, name: str) -> tzinfo | None:
        """Return the zone as this file defines it."""
        from icalendar import Timezone
        from icalendar.timezone.tzp import TZP

        text = self._texts.get(name, "")
        if not text or len(text) > _LONGEST_ZONE:
            return None
        if _ODD_RULE.search(text) or _ODD_OFFSET.search(text):
            return None
        try:
            component: Any = Timezone.from_ical(text)
            # A keeper of zones for this file alone: the library's own would keep a
            # stranger's zone and shift the next person's appointments by it.
            zone: tzinfo = component.to_tz(TZP(), lookup_tzid=False)
            # Some definitions fail only when they are asked for a time.
            datetime(2024, 1, 1, tzinfo=zone).utcoffset()
        except (ValueError, TypeError, LookupError, AttributeError):
            return None
        return zone

    def instant(self, when: When) -> datetime:
        """Return the moment in UTC; a day is its local midnight."""
        if not isinstance(when, datetime):
            when = datetime(when.year, when.month, when.day, tzinfo=self.local)
        return when.astimezone(UTC)

    def read(self, found: Property, otherwise: tzinfo) -> When:
        """Return the day or the aware time that a property holds."""
        if _IS_DAY.search(found.parameters):
            return self.moment(found.value[:8], found.parameters, otherwise)
        return self.moment(found.value, found.parameters, otherwise)

    def moment(self, text: str, parameters: str, otherwise: tzinfo) -> When:
        """Return `20260302` as a day, `20260302T090000` as an aware time."""
        stamp = _STAMP.fullmatch(text.strip())
        if stamp is None or not _FIRST_YEAR <= int(stamp[1]) <= _LAST_YEAR:
            raise _no_time(text)
        try:
            year, month, day = int(stamp[1]), int(stamp[2]), int(stamp[3])
            if stamp[4] is None:
                return date(year, month, day)
            zone = UTC if stamp[7] else self.of(parameters, otherwise)
            hour, minute, second = int(stamp[4]), int(stamp[5]), int(stamp[6] or 0)
            return datetime(year, month, day, hour, minute, second, tzinfo=zone)
        except ValueError:
            raise _no_time(text) from None


def _name_in(zone: str) -> str:
    found = re.search(r"^TZID[^:\n]*:(.*)$", zone, re.MULTILINE | re.IGNORECASE)
    return found[1].strip() if found else ""


def _known(name: str) -> tzinfo | None:
    """Return the zone by its Olson name or by the name that Windows gives it."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    plain = name.strip().strip("/")
    if plain.casefold() in ("tzone://microsoft/utc", "utc", "z", "gmt"):
        return UTC
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(plain, plain))
    except (ValueError, LookupError, OSError):
        return None


def _at_the_end(name: str) -> tzinfo | None:
    """Return the zone of `/vendor.example/20260101/Europe/Berlin`."""
    parts = name.strip("/").split("/")
    endings = ("/".join(parts[start:]) for start in range(1, len(parts)))
    return next((zone for zone in map(_known, endings) if zone), None)


def duration(text: str) -> timedelta:
    """Return the length that `PT1H30M` writes; below zero is refused."""
    from icalendar.prop import vDuration

    try:
        read: Any = vDuration
        length: timedelta = read.from_ical(text.strip())
    except (ValueError, OverflowError):
        length = timedelta(-1)
    if not timedelta(0) <= length <= timedelta(days=3660):
        raise BadValue(
            "This is not the length of an event",
            value=text,
            fix="Correct the event in your calendar and export it again.",
        )
    return length


def after(start: datetime, length: timedelta) -> datetime:
    """Return the end: whole days by the calendar, hours by the clock's ticking."""
    on = start + timedelta(days=length.days)
    exact = on.astimezone(UTC) + (length - timedelta(days=length.days))
    return exact.astimezone(start.tzinfo)


def _no_time(text: str) -> BadValue:
    return BadValue(
        "This is not a date or time that a calendar can hold",
        value=text,
        fix="Correct the event in your calendar and export it again.",
    )


def _unknown(name: str) -> Problem:
    return Problem(
        "calendar",
        "This time zone is unknown, so its times were read as your own",
        shorten(name),
        "Check a few of its events; choose a known zone in your calendar.",
    )
