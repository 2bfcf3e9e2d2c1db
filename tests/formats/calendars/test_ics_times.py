"""Time zones by name, by definition, and unknown ones."""

from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.formats.calendars import ics
from tests.formats.ics_samples import (
    OPTIONS,
    OUTLOOK_ZONE,
    calendar,
    event,
    reader,
    source_of,
    starts,
    utc,
)


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "W. Europe Standard Time",
        "Customized Time Zone",
        "(UTC+01:00) Amsterdam\\, Berlin",
    ],
)
def test_outlooks_zones_are_understood(read, name):
    at = f'DTSTART;TZID="{name}":20260702T090000'

    for parts in (
        (OUTLOOK_ZONE.format(name=name), event(at)),
        (event(at), OUTLOOK_ZONE.format(name=name)),
    ):
        (line,) = read(*parts, options=OPTIONS._replace(timezone=ZoneInfo("UTC")))
        assert line.starts_at == utc(2026, 7, 2, 7)


def test_a_series_in_a_zone_of_its_own_follows_that_zone(read):
    weekly = event("DTSTART;TZID=Own:20260323T090000", "RRULE:FREQ=WEEKLY;COUNT=2")

    lines = read(OUTLOOK_ZONE.format(name="Own"), weekly)

    assert starts(lines) == [utc(2026, 3, 23, 8), utc(2026, 3, 30, 7)]


@pytest.mark.parametrize(
    "name", ["America/New_York", "/vendor.example/20260101/America/New_York"]
)
def test_zones_by_name_are_understood(read, name):
    (line,) = read(event(f"DTSTART;TZID={name}:20260702T090000"))

    assert line.starts_at == utc(2026, 7, 2, 13)


def test_a_zone_that_one_file_defines_is_not_kept_for_the_next(tmp_path):
    at = event("DTSTART;TZID=Own:20260702T090000", "RRULE:FREQ=DAILY;COUNT=1")
    shifted = OUTLOOK_ZONE.replace("+0200", "+0900").replace("+0100", "+0800")
    list(
        ics.read(source_of(tmp_path, calendar(shifted.format(name="Own"), at)), OPTIONS)
    )

    (line,) = ics.read(
        source_of(tmp_path, calendar(OUTLOOK_ZONE.format(name="Own"), at)), OPTIONS
    )

    assert line.starts_at == utc(2026, 7, 2, 7)


@pytest.mark.parametrize("name", ["Nowhere/Atlantis", "../../etc/passwd", "Europe"])
def test_an_unknown_zone_is_told_once_and_read_as_the_persons_own(read, name):
    parts = [
        event(f"DTSTART;TZID={name}:20260702T090000", uid=uid) for uid in ("a", "b")
    ]

    problem, *lines = read(*parts)

    assert (problem.value, problem.what) == (
        name,
        "This time zone is unknown, so its times were read as your own",
    )
    assert starts(lines) == [utc(2026, 7, 2, 7)] * 2


def test_a_recurring_hostile_zone_does_not_hold_up_the_reading(read):
    hostile = OUTLOOK_ZONE.format(name="Own").replace("FREQ=YEARLY", "FREQ=SECONDLY")

    problem, line = read(hostile, event("DTSTART;TZID=Own:20260702T090000"))

    assert isinstance(problem, Problem)
    assert line.starts_at == utc(2026, 7, 2, 7)


@pytest.mark.parametrize(
    ("zone", "utc_hour"),
    [("America/New_York", 14), ("Eastern Standard Time", 14), ("Europe/Amsterdam", 8)],
)
def test_times_without_a_zone_are_in_the_one_the_calendar_names(read, zone, utc_hour):
    named = f"X-WR-TIMEZONE:{zone}\r\n"
    floating = event("DTSTART:20261214T090000", "DTEND:20261214T100000")

    (line,) = read(named, floating)

    # New York is five hours behind UTC in December, Amsterdam one ahead.
    assert line.starts_at.hour == utc_hour


def test_whole_days_are_days_where_one_lives_whatever_the_calendar_names(read):
    (line,) = read(
        "X-WR-TIMEZONE:America/New_York\r\n", event("DTSTART;VALUE=DATE:20261214")
    )

    assert line.starts_at.hour == 23  # midnight in Amsterdam


def test_a_zone_of_nobodys_is_said_and_the_times_are_ones_own(read):
    problem, line = read(
        "X-WR-TIMEZONE:Middle Earth\r\n", event("DTSTART:20261214T090000")
    )

    assert "unknown" in problem.what
    assert line.starts_at.hour == 8
