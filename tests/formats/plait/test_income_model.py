"""The file of an income model, as a file."""

import pytest

from plait.formats.plait.income_model import read
from plait.formats.source import Unreadable

MODEL = """\
currency = "EUR"
floor = 2500

[[streams]]
name = "Praktijk één"
monthly = 2950

[[options]]
name = "Course"

[limits]
hours = 40
"""


def test_options_and_limits_are_passed_on_as_they_stand(a_file):
    found = read(a_file(MODEL))

    assert found.options == ({"name": "Course"},)
    assert found.limits == {"hours": 40}
    assert set(found.model) == {"currency", "floor", "streams"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_name_is_read_in_the_encoding_it_was_written_in(a_file, encoding):
    found = read(a_file(MODEL.encode(encoding)))

    assert found.model["streams"][0]["name"] == "Praktijk één"


def test_lines_of_windows_are_read(a_file):
    found = read(a_file(MODEL.replace("\n", "\r\n").encode()))

    assert found.limits == {"hours": 40}


def test_an_empty_file_tells_nothing(a_file):
    assert read(a_file("")) == ({}, (), {})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("floor = 2,500", "line 1"),
        ('[[streams]]\nname = "A', "end of document"),
        (MODEL[:-60] + "[[", "line"),
        ("a = " + "[" * 5000, "given.txt"),
    ],
)
def test_a_file_that_is_no_toml_says_where(a_file, text, place):
    with pytest.raises(Unreadable) as refused:
        read(a_file(text))

    assert place in refused.value.value
    assert refused.value.fix


def test_bytes_that_are_no_text_are_refused(a_file):
    with pytest.raises(Unreadable):
        read(a_file(bytes(range(256))))


@pytest.mark.parametrize("section", ["streams", "causes", "options"])
def test_a_section_that_is_no_list_of_tables_is_refused(a_file, section):
    with pytest.raises(Unreadable, match=section):
        read(a_file(f'[{section}]\nname = "A"'))


def test_limits_that_are_no_table_are_refused(a_file):
    with pytest.raises(Unreadable, match="limits"):
        read(a_file("limits = 40"))


def test_a_file_that_is_far_too_large_is_refused_before_it_is_read(a_file):
    with pytest.raises(Unreadable, match="too large"):
        read(a_file(b"#" * 5_000_001))
