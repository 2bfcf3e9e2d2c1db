"""Toggl's time entries as JSON: each form tells the same, names looked up beside."""

import json
from datetime import UTC, date, datetime

import pytest

from plait.domain.records import TimeLine
from plait.formats import registry
from plait.formats.source import Unreadable
from plait.formats.trackers import toggl_json
from tests.formats.toggl_export import (
    ACCOUNT,
    OLD_REPORT,
    REPORT,
    listed,
    old_report,
    workspace,
)
from tests.formats.zips import unpacked

FORMS = {
    "account": listed(ACCOUNT),
    "account with related data": json.dumps({"id": 201, "time_entries": [ACCOUNT]}),
    "report": listed(REPORT),
    "old report": old_report(OLD_REPORT),
}


@pytest.fixture
def read(a_file, options):
    def lines(text, **chosen):
        return list(toggl_json.read(a_file(text), options._replace(**chosen)))

    return lines


@pytest.fixture
def beside(tmp_path, options):
    """Read entries that stand in a zip with the lists of their workspace."""

    def lines(text, **chosen):
        source = unpacked(workspace(entries=text), tmp_path)["entries.json"]
        return list(toggl_json.read(source, options._replace(**chosen)))

    return lines


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_the_same_entry(beside, form):
    assert beside(FORMS[form]) == [
        TimeLine(
            line=1,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 8, tzinfo=UTC),
            ended_at=datetime(2024, 3, 4, 9, 30, tzinfo=UTC),
            client="Zorggroep Atlas",
            project="Budget",
            task="Review",
            description="Form",
            tags="deep",
            is_billable=True,
            person="Ana",
            tracker_id="toggl:9001",
        )
    ]


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("account", ("", "project 401", "task 601", "deep", "user 201")),
        ("report", ("", "project 401", "task 601", "tag 501", "Ana")),
        ("old report", ("Zorggroep Atlas", "Budget", "Review", "deep", "Ana")),
    ],
)
def test_without_the_lists_numbers_stand_for_the_names_that_are_missing(
    read, form, named
):
    [found] = read(FORMS[form])

    assert (
        found.client,
        found.project,
        found.task,
        found.tags,
        found.person,
    ) == named


def test_names_within_the_entry_go_before_those_of_the_lists(beside):
    enriched = {
        "project_name": "Budget 2024",
        "client_name": "Atlas",
        "task_name": "Plan",
    }

    [found] = beside(listed(REPORT | enriched))

    assert (found.client, found.project, found.task) == ("Atlas", "Budget 2024", "Plan")


def test_each_stretch_of_a_report_row_is_an_entry(read):
    [first] = REPORT["time_entries"]
    second = first | {
        "start": "2024-03-05T09:00:00+01:00",
        "stop": "2024-03-05T09:45:00+01:00",
        "seconds": 2700,
    }

    found = read(listed(REPORT | {"time_entries": [first, second]}))

    assert [(e.on.day, e.seconds) for e in found] == [(4, 5400), (5, 2700)]


def test_a_row_of_a_report_may_leave_out_the_stop(read):
    inner = [{"seconds": 5400, "start": "2024-03-04T09:00:00+01:00"}]

    [found] = read(listed(REPORT | {"time_entries": inner}))

    assert found.ended_at == datetime(2024, 3, 4, 9, 30, tzinfo=UTC)


def test_the_day_is_the_local_one(read):
    late = {"start": "2024-03-04T23:30:00Z", "stop": "2024-03-05T01:00:00Z"}

    [found] = read(listed(ACCOUNT | late))

    assert (found.on, found.seconds) == (date(2024, 3, 5), 5400)


def test_pauses_that_the_stated_length_leaves_out_do_not_count(read):
    [found] = read(listed(ACCOUNT | {"duration": 3600}))

    assert found.seconds == 3600


def test_an_entry_for_nothing_is_named_after_nothing(beside):
    nothing = {"project_id": None, "task_id": None, "tags": None, "tag_ids": None}

    [found] = beside(
        listed(ACCOUNT | nothing | {"description": None, "billable": None})
    )

    assert found[5:11] == ("", "", "", "", "", None)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            {"stop": None, "duration": -1709539200},
            "This entry has no end: its timer was still running",
        ),
        ({"start": "yesterday"}, "This is not a date with a time"),
        ({"start": None}, "This is not a date with a time"),
        ({"duration": "long"}, "This is not a number"),
        ({"duration": 1e300}, "This is not a number"),
        ({"duration": [1]}, "This field should be text"),
        ({"duration": 999_999_999, "stop": None}, "This entry is longer than a day"),
        (
            {"stop": "2024-03-04T07:00:00Z", "duration": 5400},
            "This entry ends before it starts",
        ),
        (
            {"start": "0202-03-04T08:00:00Z"},
            "This date lies too far back or ahead to be meant",
        ),
        ({"description": {"x": 1}}, "This field should be text"),
        ({"tags": "deep"}, "This field should be a list of texts"),
        ({"time_entries": [7]}, "This is not an entry with fields"),
    ],
)
def test_a_bad_entry_costs_only_itself(read, change, what):
    problem, good = read(listed(ACCOUNT | change, ACCOUNT))

    assert (problem.where, problem.what, good.line) == ("entry 1", what, 2)


def test_an_entry_that_is_none_costs_only_itself(read):
    good, problem = read(listed(ACCOUNT, "deep"))

    assert (good.seconds, problem.what) == (5400, "This is not an entry with fields")


def test_entries_of_several_people_ask_whose_hours_are_meant(beside):
    text = listed(ACCOUNT, ACCOUNT | {"user_id": 202})

    with pytest.raises(Unreadable, match="several people: Ana, Bo"):
        beside(text)

    assert [e.person for e in beside(text, person="bo@a.example")] == ["Bo"]


def test_entries_that_break_off_are_refused(read):
    with pytest.raises(Unreadable, match="The JSON breaks off"):
        read(listed(ACCOUNT, ACCOUNT)[:-40])


def test_a_list_of_names_that_breaks_off_is_refused_by_its_name(tmp_path, options):
    files = workspace(entries=listed(ACCOUNT))
    files["projects.json"] = files["projects.json"][:-20]
    source = unpacked(files, tmp_path)["entries.json"]

    with pytest.raises(Unreadable, match="The JSON breaks off") as refused:
        list(toggl_json.read(source, options))

    assert "projects.json" in refused.value.value


def test_of_a_workspace_only_the_entries_are_recognised(tmp_path):
    parts = unpacked(workspace(entries=listed(ACCOUNT)), tmp_path)

    known = {
        name: [form.NAME for form in registry.all_formats() if form.recognise(source)]
        for name, source in parts.items()
    }

    assert {name: forms for name, forms in known.items() if forms} == {
        "entries.json": ["toggl_json"]
    }


def test_a_workspace_without_entries_says_where_the_hours_are(tmp_path, options):
    parts = unpacked(workspace(), tmp_path)
    known = [name for name, source in parts.items() if toggl_json.recognise(source)]

    with pytest.raises(Unreadable) as refused:
        toggl_json.read(parts["projects.json"], options)

    assert known == ["projects.json"]
    assert str(refused.value) == (
        "These are the projects of a Toggl workspace, without any hours:"
        " export.zip › projects.json."  # noqa: RUF001  # as archives name members
        " Export the hours in Toggl under Reports, Detailed, as CSV."
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_form_is_recognised_in_every_encoding(a_file, form, encoding):
    assert toggl_json.recognise(a_file(FORMS[form], encoding))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[7]",
        '[{"user_id": 1, "start": "2024-03-04T08:00:00Z"}]',
        '[{"start": "2024-03-04T08:00:00Z", "duration": 5400}]',
        '[{"id": 1, "start": "20240304T080000Z", "end": "20240304T090000Z"}]',
        '[{"user_id": 1, "time_entries": []}]',
        '{"data": [{"title": "x"}]}',
    ],
)
def test_what_is_no_list_of_time_entries_is_not_recognised(a_file, text):
    assert not toggl_json.recognise(a_file(text))
