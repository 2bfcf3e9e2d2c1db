"""Whole days, in every way that calendars write them."""

from dataclasses import dataclass

import pytest

from tests.formats.ics_samples import OUTLOOK_ZONE, event, local, reader, utc

ZONE = "W. Europe Standard Time"
MARK = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


@dataclass
class Told:
    """A whole day's event: its lines, and the days from and to that are meant."""

    lines: tuple[str, ...]
    days: tuple[str, str]


TOLD = {
    "as the standard has it": Told(
        ("DTSTART;VALUE=DATE:20260309", "DTEND;VALUE=DATE:20260311"),
        ("09", "11"),
    ),
    "marked midnights": Told(
        (
            f"DTSTART;TZID={ZONE}:20260309T000000",
            f"DTEND;TZID={ZONE}:20260311T000000",
            MARK,
        ),
        ("09", "11"),
    ),
    "marked office hours": Told(
        ("DTSTART:20260309T090000", "DTEND:20260309T170000", MARK), ("09", "10")
    ),
    "marked, in UTC": Told(
        ("DTSTART:20260308T230000Z", "DTEND:20260310T230000Z", MARK), ("09", "11")
    ),
    "marked by another program": Told(
        ("DTSTART:20260309T000000", "DTEND:20260309T235900", "X-FUNAMBOL-ALLDAY:1"),
        ("09", "10"),
    ),
    "midnights alone": Told(
        ("DTSTART:20260309T000000", "DTEND:20260311T000000"), ("09", "11")
    ),
    "midnights in UTC": Told(
        ("DTSTART:20260309T000000Z", "DTEND:20260310T000000Z"), ("09", "10")
    ),
    "local midnights in UTC": Told(
        ("DTSTART:20260308T230000Z", "DTEND:20260309T230000Z"), ("09", "10")
    ),
    "nearly midnights": Told(
        ("DTSTART:20260309T000100", "DTEND:20260309T235900"), ("09", "10")
    ),
    "nearly midnights of three days": Told(
        ("DTSTART:20260309T000000", "DTEND:20260311T235959"), ("09", "12")
    ),
    "a length of a day": Told(
        ("DTSTART:20260309T000000", "DURATION:P1D"), ("09", "10")
    ),
    "the day the clock goes forward": Told(
        ("DTSTART:20260329T000000", "DTEND:20260330T000000"), ("29", "30")
    ),
}


@pytest.mark.parametrize("way", TOLD)
def test_a_whole_day_is_a_day_however_it_is_told(read, way):
    told = TOLD[way]

    (line,) = read(OUTLOOK_ZONE.format(name=ZONE), event(*told.lines))

    assert line.is_all_day
    ends = line._replace(starts_at=line.ends_at)
    first, last = told.days
    assert local([line, ends]) == [f"{first} Mar 00:00", f"{last} Mar 00:00"]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20260309T090000", "DTEND:20260309T170000"),
        ("DTSTART:20260309T090000", "DTEND:20260310T090000"),
        ("DTSTART:20260309T000000", "DTEND:20260309T090000"),
        ("DTSTART:20260309T000000", "DTEND:20260310T070000"),
        (
            "DTSTART:20260309T090000",
            "DTEND:20260309T170000",
            MARK.replace("TRUE", "FALSE"),
        ),
        ("DTSTART:20260309T000000",),
    ],
)
def test_what_has_hours_keeps_them(read, lines):
    (line,) = read(event(*lines))

    assert not line.is_all_day


def test_a_series_of_marked_days_is_one_of_days(read):
    lines = read(
        event(
            "DTSTART:20260309T000000",
            "DTEND:20260310T000000",
            MARK,
            "RRULE:FREQ=DAILY;UNTIL=20260313T000000",
            "EXDATE:20260311T000000",
        ),
        event(
            "RECURRENCE-ID:20260312T000000",
            "DTSTART:20260312T100000",
            "DTEND:20260312T110000",
        ),
    )

    assert [line.is_all_day for line in lines] == [True, True, False, True]
    assert [line.occurrence[8:10] for line in lines] == ["09", "10", "12", "13"]


@pytest.mark.parametrize(
    "until", ["20260306", "20260306T235959Z", "20260306T235900", "20260306T000000Z"]
)
def test_whole_days_end_on_the_day_that_is_written(read, until):
    lines = read(
        event("DTSTART;VALUE=DATE:20260302", f"RRULE:FREQ=DAILY;UNTIL={until}")
    )

    assert len(lines) == 5


def test_a_days_end_is_its_midnight_where_one_lives(read):
    (line,) = read(event("DTSTART:20260309T000000", "DTEND:20260310T000000"))

    assert (line.starts_at, line.ends_at) == (utc(2026, 3, 8, 23), utc(2026, 3, 9, 23))
