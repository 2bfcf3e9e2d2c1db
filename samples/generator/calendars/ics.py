"""Events as calendar programs write them: series, moved, cancelled, all day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

AMSTERDAM, LONDON = "Europe/Amsterdam", "Europe/London"
WEST = "W. Europe Standard Time"
_STAMP = "DTSTAMP:20261120T120000Z"

Told = tuple[str, str, date]
At = tuple[int, int]


def series(
    told: Told,
    at: At,
    minutes: int,
    rule: str,
    skipped: Iterable[date],
    *,
    zone: str = AMSTERDAM,
) -> str:
    """Return a series from its first evening on, without the skipped days."""
    key, title, first = told
    without = [_local("EXDATE", d, at, zone) for d in sorted(skipped) if d >= first]
    times = _times(first, at, minutes, zone)
    return event(key, title, *times, f"RRULE:{rule}", *without)


def moved(
    told: Told, was: date, now: date, at: At, minutes: int, *, zone: str = AMSTERDAM
) -> str:
    """Return the occurrence of a series that was held on another day."""
    instead = _local("RECURRENCE-ID", was, at, zone)
    return event(told[0], told[1], *_times(now, at, minutes, zone), instead)


def cancelled(
    told: Told, on: date, at: At, minutes: int, *, zone: str = AMSTERDAM
) -> str:
    """Return the occurrence of a series that was called off."""
    instead = _local("RECURRENCE-ID", on, at, zone)
    times = _times(on, at, minutes, zone)
    return event(told[0], told[1], *times, instead, "STATUS:CANCELLED")


def all_day(key: str, title: str, first: date, n_days: int, rule: str = "") -> str:
    """Return an event over whole days, which keeps nobody busy."""
    span = [
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(n_days):%Y%m%d}",
    ]
    again = [f"RRULE:{rule}"] if rule else []
    return event(key, title, *span, *again, "TRANSP:TRANSPARENT")


def _times(on: date, at: At, minutes: int, zone: str) -> tuple[str, str]:
    end = datetime.combine(on, time(*at)) + timedelta(minutes=minutes)
    start = _local("DTSTART", on, at, zone)
    return start, _local("DTEND", on, (end.hour, end.minute), zone)


def _local(name: str, on: date, at: At, zone: str) -> str:
    named = f'"{zone}"' if " " in zone else zone
    return f"{name};TZID={named}:{on:%Y%m%d}T{at[0]:02}{at[1]:02}00"


def event(key: str, title: str, *lines: str) -> str:
    """Return an event of these lines; the key makes its identity."""
    uid = f"UID:{key}@vandalen.example"
    return "\r\n".join(
        ("BEGIN:VEVENT", uid, _STAMP, *lines, f"SUMMARY:{title}", "END:VEVENT")
    )


def calendar(head: tuple[str, str, str], zones: list[str], events: list[str]) -> bytes:
    """Return the calendar; `head` is its program, name and zone."""
    made_by, name, zone = head
    top = ("BEGIN:VCALENDAR", f"PRODID:{made_by}", "VERSION:2.0", "METHOD:PUBLISH")
    named = (f"X-WR-CALNAME:{name}", f"X-WR-TIMEZONE:{zone}")
    return "\r\n".join((*top, *named, *zones, *events, "END:VCALENDAR", "")).encode()
