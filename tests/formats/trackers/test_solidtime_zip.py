"""solidtime's full export: entries whose numbers other tables of the zip name."""

from datetime import UTC, date, datetime

import pytest

from plait.domain.records import TimeLine
from plait.formats import registry
from plait.formats.source import Unreadable
from plait.formats.trackers import solidtime_zip
from tests.formats.solidtime_export import HEADING, entry, export
from tests.formats.zips import unpacked


@pytest.fixture
def read(tmp_path, options):
    def lines(files, **chosen):
        source = unpacked(files, tmp_path)["time_entries.csv"]
        return list(solidtime_zip.read(source, options._replace(**chosen)))

    return lines


def test_numbers_become_the_names_that_the_other_tables_hold(read):
    assert read(export(entry())) == [
        TimeLine(
            line=2,
            on=date(2024, 3, 4),
            seconds=5400,
            started_at=datetime(2024, 3, 4, 8, tzinfo=UTC),
            ended_at=datetime(2024, 3, 4, 9, 30, tzinfo=UTC),
            client="Zorggroep Atlas",
            project="Budget",
            task="Review",
            description="Form",
            tags="deep, phone",
            is_billable=True,
            person="Ana",
            tracker_id="solidtime:e1",
        )
    ]


def test_the_day_is_the_local_one(read):
    # 23:30 UTC is half past midnight in Amsterdam, in winter.
    late = entry(start="2024-03-04T23:30:00Z", end="2024-03-05T00:30:00Z")

    [found] = read(export(late))

    assert (found.on, found.seconds) == (date(2024, 3, 5), 3600)


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("clients.csv", ("client c1", "Budget", "Review", "deep, phone", "Ana")),
        (
            "projects.csv",
            ("Zorggroep Atlas", "project p1", "Review", "deep, phone", "Ana"),
        ),
        ("tasks.csv", ("Zorggroep Atlas", "Budget", "task t1", "deep, phone", "Ana")),
        ("tags.csv", ("Zorggroep Atlas", "Budget", "Review", "tag g1, tag g2", "Ana")),
        (
            "members.csv",
            ("Zorggroep Atlas", "Budget", "Review", "deep, phone", "member m1"),
        ),
        ("meta.json", ("Zorggroep Atlas", "Budget", "Review", "deep, phone", "Ana")),
    ],
)
def test_without_a_table_its_numbers_stand_for_the_names(read, missing, named):
    [found] = read(export(entry(), without=missing))

    assert (
        found.client,
        found.project,
        found.task,
        found.tags,
        found.person,
    ) == named


def test_the_client_of_a_project_is_that_of_its_entries(read):
    [found] = read(export(entry(client_id="")))

    assert found.client == "Zorggroep Atlas"


def test_an_entry_for_nothing_is_named_after_nothing(read):
    nothing = entry(
        client_id="", project_id="", task_id="", tags="[]", billable="false"
    )

    [found] = read(export(nothing))

    assert found[5:11] == ("", "", "", "Form", "", False)


@pytest.mark.parametrize("tags", ["", "null", "deep", "[1]", '"{""a"":1}"', "[" * 5000])
def test_tags_that_are_no_list_of_numbers_are_left_out(read, tags):
    [found] = read(export(entry(tags=tags)))

    assert found.tags == ""


def test_breaks_and_entries_without_length_are_left_out(read):
    pause = entry(type="break")
    nothing = entry(end="2024-03-04T08:00:00Z")

    assert read(export(pause, nothing)) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"end": ""}, "This entry has no end: its timer was still running"),
        ({"start": "yesterday"}, "This is not a date with a time"),
        ({"end": "2024-03-04T07:00:00Z"}, "This entry ends before it starts"),
        (
            {"start": "0202-03-04T08:00:00Z"},
            "This date lies too far back or ahead to be meant",
        ),
        ({"updated_at": ",,too many"}, "This line has more columns than the heading"),
    ],
)
def test_a_bad_row_costs_only_itself(read, change, what):
    problem, good = read(export(entry(**change), entry()))

    assert (problem.where, problem.what, good.line) == ("line 2", what, 3)


def test_an_organisation_of_several_asks_whose_hours_are_meant(read):
    files = export(entry(), entry(member_id="m2"))

    with pytest.raises(Unreadable, match="several people: Ana, Bo") as refused:
        read(files)

    assert refused.value.fix == "Choose whose hours these are: --person NAME"


@pytest.mark.parametrize("person", ["bo", "bo@a.example"])
def test_only_the_rows_of_the_chosen_member_are_kept(read, person):
    [found] = read(export(entry(), entry(member_id="m2")), person=person)

    assert (found.line, found.person) == (3, "Bo")


def test_a_table_of_names_beyond_measure_is_refused(read, monkeypatch):
    monkeypatch.setattr(solidtime_zip, "_LARGEST_TABLE", 50)

    with pytest.raises(
        Unreadable, match="This table of names is larger than it can be"
    ):
        read(export(entry()))


def test_of_the_zip_only_the_entries_are_recognised(tmp_path):
    parts = unpacked(export(entry()), tmp_path)

    known = {
        name: [form.NAME for form in registry.all_formats() if form.recognise(source)]
        for name, source in parts.items()
    }

    assert {name: forms for name, forms in known.items() if forms} == {
        "time_entries.csv": ["solidtime_zip"]
    }


def test_the_entries_by_themselves_are_read_with_numbers_for_names(a_file, options):
    source = a_file(HEADING + entry())

    [found] = solidtime_zip.read(source, options)

    assert (found.project, found.person) == ("project p1", "member m1")
