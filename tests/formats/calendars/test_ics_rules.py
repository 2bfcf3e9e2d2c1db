"""Rules that no calendar should hold."""

from collections import Counter
from datetime import timedelta
from time import process_time

import pytest

from plait.domain.errors import Problem
from plait.domain.records import EventLine
from plait.formats.calendars import ics
from tests.formats.ics_samples import (
    OPTIONS,
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


GOOD = event("DTSTART:20260305T090000Z", uid="good")


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("FREQ=SECONDLY", "by the hour or faster"),
        ("FREQ=HOURLY;COUNT=3", "by the hour or faster"),
        ("FREQ=DAILY;BYHOUR=9,10,11,12,13;BYMINUTE=0,10,20,30,40", "or faster"),
        ("FREQ=DAILY;INTERVAL=0", "not understood"),
        ("FREQ=DAILY;INTERVAL=99999999999", "not understood"),
        ("FREQ=DAILY;COUNT=-1", "not understood"),
        ("FREQ=DAILY;BYSETPOS=3", "not understood"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "not understood"),
        ("FREQ=NEVER", "not understood"),
        ("W1 MO", "not understood"),
        ("", "not understood"),
        ("FREQ=WEEKLY;UNTIL=later", "is not a date"),
        ("FREQ=WEEKLY;BYMONTH=77", "not understood"),
        ("FREQ=WEEKLY;BYDAY=" + "MO," * 400, "not understood"),
    ],
)
def test_a_rule_that_cannot_be_takes_the_first_and_says_so(read, rule, what):
    problem, first, line = read(
        event("DTSTART:20260302T090000Z", f"RRULE:{rule}"), GOOD
    )

    assert what in problem.what
    assert first.starts_at == utc(2026, 3, 2, 9)
    assert line.uid == "good"


def test_a_count_beyond_measure_ends_at_the_horizon(read):
    lines = read(
        event("DTSTART;VALUE=DATE:20260301", "RRULE:FREQ=DAILY;COUNT=1000000000")
    )

    assert len(lines) == 400


def test_a_series_longer_than_worked_out_says_so(read):
    problem, *lines = read(event("DTSTART:20000101T090000Z", "RRULE:FREQ=DAILY"))

    assert "repeats so often" in problem.what
    # The newest 4,000 up to 4 April 2027, the last of 400 days from 1 March 2026.
    assert len(lines) == 4_000
    assert lines[-1].starts_at == utc(2027, 4, 4, 9)
    assert lines[-1].starts_at - lines[0].starts_at == timedelta(days=3_999)


@pytest.mark.parametrize("end", ["COUNT=9000", "UNTIL=20300101T000000Z"])
def test_the_newest_of_a_series_with_an_end_are_taken_too(read, end):
    rule = f"RRULE:FREQ=DAILY;{end}"

    _, *lines = read(event("DTSTART:20050101T090000Z", rule))

    # 1 January 2005 and 8,999 days more reach past the horizon as well.
    assert (len(lines), lines[-1].starts_at) == (4_000, utc(2027, 4, 4, 9))


def test_rules_that_never_come_do_not_hold_up_the_reading(tmp_path):
    # Every seventh day from a Monday is never a Tuesday.
    never = "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU"
    many = [event("DTSTART:20260302T090000Z", never, uid=str(n)) for n in range(30)]

    lines = list(ics.read(source_of(tmp_path, calendar(*many)), OPTIONS))

    assert starts(lines) == [utc(2026, 3, 2, 9)] * 30


HEAVY = [
    "FREQ=YEARLY;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTHDAY=29;COUNT=4000",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;BYMONTH=12",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,30",
    "FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=3",
    "FREQ=YEARLY;BYDAY=-53WE",
]


@pytest.mark.parametrize("rule", HEAVY)
def test_no_file_of_rules_takes_more_than_a_moment(tmp_path, rule):
    many = [
        event(f"DTSTART;VALUE=DATE:16000229\r\nRRULE:{rule}", uid=str(n))
        for n in range(300)
    ]
    source = source_of(tmp_path, calendar(*many, GOOD))

    begun = process_time()
    lines = list(ics.read(source, OPTIONS))

    assert process_time() - begun < 8  # a second or two, on a machine that is busy
    [good] = [
        line for line in lines if isinstance(line, EventLine) and line.uid == "good"
    ]
    assert good.starts_at == utc(2026, 3, 5, 9)
    assert len({line.uid for line in lines if isinstance(line, EventLine)}) == 301


def test_the_same_file_always_gives_the_same_occurrences(tmp_path):
    many = [
        event("DTSTART:19000101T090000Z", "RRULE:FREQ=DAILY", uid=str(n))
        for n in range(120)
    ]
    source = source_of(tmp_path, calendar(*many))

    first, again = (list(ics.read(source, OPTIONS)) for _ in range(2))

    assert first == again
    [problem] = [line for line in first if isinstance(line, Problem)]
    assert problem.what.startswith("There are more repetitions in this calendar than")
    # What is ahead comes before what is past: each has the 400 days to the horizon.
    days = Counter(line.uid for line in first if isinstance(line, EventLine))
    assert min(days.values()) >= 400


@pytest.mark.parametrize("days", ["MO, TU, WE", "MO,TU ,WE", " MO, TU, WE "])
def test_blanks_between_days_change_nothing(read, days):
    lines = read(
        event("DTSTART:20260302T090000Z", f"RRULE:FREQ=WEEKLY;BYDAY={days};COUNT=6")
    )

    assert [at.day for at in starts(lines)] == [2, 3, 4, 9, 10, 11]


def test_a_series_that_ended_before_it_began_is_empty(read):
    dead = "RRULE:FREQ=WEEKLY;UNTIL=20260201T000000Z"
    parts = [event("DTSTART:20260302T090000Z", dead, uid=str(n)) for n in range(30)]

    assert starts(read(*parts)) == []
