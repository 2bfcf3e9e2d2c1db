"""Time zones written for calendars: their clocks are those of the machine's own list."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Timezone

from plait.formats.calendars.ics_zone import timezone_component

ZONES = [
    "Europe/Amsterdam",
    "Europe/Dublin",  # where winter is the exception, by its own law
    "America/New_York",  # the second Sunday of March, the first of November
    "Australia/Lord_Howe",  # half an hour, and the other half of the year
    "Africa/Casablanca",  # by the moon: no rule
    "Asia/Kathmandu",
    "UTC",
]


HOURS = [datetime(2025, 1, 2, tzinfo=UTC) + timedelta(hours=n) for n in range(3 * 8760)]


def onsets(part) -> Iterator[tuple[datetime, timedelta]]:
    """Yield when a part of a zone begins to hold, and its offset (RFC 5545, 3.6.5)."""
    before = part.decoded("TZOFFSETFROM")
    starts = [part.decoded("DTSTART")]
    if "RRULE" in part:
        rule = part["RRULE"].to_ical().decode()
        last = datetime(2028, 1, 1)
        starts = rrulestr(rule, dtstart=starts[0]).between(starts[0], last, inc=True)
    elif "RDATE" in part:
        starts += [told.dt for told in part["RDATE"].dts]
    for start in starts:
        yield (start - before).replace(tzinfo=UTC), part.decoded("TZOFFSETTO")


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_reads_back_as_the_same_hours(name):
    told = Timezone.from_ical(timezone_component(name, 2025, 2032).to_ical())

    holding = sorted(found for part in told.subcomponents for found in onsets(part))
    moments = [moment for moment, _ in holding]
    read = [holding[bisect_right(moments, hour) - 1][1] for hour in HOURS]

    zone = ZoneInfo(name)
    assert read == [hour.astimezone(zone).utcoffset() for hour in HOURS]


def test_a_change_is_told_by_the_clock_that_it_ends():
    text = timezone_component("Europe/Amsterdam", 2026, 2030).to_ical().decode()

    # On 29 March 2026 two o'clock winter time becomes three o'clock summer time.
    assert "DTSTART:20260329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    # On 25 October three o'clock summer time becomes two o'clock winter time.
    assert "DTSTART:20261025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in text


def test_changes_that_keep_to_no_rule_are_told_one_by_one():
    text = timezone_component("Africa/Casablanca", 2025, 2028).to_ical().decode()

    assert "RDATE:" in text
    assert "RRULE" not in text


def test_a_zone_whose_clock_never_changes_is_told_once():
    text = timezone_component("Asia/Tokyo", 2025, 2032).to_ical().decode()

    assert text.count("BEGIN:STANDARD") == 1
    assert "TZOFFSETTO:+0900" in text
