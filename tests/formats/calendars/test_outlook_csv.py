"""Outlook's calendar as CSV, in its languages."""

import pytest

from plait.domain.errors import Problem
from plait.formats import registry
from plait.formats.calendars import outlook_csv
from plait.formats.source import Unreadable
from tests.formats.ics_samples import OPTIONS, local, source_of, utc

ENGLISH = (
    '"Subject","Start Date","Start Time","End Date","End Time","All day event",'
    '"Reminder on/off","Categories","Location","Private","Sensitivity","Show time as"\r\n'
)
DUTCH = (
    '"Onderwerp","Begindatum","Begintijd","Einddatum","Eindtijd",'
    '"Evenement, duurt hele dag","Locatie","Privé","Vertrouwelijkheid","Tijd weergeven als"\r\n'
)
GERMAN = (
    '"Betreff","Beginnt am","Beginnt um","Endet am","Endet um","Ganztägiges Ereignis",'
    '"Ort","Privat","Vertraulichkeit","Zeitspanne zeigen als"\r\n'
)


@pytest.fixture
def read(tmp_path):
    def lines(text, encoding="utf-8", **chosen):
        source = source_of(tmp_path, text.encode(encoding), "Praktijk.csv")
        assert registry.format_of(source, OPTIONS).NAME == "outlook_csv"
        return list(outlook_csv.read(source, OPTIONS._replace(**chosen)))

    return lines


def row(start="3/16/2026,2:00:00 PM", end="3/16/2026,3:30:00 PM", **cells):
    given = {"all_day": "False", "private": "False", "kind": "Normal", "shown": "2"}
    given |= cells
    parts = ["Chair call", *start.split(","), *end.split(","), given["all_day"]]
    parts += ["False", "", "Room 4", given["private"], given["kind"], given["shown"]]
    return ",".join(f'"{part}"' for part in parts) + "\r\n"


def test_a_row_is_an_event_in_the_local_zone(read):
    (line,) = read(ENGLISH + row())

    # Two in the afternoon in Amsterdam, which is an hour ahead of UTC in March.
    assert (line.starts_at, line.ends_at) == (
        utc(2026, 3, 16, 13),
        utc(2026, 3, 16, 14, 30),
    )
    assert (line.title, line.location, line.calendar) == (
        "Chair call",
        "Room 4",
        "Praktijk",
    )
    assert line.is_busy
    assert not line.is_all_day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize(
    "text",
    [
        DUTCH
        + '"Overleg","16-3-2026","14:00:00","16-3-2026","15:30:00","Onwaar","Zaal","Onwaar","Normaal","2"\r\n',
        GERMAN
        + '"Sitzung","16.3.2026","14:00:00","16.3.2026","15:30:00","Aus","Saal","Aus","Normal","2"\r\n',
    ],
)
def test_dutch_and_german_exports_are_read(read, text, encoding):
    (line,) = read(text, encoding)

    assert local([line]) == ["16 Mar 14:00"]
    assert line.title in ("Overleg", "Sitzung")
    assert line.is_busy


def test_dates_of_a_dutch_export_are_day_first(read):
    (line,) = read(
        DUTCH
        + '"Overleg","3-4-2026","14:00","3-4-2026","15:00","Onwaar","","","",""\r\n'
    )

    assert local([line]) == ["03 Apr 14:00"]


def test_dates_that_can_be_read_two_ways_are_not_guessed(read):
    rows = ENGLISH + row("3/4/2026,2:00 PM", "3/4/2026,3:00 PM")

    with pytest.raises(Unreadable, match="two ways"):
        read(rows)

    assert local(read(rows, is_day_first=False)) == ["04 Mar 14:00"]


@pytest.mark.parametrize(
    ("start", "end", "all_day", "days"),
    [
        ("3/16/2026,12:00:00 AM", "3/18/2026,12:00:00 AM", "True", 2),
        ("3/16/2026,12:00:00 AM", "3/16/2026,12:00:00 AM", "True", 1),
        ("3/16/2026,9:00:00 AM", "3/16/2026,5:00:00 PM", "True", 1),
        ("3/16/2026,12:00:00 AM", "3/17/2026,12:00:00 AM", "False", 1),
        ("3/16/2026,12:01:00 AM", "3/16/2026,11:59:00 PM", "False", 1),
        ("3/16/2026,", "3/17/2026,", "", 1),
    ],
)
def test_whole_days_are_days(read, start, end, all_day, days):
    (line,) = read(ENGLISH + row(start, end, all_day=all_day))

    assert line.is_all_day
    assert (line.ends_at - line.starts_at).days == days


@pytest.mark.parametrize("private", [{"private": "True"}, {"kind": "Confidential"}])
def test_of_a_private_event_only_the_time_is_kept(read, private):
    (line,) = read(ENGLISH + row(**private))

    assert (line.title, line.location) == ("", "")
    assert local([line]) == ["16 Mar 14:00"]


@pytest.mark.parametrize(
    ("shown", "is_busy"),
    [("1", False), ("2", True), ("3", False), ("4", True), ("Free", False), ("", True)],
)
def test_free_and_tentative_ask_no_time(read, shown, is_busy):
    (line,) = read(ENGLISH + row(shown=shown))

    assert line.is_busy == is_busy


def test_what_was_declined_asks_no_time(read):
    heading = ENGLISH.replace("\r\n", ',"Response"\r\n')
    declined = row().replace("\r\n", ',"Declined"\r\n')
    accepted = row().replace("\r\n", ',"Accepted"\r\n')

    assert [line.is_busy for line in read(heading + declined + accepted)] == [
        False,
        True,
    ]


def test_an_event_keeps_its_name_from_export_to_export(read):
    first, other = read(ENGLISH + row() + row(end="3/16/2026,4:00:00 PM"))

    assert first.uid == read(ENGLISH + row())[0].uid
    assert first.uid != other.uid


@pytest.mark.parametrize(
    ("start", "end", "what"),
    [
        ("3/36/2026,2:00 PM", "3/16/2026,3:00 PM", "not a date in the form"),
        ("3/16/2026,25:00", "3/16/2026,3:00 PM", "not a time of the day"),
        ("3/16/2026,2:00 PM", "3/15/2026,3:00 PM", "ends before it starts"),
    ],
)
def test_a_bad_row_costs_itself_alone(read, start, end, what):
    found = read(ENGLISH + row() + row(start, end) + row(), is_day_first=False)

    assert [type(one).__name__ for one in found] == [
        "EventLine",
        "Problem",
        "EventLine",
    ]
    assert isinstance(found[1], Problem)
    assert what in found[1].what
