"""Whole days in the dialects of calendars: they are days, never 24 hours of work.

The standard writes a day without a time. Outlook writes midnights with a mark of its
own beside them, some programs midnights alone, in their own zone or in UTC, and some
people 00:01 to 23:59.
"""

from datetime import UTC, date, datetime, time, timedelta

from plait.formats.calendars.ics_text import RawEvent
from plait.formats.calendars.ics_times import When, Zones

_MARKS = (
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
    "X-FUNAMBOL-ALLDAY",
)
_YES = ("TRUE", "1", "YES")
_MIDNIGHT = time()
_FIRST_MINUTES, _LAST_MINUTE = time(0, 1), time(23, 59)
_NEARLY_A_DAY = timedelta(hours=22, minutes=58)  # one in which the clock goes forward
_HALF_A_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)


def whole_days(
    raw: RawEvent, start: When, end: When, zones: Zones
) -> tuple[When, When]:
    """Return the days that are meant, the last one not included; times if none are."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return start, end
    if any(_value(raw, mark) in _YES for mark in _MARKS):
        return _marked(start, end, zones)
    if end - start < _NEARLY_A_DAY:
        return start, end
    here = [(start, end.astimezone(start.tzinfo))]
    if start.tzinfo is UTC:
        here.insert(0, (start.astimezone(zones.local), end.astimezone(zones.local)))
    return next((days for one in here if (days := days_by_clock(*one))), (start, end))


def days_by_clock(start: datetime, end: datetime) -> tuple[date, date] | None:
    """Return the days from about midnight to about midnight, None if it is neither."""
    if start.time() > _FIRST_MINUTES or end - start < _NEARLY_A_DAY:
        return None
    if end.time() == _MIDNIGHT:
        return start.date(), end.date()
    if end.time() >= _LAST_MINUTE:
        return start.date(), end.date() + _DAY
    return None


def _marked(start: datetime, end: datetime, zones: Zones) -> tuple[date, date]:
    """Return the days of an event that says it is of whole days, whatever its times.

    In UTC its midnight may be one of another zone, so it is that of the nearest day.
    """
    if start.tzinfo is UTC:
        begins = start.astimezone(zones.local) + _HALF_A_DAY
        ends = end.astimezone(zones.local) + _HALF_A_DAY
        return begins.date(), max(ends.date(), begins.date() + _DAY)
    end = end.astimezone(start.tzinfo)
    last = end.date() if end.time() == _MIDNIGHT else end.date() + _DAY
    return start.date(), max(last, start.date() + _DAY)


def _value(raw: RawEvent, name: str) -> str:
    found = raw.first(name)
    return found.value.strip().upper() if found else ""
