"""Calendars written by hand for the tests of ICS."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plait.domain.errors import Problem
from plait.domain.records import EventLine, Line
from plait.formats.calendars import ics
from plait.formats.source import Options, Source

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OPTIONS = Options(today=date(2026, 3, 1), timezone=AMSTERDAM)

# As Outlook writes it: an hour ahead of UTC, two from March to October.
OUTLOOK_ZONE = """BEGIN:VTIMEZONE\r
TZID:{name}\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""


def event(*lines: str, uid: str = "one@example.org") -> str:
    said = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\n{said}END:VEVENT\r\n"


def calendar(*parts: str) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(parts)}END:VCALENDAR\r\n"


def source_of(folder: Path, content: str | bytes, name: str = "Work.ics") -> Source:
    path = folder / "upload"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Source(name, path)


def reader(folder: Path) -> Callable[..., list[Line | Problem]]:
    """Return a function that reads a calendar made of parts."""

    def read(*parts: str, options: Options = OPTIONS) -> list[Line | Problem]:
        return list(ics.read(source_of(folder, calendar(*parts)), options))

    return read


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def starts(lines: list[Line | Problem]) -> list[datetime]:
    return [line.starts_at for line in lines if isinstance(line, EventLine)]


def local(lines: list[Line | Problem]) -> list[str]:
    return [at.astimezone(AMSTERDAM).strftime("%d %b %H:%M") for at in starts(lines)]
