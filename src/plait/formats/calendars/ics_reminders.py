"""The calendar of reminders: short events with an alarm, at local times."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from plait.formats.calendars.ics import OUR_UIDS
from plait.formats.calendars.ics_zone import timezone_component

_LENGTH = timedelta(minutes=15)


class TimedNote(NamedTuple):
    """A text on a day at a local time; `uid` stays the same from one feed to the next."""

    uid: str
    on: date
    at: time
    text: str


def write_notes(
    notes: Iterable[TimedNote], *, name: str, timezone: str, stamp: datetime, link: str
) -> bytes:
    """Return notes as ICS, each with an alarm when it comes.

    `stamp` is the aware time at which the calendar is made, `link` where the events
    lead, "" for nowhere. A note busies nobody: its time stays free.
    """
    listed, zone = list(notes), ZoneInfo(timezone)
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Plait//Reminders//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", timezone)
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    if listed:
        years = [note.on.year for note in listed]
        calendar.add_component(timezone_component(timezone, min(years), max(years)))
    for note in listed:
        calendar.add_component(_event(note, zone, stamp, link))
    written: bytes = calendar.to_ical()
    return written


def _event(note: TimedNote, zone: ZoneInfo, stamp: datetime, link: str) -> Event:
    starts = datetime.combine(note.on, note.at, zone)
    # An hour that the clock leaves out in spring becomes the one after it.
    starts = starts.astimezone(UTC).astimezone(zone)
    event = Event()
    event.add("UID", f"{note.uid}{OUR_UIDS}")
    event.add("DTSTAMP", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("DTSTART", starts)
    event.add("DTEND", starts + _LENGTH)
    event.add("SUMMARY", note.text)
    event.add("TRANSP", "TRANSPARENT")
    if link:
        event.add("URL", link)
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", note.text)
    alarm.add("TRIGGER", timedelta(0))
    event.add_component(alarm)
    return event
