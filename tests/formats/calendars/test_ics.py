"""Events as they stand, and those that are broken."""

from datetime import timedelta

import pytest

from plait.domain.records import EventLine, SeriesGone
from plait.formats.archive import WITHIN
from plait.formats.calendars import ics
from tests.formats.ics_samples import OPTIONS, calendar, event, reader, source_of, utc


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


GOOD = event("DTSTART:20260305T090000Z", uid="good")


def test_a_single_event_is_one_occurrence(read):
    single = event(
        "DTSTART;TZID=Europe/Amsterdam:20260302T090000",
        "DTEND;TZID=Europe/Amsterdam:20260302T103000",
        "SUMMARY:Rota\\, week 10",
        "LOCATION:Room 4",
    )

    assert read("X-WR-CALNAME:Practice\r\n", single) == [
        EventLine(
            line=1,
            uid="one@example.org",
            occurrence="",  # no series, so that a moved event is still the same
            starts_at=utc(2026, 3, 2, 8),  # winter time: an hour ahead of UTC
            ends_at=utc(2026, 3, 2, 9, 30),
            title="Rota, week 10",
            calendar="Practice",
            location="Room 4",
        )
    ]


@pytest.mark.parametrize("name", ["Work.ics", f"takeout.zip{WITHIN}Calendars/Work.ics"])
def test_a_calendar_without_a_name_is_called_after_its_file(tmp_path, name):
    source = source_of(tmp_path, calendar(event("DTSTART:20260302T090000Z")), name)

    (line,) = ics.read(source, OPTIONS)

    assert line.calendar == "Work"


def test_a_time_without_a_zone_is_the_persons_own(read):
    (line,) = read(event("DTSTART:20260702T090000"))

    assert line.starts_at == utc(2026, 7, 2, 7)  # summer time: two hours ahead


@pytest.mark.parametrize(
    ("length", "ends_at"),
    [
        ("DURATION:PT1H30M", utc(2026, 3, 2, 10, 30)),
        ("DURATION:P1D", utc(2026, 3, 3, 9)),
        ("DTEND:20260302T093000Z", utc(2026, 3, 2, 9, 30)),
        ("SUMMARY:No end", utc(2026, 3, 2, 9)),
    ],
)
def test_an_end_is_a_time_or_a_length_or_the_start_itself(read, length, ends_at):
    (line,) = read(event("DTSTART:20260302T090000Z", length))

    assert line.ends_at == ends_at


def test_eight_hours_over_the_change_of_the_clock_are_eight_hours(read):
    # In the night to 29 March 2026 the clock jumps from 2 to 3.
    (line,) = read(
        event("DTSTART;TZID=Europe/Amsterdam:20260328T220000", "DURATION:PT8H")
    )

    assert line.ends_at - line.starts_at == timedelta(hours=8)


@pytest.mark.parametrize(
    ("length", "days"),
    [
        ("SUMMARY:No end", 1),
        ("DTEND;VALUE=DATE:20260702", 1),  # as some write a single day
        ("DTEND;VALUE=DATE:20260703", 1),
        ("DTEND;VALUE=DATE:20260706", 4),
        ("DURATION:P2D", 2),
    ],
)
def test_a_whole_day_runs_from_local_midnight_to_local_midnight(read, length, days):
    (line,) = read(event("DTSTART;VALUE=DATE:20260702", length))

    assert line.is_all_day
    assert line.starts_at == utc(2026, 7, 1, 22)
    assert line.ends_at == line.starts_at + timedelta(days=days)


def test_a_transparent_event_takes_no_time(read):
    free, busy = read(
        event("DTSTART:20260302T090000Z", "TRANSP:TRANSPARENT", uid="a"),
        event("DTSTART:20260302T090000Z", "TRANSP:OPAQUE", uid="b"),
    )

    assert (free.is_busy, busy.is_busy) == (False, True)


@pytest.mark.parametrize("level", ["PRIVATE", "CONFIDENTIAL", "private"])
def test_a_private_event_keeps_its_time_alone(read, level):
    (line,) = read(
        event(
            "DTSTART:20260302T090000Z",
            "SUMMARY:Dentist",
            "LOCATION:Dam 1",
            f"CLASS:{level}",
        )
    )

    assert (line.title, line.location) == ("", "")
    assert line.starts_at == utc(2026, 3, 2, 9)


def test_an_event_cancelled_as_a_whole_comes_as_gone(read):
    gone = read(event("DTSTART:20260302T090000Z", "STATUS:CANCELLED", uid="one"))

    assert gone == [SeriesGone(line=1, uid="one")]


def test_a_series_cancelled_as_a_whole_comes_as_gone_once(read):
    weekly = ("DTSTART:20260302T090000Z", "RRULE:FREQ=WEEKLY;COUNT=5")

    gone = read(event(*weekly, "STATUS:CANCELLED", uid="one"))

    assert gone == [SeriesGone(line=1, uid="one")]


def test_a_calendar_sent_to_cancel_calls_off_what_is_in_it(read):
    gone = read("METHOD:CANCEL\r\n", event("DTSTART:20260302T090000Z", uid="one"))

    assert gone == [SeriesGone(line=1, uid="one")]


def test_one_occurrence_called_off_on_its_own_leaves_its_series(read):
    gone = read(
        "METHOD:CANCEL\r\n",
        event("DTSTART:20260309T090000Z", "RECURRENCE-ID:20260309T090000Z", uid="one"),
    )

    assert gone == [SeriesGone(1, "one", occurrence="2026-03-09T09:00:00+00:00")]


def test_a_change_sent_without_its_series_says_that_it_is_alone(read):
    (line,) = read(event("DTSTART:20260309T100000Z", "RECURRENCE-ID:20260309T090000Z"))

    assert line.is_alone
    assert line.occurrence == "2026-03-09T09:00:00+00:00"


def test_alarms_and_tasks_inside_change_nothing(read):
    alarm = "BEGIN:VALARM\r\nSUMMARY:Alarm\r\nDURATION:PT5M\r\nEND:VALARM"
    task = "BEGIN:VTODO\r\nUID:t\r\nDTSTART:20260302T090000Z\r\nEND:VTODO\r\n"

    (line,) = read(event("DTSTART:20260302T090000Z", alarm, "SUMMARY:Rota"), task)

    assert (line.title, line.ends_at) == ("Rota", line.starts_at)


def test_the_newest_version_of_an_event_stands(read):
    (line,) = read(
        event("DTSTART:20260302T090000Z", "SEQUENCE:2", "SUMMARY:New"),
        event("DTSTART:20260301T090000Z", "SEQUENCE:1", "SUMMARY:Old"),
    )

    assert line.title == "New"


def test_an_event_told_twice_is_one(read):
    assert len(read(event("DTSTART:20260302T090000Z") * 2)) == 1


def test_two_events_that_share_a_name_by_mistake_stay_two(read):
    lines = read(event("DTSTART:20260302T090000Z"), event("DTSTART:20260309T090000Z"))

    assert [line.occurrence[:10] for line in lines] == ["2026-03-02", "2026-03-09"]


def test_several_calendars_in_one_file_keep_their_names(tmp_path):
    first = calendar("X-WR-CALNAME:Practice\r\n", event("DTSTART:20260302T090000Z"))
    second = calendar("X-WR-CALNAME:Charity\r\n", event("DTSTART:20260303T090000Z"))

    lines = list(ics.read(source_of(tmp_path, first + second), OPTIONS))

    assert [(x.line, x.calendar) for x in lines] == [(1, "Practice"), (2, "Charity")]


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (event("SUMMARY:Nothing more"), "This event has no start"),
        (
            event("DTSTART:20260302T090000Z", "DTEND:20260302T080000Z"),
            "This event ends before it starts",
        ),
        (event("DTSTART:20260232T090000Z"), "This is not a date or time"),
        (event("DTSTART:soon"), "This is not a date or time"),
        (event("DTSTART:00010101T000000Z"), "This is not a date or time"),
        (event("DTSTART:99991231T235959Z"), "This is not a date or time"),
        (event("DTSTART:20260302T090000Z", "DURATION:P99999999W"), "not the length"),
        (event("DTSTART:20260302T090000Z", "DURATION:-PT1H"), "not the length"),
        (event("DTSTART:20260302T090000Z", "EXDATE:never"), "not a date or time"),
        ("BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260302T090000Z\r\n", "breaks off"),
    ],
)
def test_a_broken_event_costs_one_problem_and_the_rest_is_read(read, broken, what):
    problem, line = read(broken, GOOD)

    assert what in problem.what
    assert problem.where == "event 1"
    assert (line.uid, line.line) == ("good", 2)


def test_events_without_a_uid_are_told_apart(read):
    without = [
        event("DTSTART:20260302T090000Z", f"SUMMARY:{title}").replace(
            "UID:one@example.org\r\n", ""
        )
        for title in ("A", "B")
    ]

    first, again = read(*without), read(*without)

    assert len({line.uid for line in first}) == 2
    assert all(line.uid.startswith("without-uid-") for line in first)
    assert first == again


def test_a_title_of_a_megabyte_is_cut(read):
    for break_ in ("", "\r\n "):
        title = (("x" * 70) + break_) * 15_000
        (line,) = read(event("DTSTART:20260302T090000Z", f"SUMMARY:{title}"))
        assert line.title == "x" * 300


def test_what_no_database_takes_is_left_out(read):
    (line,) = read(event("DTSTART:20260302T090000Z", "SUMMARY:A\0B"))

    assert line.title == "AB"
