"""Fetched calendars, put together so that the reader of ICS takes them as a file."""

import codecs

import pytest

from plait.domain.records import EventLine
from plait.formats.calendars import ics
from plait.formats.calendars.ics_fetched import (
    calendar_name,
    together,
    uids_in,
)
from tests.formats.ics_samples import OPTIONS, calendar, event, source_of

TEAM = calendar(event("DTSTART:20260302T090000Z", uid="team")).encode()
BOARD = calendar(event("DTSTART:20260303T090000Z", uid="board")).encode()
NAMED = calendar(
    "X-WR-CALNAME:Club\r\n", event("DTSTART:20260304T090000Z", uid="club")
).encode()


@pytest.fixture
def read(tmp_path):
    def read(content: bytes) -> list:
        return list(ics.read(source_of(tmp_path, content), OPTIONS))

    return read


def test_calendars_of_one_event_each_become_one_file_of_that_name(read):
    lines = read(together([TEAM, BOARD], "Work; mine, \\all"))

    assert [(line.uid, line.calendar) for line in lines] == [
        ("team", "Work; mine, \\all"),
        ("board", "Work; mine, \\all"),
    ]


def test_a_calendar_keeps_the_name_that_it_gives_itself(read):
    (line,) = read(together([NAMED], "Work"))

    assert line.calendar == "Club"


@pytest.mark.parametrize(
    "part",
    [
        codecs.BOM_UTF8 + TEAM,
        TEAM.decode().encode("utf-16"),
        TEAM.replace(b"\r\n", b"\n"),
        TEAM.replace(b"BEGIN:VCALENDAR", b"begin:vcalendar "),
    ],
    ids=["mark", "utf-16", "line ends", "small letters"],
)
def test_however_a_calendar_is_written_it_goes_together_with_others(read, part):
    lines = read(together([BOARD, part], "Work"))

    assert [(line.uid, line.calendar) for line in lines] == [
        ("board", "Work"),
        ("team", "Work"),
    ]


def test_a_name_cannot_write_lines_of_its_own(read):
    (line,) = read(together([TEAM], "Work\r\nBEGIN:VEVENT"))

    assert line.calendar == "Work BEGIN:VEVENT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Team\\, both\r\n", "Team, both"),
        (b"BEGIN:VCALENDAR\nx-wr-calname;VALUE=TEXT:Team\n", "Team"),
        (b"BEGIN:VCALENDAR\nDESCRIPTION:X-WR-CALNAME:x\n", ""),
        (b"", ""),
    ],
)
def test_what_a_calendar_calls_itself_is_known_without_reading_it(text, name):
    assert calendar_name(text) == name


def test_every_event_of_a_file_has_a_name_broken_ones_too(tmp_path, read):
    nameless = "BEGIN:VEVENT\r\nDTSTART:20260305T090000Z\r\nEND:VEVENT\r\n"
    broken = event("SUMMARY:No start", uid="broken")
    content = calendar(nameless, broken).encode() + TEAM

    found = uids_in(source_of(tmp_path, content))

    read_names = {line.uid for line in read(content) if isinstance(line, EventLine)}
    assert found == read_names | {"broken"}
    assert len(read_names) == 2


def test_no_calendars_at_all_are_an_empty_one(tmp_path, read):
    empty = together([], "Board")

    assert ics.recognise(source_of(tmp_path, empty))
    assert read(empty) == []
