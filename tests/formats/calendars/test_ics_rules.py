"""Rules that no calendar should hold."""

import pytest

from plait.formats.calendars import ics
from plait.formats.source import Unreadable
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
    # The day of the 4,001st occurrence is the first left out.
    assert len(lines) == 4_000


def test_rules_that_never_come_do_not_hold_up_the_reading(tmp_path):
    # Every seventh day from a Monday is never a Tuesday.
    never = "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU"
    one = calendar(event("DTSTART:20260302T090000Z", never))
    assert len(list(ics.read(source_of(tmp_path, one), OPTIONS))) == 1

    many = [event("DTSTART:20260302T090000Z", never, uid=str(n)) for n in range(30)]
    with pytest.raises(Unreadable, match="more than Plait works out"):
        list(ics.read(source_of(tmp_path, calendar(*many)), OPTIONS))


def test_a_series_that_ended_before_it_began_is_empty(read):
    dead = "RRULE:FREQ=WEEKLY;UNTIL=20260201T000000Z"
    parts = [event("DTSTART:20260302T090000Z", dead, uid=str(n)) for n in range(30)]

    assert starts(read(*parts)) == []
