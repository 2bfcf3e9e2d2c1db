from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.domain.records import TimeLine
from plait.formats.tables import table

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def read(source, options):
    mapping = table.describe(source).proposal()
    return list(table.read(source, options._replace(mapping=mapping)))


@pytest.mark.parametrize("hours", ["0.33", "0:20", "20 min", "some"])
def test_the_clock_beside_rounded_or_unread_hours_is_exact(a_file, options, hours):
    rows = "".join(
        f"2024-01-{day},09:00,09:20,{hours},x\n" for day in (29, 30)
    ) + "2024-01-31,10:00,10:20,0.33,x\n" * (hours == "some")
    source = a_file(f"Date,Start,End,Hours,Project\n{rows}")

    found = read(source, options)

    assert {line.seconds for line in found} == {1200}


def test_hours_by_day_are_read(a_file, options):
    source = a_file(
        "Datum;Uren;Klant;Project;Omschrijving\n"
        "31-01-2024;7,5;Lindenhof;Training;voorbereiden\n"
    )

    assert table.describe(source).kind == "time"
    assert read(source, options) == [
        TimeLine(
            line=2,
            on=date(2024, 1, 31),
            seconds=27_000,  # 7.5 x 3600
            client="Lindenhof",
            project="Training",
            description="voorbereiden",
        )
    ]


def test_a_start_and_an_end_give_the_hours_between(a_file, options):
    source = a_file("Date,Start,End,Client\n2024-01-31,9:00,12:30,Fernleigh\n")

    [line] = read(source, options)

    assert line.seconds == 12_600  # 3.5 x 3600
    assert line.started_at == datetime(2024, 1, 31, 9, tzinfo=AMSTERDAM)


def test_an_end_before_its_start_is_of_the_next_day(a_file, options):
    source = a_file("Date,Start,End\n2024-01-31,22:00,1:00\n")

    [line] = read(source, options)

    assert (line.on, line.seconds) == (date(2024, 1, 31), 10_800)
    assert line.ended_at == datetime(2024, 2, 1, 1, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-01-31 09:00", "2024-01-31 10:30"),
        ("2024-01-31T08:00:00Z", "2024-01-31T09:30:00Z"),
        ("2024-01-31 09:00:00.250+01:00", "2024-01-31 10:30:00.750+01:00"),
        ("31 Jan 2024 9:00 AM", "31 Jan 2024 10:30 AM"),
    ],
)
def test_a_moment_may_hold_its_own_day_and_zone(a_file, options, start, end):
    source = a_file(f"Project,Start,End\nTraining,{start},{end}\n")

    [line] = read(source, options)

    assert line.started_at.astimezone(UTC) == datetime(2024, 1, 31, 8, tzinfo=UTC)
    assert line.seconds == 5400


@pytest.mark.parametrize(("text", "seconds"), [("2:15", 8100), ("2.25", 8100)])
def test_a_duration_is_a_clock_or_a_number_of_hours(a_file, options, text, seconds):
    source = a_file(f"Day,Duration,Client\n3 Jan 2024,{text},Fernleigh\n")

    [line] = read(source, options)

    assert (line.on, line.seconds) == (date(2024, 1, 3), seconds)


def test_an_entry_of_no_time_is_left_out(a_file, options):
    source = a_file("Date,Hours\n2024-01-31,0\n2024-01-30,1\n")

    assert [line.on.day for line in read(source, options)] == [30]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("2024-01-31,,x", "This entry does not say how long it took"),
        ("2024-01-31,lunch,x", "This is not a number"),
        ("2024-01-31,-2,x", "This cannot be how long something took"),
        ("2024-01-31,30,x", "This entry is longer than a day"),
        ("someday,1,x", "This is not a date in the form that the file uses"),
    ],
)
def test_a_bad_entry_is_listed_and_the_good_one_kept(a_file, options, row, what):
    good = "2024-01-30,1,y\n" * 9
    source = a_file(f"Date,Hours,Client\n{good}{row}\n")

    found = read(source, options)

    assert [type(f) for f in found] == [TimeLine] * 9 + [Problem]
    assert (found[9].where, found[9].what) == ("line 11", what)
