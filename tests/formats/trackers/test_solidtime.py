from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import solidtime

REPORT = (
    "Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),"
    "Billable,Tags\n"
)
GENERIC = (
    "description,billable,client,project,tags,start,end,task,user_name,user_email\n"
)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def row(start, end, took="1:30:00", decimal="1.5"):
    return f"Form,Build,Site,Kolk,Ana,{start},{end},{took},{decimal},Yes,deep\n"


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(solidtime.read(a_file(text), options._replace(**chosen)))

    return lines


def test_a_report_is_read_in_the_chosen_time_zone(read):
    assert read(REPORT + row("2024-03-04 09:00:00", "2024-03-04 10:30:00")) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 9, tzinfo=AMSTERDAM),
            ended_at=datetime(2024, 3, 4, 10, 30, tzinfo=AMSTERDAM),
            client="Kolk",
            project="Site",
            task="Build",
            description="Form",
            tags="deep",
            is_billable=True,
            person="Ana",
        )
    ]


def test_times_that_name_their_zone_are_of_the_local_day(read):
    # 23:30 UTC is half past midnight in Amsterdam, in winter.
    text = GENERIC + (
        'Form,false,Kolk,Site,"deep, web",2024-03-04T23:30:00Z,2024-03-05T00:30:01Z,'
        "Build,Ana,ana@a.example\n"
    )

    [entry] = read(text)

    assert entry.started_at == datetime(2024, 3, 4, 23, 30, tzinfo=UTC)
    assert (entry.on, entry.seconds) == (date(2024, 3, 5), 3601)
    assert (entry.is_billable, entry.tags) == (False, "deep, web")


def test_an_entry_in_utc_over_the_change_of_the_clock_keeps_its_length(read):
    # 00:30 to 01:30 UTC on 27 October 2024 is 02:30 to 02:30 on the wall.
    text = GENERIC + (
        ",true,,Site,,2024-10-27T00:30:00Z,2024-10-27T01:30:00Z,,Ana,a@a.example\n"
    )

    [entry] = read(text)

    assert entry.seconds == 3600


@pytest.mark.parametrize(
    ("took", "decimal", "seconds"),
    [
        ("1:00:00", "1", 3600),
        ("1h 30min", "1.5", 5400),
        ("1h 30min", '"1,25"', 4500),
        ("", "", 5400),
    ],
)
def test_the_stated_duration_counts_where_there_is_one(read, took, decimal, seconds):
    text = REPORT + row("2024-03-04 09:00:00", "2024-03-04 10:30:00", took, decimal)

    [entry] = read(text)

    assert entry.seconds == seconds


@pytest.mark.parametrize(
    ("start", "what"),
    [
        ("2024-03-04", "This is not a date with a time"),
        ("2024-03-04 25:61:00", "This is not a date with a time"),
        ("yesterday at nine", "This is not a date with a time"),
        ("0202-03-04 09:00:00", "This date lies too far back or ahead to be meant"),
        (
            "0001-01-01T00:00:00+14:00",
            "This date lies too far back or ahead to be meant",
        ),
        (
            "9999-12-31T23:59:59-14:00",
            "This date lies too far back or ahead to be meant",
        ),
        ("2024-03-04 11:00:00", "This entry ends before it starts"),
    ],
)
def test_a_bad_start_is_reported_and_the_good_rows_are_kept(read, start, what):
    end = "2024-03-04 10:30:00"

    problem, good = read(REPORT + row(start, end) + row("2024-03-04 09:00:00", end))

    assert (problem.where, problem.what, good.line) == ("line 2", what, 3)


def test_a_running_timer_is_reported(read):
    [problem] = read(REPORT + row("2024-03-04 09:00:00", "", "", ""))

    assert problem.what == "This entry has no end: its timer was still running"


def test_a_team_export_asks_whose_hours_are_meant(read):
    text = GENERIC + (
        ",true,,Site,,2024-03-04T09:00:00Z,2024-03-04T10:00:00Z,,Ana,a@a.example\n"
        ",true,,Site,,2024-03-04T09:00:00Z,2024-03-04T10:00:00Z,,Bo,b@a.example\n"
    )

    with pytest.raises(Unreadable, match="several people: Ana, Bo"):
        read(text)

    assert [entry.line for entry in read(text, person="b@a.example")] == [3]
