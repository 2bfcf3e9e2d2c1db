from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import toggl

HEADING = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,"
    "End date,End time,Duration,Tags,Amount (EUR)\n"
)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def row(start="2024-03-04,09:00:00", end="2024-03-04,10:30:00", took="01:30:00"):
    return f"Ana,ana@a.example,Kolk,Site,Build,Form,Yes,{start},{end},{took},,127.50\n"


@pytest.fixture
def read(a_file, options):
    def lines(text, encoding="utf-8", **chosen):
        source = a_file(text, encoding)
        return list(toggl.read(source, options._replace(**chosen)))

    return lines


def test_a_row_becomes_an_entry_with_all_it_says(read):
    text = HEADING + (
        "Ana Reyes,ana@a.example,Kolk BV,Site,Build,Form,Yes,"
        '2024-03-04,09:00:00,2024-03-04,10:30:00,01:30:00,"deep , remote",127.50\n'
    )

    assert read(text, encoding="utf-8-sig") == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 9, tzinfo=AMSTERDAM),
            ended_at=datetime(2024, 3, 4, 10, 30, tzinfo=AMSTERDAM),
            client="Kolk BV",
            project="Site",
            task="Build",
            description="Form",
            tags="deep, remote",
            is_billable=True,
            person="Ana Reyes",
        )
    ]


def test_a_clock_time_is_of_the_chosen_time_zone(read):
    # Amsterdam is an hour ahead of UTC in March.
    [entry] = read(HEADING + row())

    assert entry.started_at.astimezone(ZoneInfo("UTC")).hour == 8


def test_newer_headings_call_the_end_stop_and_write_a_dash_for_nothing(read):
    text = (
        '"Description","Duration","Member","Email","Project","Tags",'
        '"Start date","Start time","Stop date","Stop time"\n'
        '"-","0:30:00","Ana","ana@a.example","-","-",'
        '"2025-06-02","09:00:00","2025-06-02","09:30:00"\n'
    )

    [entry] = read(text)

    assert (entry.seconds, entry.description) == (1800, "")
    assert (entry.project, entry.tags) == ("", "")
    assert (entry.person, entry.is_billable) == ("Ana", None)


def test_an_export_without_email_or_amount_is_read(read):
    text = (
        "User,Client,Project,Description,Billable,"
        "Start date,Start time,End date,End time,Duration\n"
        "Ana,Kolk,Site,Form,No,2024-03-04,09:00:00,2024-03-04,09:10:00,00:10:00\n"
    )

    [entry] = read(text)

    assert (entry.seconds, entry.is_billable, entry.task) == (600, False, "")


def test_an_entry_over_midnight_is_of_the_day_it_started(read):
    [entry] = read(
        HEADING + row("2024-03-04,23:30:00", "2024-03-05,00:15:00", "00:45:00")
    )

    assert (entry.on, entry.seconds) == (date(2024, 3, 4), 2700)


def test_a_pause_shows_in_the_stated_duration(read):
    [entry] = read(HEADING + row(took="01:00:00"))

    assert entry.seconds == 3600


def test_an_entry_of_no_length_is_left_out(read):
    text = HEADING + row("2024-03-04,09:00:00", "2024-03-04,09:00:00", "00:00:00")

    assert read(text) == []


def test_an_hour_over_the_change_to_winter_time_counts_as_it_was_tracked(read):
    # 27 October 2024: 03:00 becomes 02:00 again; 02:45 to 02:15 is half an hour.
    [entry] = read(
        HEADING + row("2024-10-27,02:45:00", "2024-10-27,02:15:00", "00:30:00")
    )

    instants = entry.ended_at.timestamp() - entry.started_at.timestamp()
    assert (entry.seconds, instants) == (1800, 1800)


def test_a_time_that_the_change_to_summer_time_skips_is_taken(read):
    [entry] = read(
        HEADING + row("2024-03-31,02:30:00", "2024-03-31,04:00:00", "00:30:00")
    )

    assert (entry.on, entry.seconds) == (date(2024, 3, 31), 1800)


def test_a_running_timer_is_reported(read):
    assert read(HEADING + row(end=",", took="")) == [
        Problem(
            "line 2",
            "This entry has no end: its timer was still running",
            "2024-03-04",
            "Stop the timer in the tracker and export again.",
        )
    ]


@pytest.mark.parametrize(
    ("start", "end", "took", "what"),
    [
        (
            "2024-03-04,25:61:00",
            "2024-03-04,10:30:00",
            "01:30:00",
            "This is not a time of the day",
        ),
        (
            "0202-03-04,09:00:00",
            "0202-03-04,10:30:00",
            "01:30:00",
            "This date lies too far back or ahead to be meant",
        ),
        (
            "2024-02-30,09:00:00",
            "2024-03-04,10:30:00",
            "01:30:00",
            "This is not a date in the form that the file uses",
        ),
        (
            "2024-03-04,09:00:00",
            "2024-03-04,08:00:00",
            "01:00:00",
            "This entry ends before it starts",
        ),
    ],
)
def test_a_bad_row_is_reported_and_the_good_ones_are_kept(read, start, end, took, what):
    first, problem, last = read(HEADING + row() + row(start, end, took) + row())

    assert (problem.where, problem.what) == ("line 3", what)
    assert (first.line, last.line) == (2, 4)


@pytest.mark.parametrize(
    ("took", "seconds"),
    [
        # The first four say it rightly, the others say nothing beside 9:00 to 10:30.
        ("90:00 min", 5400),
        ("85:00 min", 5100),
        ("5280 sec", 5280),
        ("1h 30m", 5400),
        ("30:00:00", 5400),
        ("99999999999999:00", 5400),
        ("-1:00:00", 5400),
        ("n/a", 5400),
        ("", 5400),
    ],
)
def test_a_bad_length_never_loses_a_row_with_good_times(read, took, seconds):
    [entry] = read(HEADING + row(took=took))

    assert entry.seconds == seconds


def test_the_number_of_an_entry_is_kept_where_the_export_has_one(read):
    heading = HEADING.replace("User,", "ID,User,")
    text = heading + "71," + row() + "72," + row()

    assert [line.tracker_id for line in read(text)] == ["toggl:71", "toggl:72"]


def test_a_number_that_comes_back_is_not_that_of_an_entry(read):
    heading = HEADING.replace("User,", "ID,User,")
    text = heading + "71," + row() + "71," + row()

    assert [line.tracker_id for line in read(text)] == ["", ""]


def test_an_entry_of_several_days_between_its_times_is_taken(read):
    # From Monday nine to Tuesday three in the afternoon: 24 + 6 hours.
    [entry] = read(
        HEADING + row("2024-03-04,09:00:00", "2024-03-05,15:00:00", "30:00:00")
    )

    assert entry.seconds == 30 * 3600


def test_a_team_export_asks_whose_hours_are_meant(read):
    text = HEADING + row() + row().replace("Ana,ana", "Bo,bo")

    with pytest.raises(Unreadable) as refused:
        read(text)

    assert str(refused.value) == (
        "This export holds the hours of several people: Ana, Bo."
        " Choose whose hours these are: --person NAME"
    )


@pytest.mark.parametrize("person", ["bo", "BO@A.EXAMPLE"])
def test_only_the_rows_of_the_chosen_person_are_kept(read, person):
    text = HEADING + row() + row().replace("Ana,ana", "Bo,bo")

    [entry] = read(text, person=person)

    assert (entry.line, entry.person) == (3, "Bo")


def test_someone_who_is_not_in_the_export_cannot_be_chosen(read):
    with pytest.raises(Unreadable, match="The person you chose is not in this export"):
        read(HEADING + row(), person="Cy")


def test_two_names_with_one_address_are_one_person(read):
    text = HEADING + row() + row().replace("Ana,", "Ana Reyes,")

    assert [entry.person for entry in read(text)] == ["Ana", "Ana Reyes"]


def test_a_cut_off_last_line_is_reported(read):
    whole, problem = read(HEADING + row() + row()[:70])

    assert whole.line == 2
    assert problem.what == "This line has fewer columns than the heading"


def test_a_quotation_mark_left_open_costs_only_its_own_row(read):
    text = HEADING + row() + row().replace("Form", '"Form') + row()

    read_lines = [line.line for line in read(text) if isinstance(line, TimeLine)]

    assert read_lines == [2, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(a_file, options, encoding):
    source = a_file(HEADING + row().replace("Form", "Café"), encoding)

    [entry] = toggl.read(source, options)

    assert toggl.recognise(source)
    assert entry.description == "Café"


def test_a_heading_alone_holds_nothing(read):
    assert read(HEADING) == []


def test_an_empty_file_is_not_recognised(a_file):
    assert not toggl.recognise(a_file(""))


def test_the_fast_way_gives_what_the_plain_way_gives(read):
    # Every 37 minutes over the year that holds both changes of the clock.
    starts = [datetime(2024, 1, 1) + timedelta(minutes=37 * n) for n in range(14_000)]
    ends = [start + timedelta(minutes=20) for start in starts]
    text = HEADING + "".join(
        row(f"{start:%Y-%m-%d,%H:%M:%S}", f"{end:%Y-%m-%d,%H:%M:%S}", "00:20:00")
        for start, end in zip(starts, ends, strict=True)
    )

    found = [(line.started_at, line.ended_at, line.on) for line in read(text)]

    assert found == [
        (s.replace(tzinfo=AMSTERDAM), e.replace(tzinfo=AMSTERDAM), s.date())
        for s, e in zip(starts, ends, strict=True)
    ]
