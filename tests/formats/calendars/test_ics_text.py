"""Encodings, folding, and files that are no calendar or break off."""

import pytest

from plait.formats.calendars import ics
from plait.formats.source import Unreadable
from tests.formats.ics_samples import OPTIONS, calendar, event, reader, source_of


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


GOOD = event("DTSTART:20260305T090000Z", uid="good")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_read(tmp_path, encoding):
    text = calendar(event("DTSTART:20260302T090000Z", "SUMMARY:Präsidium"))
    source = source_of(tmp_path, text.encode(encoding))

    assert ics.recognise(source)
    (line,) = ics.read(source, OPTIONS)
    assert line.title == "Präsidium"


def test_a_line_folded_within_a_letter_is_put_together(tmp_path):
    text = calendar(event("DTSTART:20260302T090000Z", "SUMMARY:Pr@sidium")).encode()
    a_umlaut = "ä".encode()
    folded = a_umlaut[:1] + b"\r\n " + a_umlaut[1:]

    (line,) = ics.read(
        source_of(tmp_path, text.replace(b"@sidium", folded + b"sidium")), OPTIONS
    )

    assert line.title == "Präsidium"


def test_line_ends_without_carriage_return_are_read(tmp_path):
    text = calendar(GOOD).replace("\r\n", "\n")

    assert len(list(ics.read(source_of(tmp_path, text), OPTIONS))) == 1


@pytest.mark.parametrize("kept", [20, 60, -3, -20])
def test_a_file_cut_off_is_refused(tmp_path, kept):
    with pytest.raises(Unreadable, match="breaks off before its end"):
        list(ics.read(source_of(tmp_path, calendar(GOOD)[:kept]), OPTIONS))


def test_utf_16_cut_off_within_a_letter_is_refused(tmp_path):
    content = calendar(GOOD).encode("utf-16")[:-1]

    with pytest.raises(Unreadable, match="breaks off before its end"):
        list(ics.read(source_of(tmp_path, content), OPTIONS))


def test_components_nested_beyond_sense_are_refused(tmp_path):
    with pytest.raises(Unreadable, match="breaks off"):
        list(ics.read(source_of(tmp_path, calendar("BEGIN:X\r\n" * 100_000)), OPTIONS))


def test_an_empty_calendar_gives_nothing(read):
    assert read() == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\r\n",
        "<!DOCTYPE html>\n<html><body>BEGIN:VCALENDAR</body></html>",
        "BEGIN:VCARD\r\nEND:VCARD\r\n",
        "BEGIN:VCALENDARS\r\n",
        GOOD,
        b"\x00\x01\x02\xff",
    ],
)
def test_what_is_no_calendar_is_not_recognised(tmp_path, content):
    source = source_of(tmp_path, content)

    assert not ics.recognise(source)
    with pytest.raises(Unreadable):
        list(ics.read(source, OPTIONS))
