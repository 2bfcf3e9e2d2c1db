"""Timewarrior: its JSON export and its data files tell the same intervals."""

import json
from datetime import UTC, date, datetime

import pytest

from plait.domain.records import TimeLine
from plait.formats.source import Unreadable
from plait.formats.trackers import timewarrior

START, END = "20240304T080000Z", "20240304T093000Z"
ONE = {
    "id": 1,
    "start": START,
    "end": END,
    "tags": ["atlas", "chair call"],
    "annotation": "by phone",
}
LINE = f'inc {START} - {END} # atlas "chair call" # "by phone"\n'


def exported(*intervals) -> str:
    """Print intervals as timew does: one a line, between brackets."""
    return "[\n" + ",\n".join(json.dumps(one) for one in intervals) + "\n]\n"


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(timewarrior.read(a_file(text), options._replace(**chosen)))

    return lines


@pytest.mark.parametrize("text", [exported(ONE), LINE])
def test_an_interval_is_an_entry_named_by_its_tags(read, text):
    assert read(text) == [
        TimeLine(
            line=1,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 8, tzinfo=UTC),
            ended_at=datetime(2024, 3, 4, 9, 30, tzinfo=UTC),
            project="atlas, chair call",
            description="by phone",
            tags="atlas, chair call",
        )
    ]


def test_the_day_is_the_local_one(read):
    # 23:30 UTC is half past midnight in Amsterdam, in winter.
    [entry] = read("inc 20240304T233000Z - 20240305T003000Z # atlas\n")

    assert entry.on == date(2024, 3, 5)


def test_an_interval_over_the_change_of_the_clock_keeps_its_length(read):
    # 00:30 to 01:30 UTC on 27 October 2024 is 02:30 to 02:30 on the wall.
    [entry] = read("inc 20241027T003000Z - 20241027T013000Z # atlas\n")

    assert entry.seconds == 3600


@pytest.mark.parametrize(
    ("rest", "tags", "text"),
    [
        ("", "", ""),
        (" # atlas", "atlas", ""),
        (" # atlas board", "atlas, board", ""),
        (' # "two words" kolk', "two words, kolk", ""),
        (' # "with \\"quotes\\""', 'with "quotes"', ""),
        (" # atlas # by phone", "atlas", "by phone"),
        (' # atlas # "by \\"phone\\""', "atlas", 'by "phone"'),
        (' # # "no tags"', "", "no tags"),
        (" # #1 # call", "#1", "call"),
    ],
)
def test_a_line_of_a_data_file_holds_tags_and_a_note(read, rest, tags, text):
    [entry] = read(f"inc {START} - {END}{rest}\n")

    assert (entry.tags, entry.description) == (tags, text)


@pytest.mark.parametrize(
    "text",
    [
        exported({"id": 1, "start": END, "tags": ["atlas"]}, ONE),
        f"inc {END} # atlas\n{LINE}",
    ],
)
def test_an_interval_that_is_still_open_is_a_problem(read, text):
    problem, good = read(text)

    assert problem.what == "This entry has no end: its timer was still running"
    assert (problem.value, good.seconds) == (END, 5400)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"start": "2024-03-04"}, "This is not a time as Timewarrior writes it"),
        ({"end": "20240230T080000Z"}, "This is not a time as Timewarrior writes it"),
        (
            {"start": START, "end": "20240304T070000Z"},
            "This entry ends before it starts",
        ),
        (
            {"start": "02020304T080000Z"},
            "This date lies too far back or ahead to be meant",
        ),
        ({"tags": "atlas"}, "This field should be a list of texts"),
        ({"annotation": ["x"]}, "This field should be text"),
    ],
)
def test_a_bad_interval_costs_only_itself(read, change, what):
    problem, good = read(exported(ONE | change, ONE))

    assert (problem.where, problem.what, good.line) == ("entry 1", what, 2)


def test_a_bad_line_of_a_data_file_costs_only_itself(read):
    problem, good = read("exc 20240304T080000Z\n" + LINE)

    assert problem.what == "This is no line of a Timewarrior data file"
    assert (problem.where, good.line) == ("line 1", 2)


def test_an_interval_of_no_length_is_left_out(read):
    assert read(f"inc {START} - {START} # atlas\n") == []


def test_an_export_that_breaks_off_is_refused(read):
    with pytest.raises(Unreadable, match="The JSON breaks off"):
        read(exported(ONE, ONE)[:-40])


@pytest.mark.parametrize("text", [exported(ONE), LINE, LINE * 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_both_forms_are_recognised_in_every_encoding(a_file, options, text, encoding):
    source = a_file(text.replace("phone", "café"), encoding)

    assert timewarrior.recognise(source)
    assert next(timewarrior.read(source, options)).description == "by café"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[1]",
        '[{"id": 1, "start": "2024-03-04T08:00:00Z"}]',
        "inc\n",
        "increase 5\n",
        LINE + "something else\n" + LINE,
    ],
)
def test_what_is_not_of_timewarrior_is_not_recognised(a_file, text):
    assert not timewarrior.recognise(a_file(text))
