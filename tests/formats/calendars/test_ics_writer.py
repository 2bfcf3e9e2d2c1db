"""Plait's own calendar: what is agreed, as other calendars and our own reader take it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plait.domain.blocks import blocks_from
from plait.domain.errors import Problem
from plait.domain.records import EventLine
from plait.formats.calendars import ics, ics_writer
from plait.formats.source import Options
from tests.cast import Life, terms
from tests.formats.ics_samples import AMSTERDAM, source_of

STAMP = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)


@pytest.fixture
def feed_of():
    def feed_of(life, **told) -> str:
        return ics_writer.write(life.portfolio(), stamp=STAMP, **told).decode()

    return feed_of


@pytest.fixture
def read(tmp_path):
    """Read a feed as if somebody else had written it."""

    def read(feed: str, zone: ZoneInfo = AMSTERDAM) -> list:
        theirs = feed.replace("@plait", "@example.org")
        options = Options(today=TODAY, timezone=zone)
        return list(ics.read(source_of(tmp_path, theirs), options))

    return read


def practice(blocks: str, **told) -> Life:
    return Life().role("Practice", terms("16/week", blocks=blocks, **told))


def stretches(lines) -> list[tuple[datetime, datetime]]:
    return sorted((line.starts_at, line.ends_at) for line in lines)


def expected(
    blocks: str, start: str, end: str, zone: ZoneInfo = AMSTERDAM
) -> list[tuple[datetime, datetime]]:
    """Return every block from a day up to another, by looking at each day."""
    found, day = [], date.fromisoformat(start)
    while day < date.fromisoformat(end):
        for block in blocks_from(blocks):
            if block.weekday == day.weekday():
                until = day + timedelta(days=block.ends <= block.starts)
                local = (
                    datetime.combine(day, block.starts, zone),
                    datetime.combine(until, block.ends, zone),
                )
                found.append(tuple(at.astimezone(UTC) for at in local))
        day += timedelta(days=1)
    return found


def days(lines) -> list[str]:
    return [f"{line.starts_at:%m-%d}" for line in lines]


def test_a_block_is_an_event_every_week_of_its_terms(feed_of, read):
    life = practice("mon 09:00-17:00", since="2026-11-10", until="2026-12-01")

    lines = read(feed_of(life))

    assert lines == [
        EventLine(
            line=1,
            uid="practice-20261110-mon-0900-1700@example.org",
            occurrence=f"2026-11-{day}T08:00:00+00:00",
            starts_at=datetime(2026, 11, day, 8, tzinfo=UTC),  # an hour ahead of UTC
            ends_at=datetime(2026, 11, day, 16, tzinfo=UTC),
            title="Practice",
            calendar="Plait",
        )
        for day in (16, 23, 30)  # the tenth is a Tuesday
    ]


@pytest.mark.parametrize(
    ("zone", "blocks"),
    [
        ("Europe/Amsterdam", "mon 09:00-17:00, tue 09:00-12:30, tue 13:00-17:30"),
        ("Europe/Amsterdam", "sat 22:00-06:00, sun 22:00-06:00"),  # over the changes
        ("Europe/Amsterdam", "wed 00:00-00:00"),  # a whole day and night
        ("America/New_York", "sun 18:00-23:30, mon 23:00-07:00"),
        ("Australia/Lord_Howe", "sun 08:00-16:00"),
        ("Asia/Tokyo", "fri 09:00-17:00"),
    ],
)
def test_a_year_of_blocks_reads_back_as_the_same_times(feed_of, read, zone, blocks):
    life = Life(timezone=zone)
    life.role("Practice", terms(blocks=blocks, since="2026-01-05", until="2027-01-04"))
    own = ZoneInfo(zone)

    lines = read(feed_of(life), own)

    assert stretches(lines) == sorted(expected(blocks, "2026-01-05", "2027-01-04", own))


def test_the_clock_times_stay_when_the_clock_changes(feed_of, read):
    life = practice("mon 09:00-17:00", since="2026-10-19", until="2026-11-01")

    lines = read(feed_of(life))

    # Two hours ahead of UTC up to the night to 25 October, one hour after it.
    assert [f"{line.starts_at:%d %H}" for line in lines] == ["19 07", "26 08"]


def test_terms_without_an_end_go_on_as_far_as_calendars_are_read(feed_of, read):
    feed = feed_of(practice("fri 09:00-12:00", since="2026-11-01"))

    assert "RRULE:FREQ=WEEKLY\r\n" in feed
    horizon = TODAY + timedelta(days=ics.HORIZON_DAYS)
    assert len(read(feed)) == len(
        expected("fri 09:00-12:00", "2026-11-01", horizon.isoformat())
    )


def test_new_terms_take_the_place_of_the_old_ones_from_their_day(feed_of, read):
    old = terms(blocks="mon 09:00-12:00", since="2026-11-02")
    new = terms(blocks="wed 09:00-12:00", since="2026-11-16", until="2026-11-30")
    life = Life().role("Practice", old, new, until="2026-12-08")

    lines = read(feed_of(life))

    # Mondays, then Wednesdays for two weeks, then what was agreed before holds again.
    assert sorted(days(lines)) == ["11-02", "11-09", "11-18", "11-25", "11-30", "12-07"]


def test_the_end_of_the_role_ends_its_blocks(feed_of, read):
    life = Life().role(
        "Practice",
        terms(blocks="mon 09:00-12:00", since="2020-01-01"),
        since="2026-11-10",
        until="2026-11-24",
    )

    assert days(read(feed_of(life))) == ["11-16", "11-23"]


def test_roles_that_are_over_are_not_in_the_feed(feed_of):
    life = Life().role("Former", terms(blocks="mon 09:00-12:00"), until="2026-11-20")

    assert "VEVENT" not in feed_of(life)


@pytest.mark.parametrize(("away", "gone"), [("", 2), ("Practice", 2), ("Board", 0)])
def test_leave_takes_out_the_blocks_of_its_role_or_of_all(feed_of, read, away, gone):
    life = practice("mon 09:00-12:00", since="2026-11-02", until="2026-12-01")
    life.role("Board").is_away("2026-11-09", "2026-11-17", role=away)

    # Mondays 2, 9, 16, 23 and 30 November; the 9th and the 16th are within the leave.
    assert len(read(feed_of(life))) == 5 - gone


def test_a_block_that_begins_within_leave_begins_after_it(feed_of, read):
    life = practice("mon 09:00-12:00", since="2026-11-02", until="2026-12-01")
    life.is_away("2026-10-01", "2026-11-10")

    feed = feed_of(life)

    assert "DTSTART;TZID=Europe/Amsterdam:20261116T090000" in feed
    assert days(read(feed)) == ["11-16", "11-23", "11-30"]


def test_days_off_are_left_out(feed_of, read):
    life = practice("fri 09:00-12:00", since="2026-12-14", until="2027-01-09")
    days_off = [date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)]

    lines = read(feed_of(life, days_off=days_off))

    assert days(lines) == ["12-18", "01-08"]


def test_leave_without_an_end_ends_the_blocks(feed_of, read):
    life = practice("mon 09:00-12:00", since="2026-11-02")
    life.is_away("2026-11-20", "9999-01-01", "sickness")

    assert days(read(feed_of(life))) == ["11-02", "11-09", "11-16"]


def test_leave_over_all_of_the_terms_leaves_nothing(feed_of):
    life = practice("mon 09:00-12:00", since="2026-11-02", until="2026-12-01")
    life.is_away("2026-10-01", "2027-01-01")

    assert "VEVENT" not in feed_of(life)


def test_a_feed_without_blocks_is_a_calendar_all_the_same(feed_of, read):
    feed = feed_of(Life().role("Practice", "16/week"))

    assert feed.startswith("BEGIN:VCALENDAR\r\n")
    assert read(feed) == []


def test_a_name_with_signs_and_letters_of_many_bytes_reads_back(feed_of, read):
    name = "Café; “Zuid”, \\ kamer 4 " + "ë" * 60
    life = Life().role(
        name, terms(blocks="mon 09:00-12:00", since="2026-11-16"), until="2026-11-23"
    )

    feed = feed_of(life)

    assert all(len(line.encode()) <= 75 for line in feed.split("\r\n"))
    assert [line.title for line in read(feed)] == [name]


def test_a_name_cannot_write_lines_of_its_own(feed_of):
    life = Life().role("A\r\nATTACH:x\x1b", terms(blocks="mon 09:00-12:00"))

    assert "\r\nATTACH" not in feed_of(life)


def test_the_same_book_gives_the_same_feed_but_for_its_time(feed_of):
    blocks = "mon 09:00-17:00, thu 22:00-06:00"
    later = STAMP + timedelta(hours=3)

    again = ics_writer.write(practice(blocks).portfolio(), stamp=later).decode()

    assert again == feed_of(practice(blocks)).replace("T093000Z", "T123000Z")


def test_a_block_keeps_its_uid_when_the_terms_get_an_end(feed_of):
    def uids(feed: str) -> list[str]:
        return [line for line in feed.splitlines() if line.startswith("UID")]

    open_end = feed_of(practice("mon 09:00-12:00, tue 09:00-12:00"))
    ended = practice("mon 09:00-12:00, tue 09:00-12:00", until="2027-01-01")

    assert uids(feed_of(ended)) == uids(open_end)
    assert len(set(uids(open_end))) == 2


def test_our_own_feed_is_never_taken_for_what_the_person_has(feed_of, tmp_path):
    life = practice("mon 09:00-12:00, thu 13:00-15:00", since="2026-11-02")
    source = source_of(tmp_path, feed_of(life), "Plait.ics")

    lines = list(ics.read(source, Options(today=TODAY, timezone=AMSTERDAM)))

    assert lines == [
        Problem(
            "calendar",
            "These are agreed hours that Plait wrote itself, so they were left out",
            "Practice, Practice",
            "Nothing to do; Plait knows them from what was agreed.",
        )
    ]
