import json
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.domain.records import PositionLine
from plait.domain.roles import RoleKind
from plait.formats.cv import json_resume
from plait.formats.source import Options, Source, Unreadable

OPTIONS = Options(today=date(2026, 3, 1), timezone=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def file(tmp_path):
    def make(content: object, encoding="utf-8") -> Source:
        path: Path = tmp_path / "cv"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_bytes(text.encode(encoding))
        return Source("cv.json", path)

    return make


def read(source):
    return list(json_resume.read(source, OPTIONS))


def job(**fields):
    return {"name": "Veldzicht", "position": "Nurse", "startDate": "2021"} | fields


def test_work_becomes_a_role_of_a_proposed_kind(file):
    entry = {
        "name": "Veldzicht",
        "position": "Interim manager",
        "startDate": "2021-04",
        "endDate": "2024-03",
        "summary": "Ran the practice",
        "location": "Utrecht",
    }

    assert read(file({"basics": {}, "work": [entry]})) == [
        PositionLine(
            line=1,
            organisation="Veldzicht",
            title="Interim manager",
            kind=RoleKind.CONTRACT,
            kind_is_known=False,
            started_on=date(2021, 4, 1),
            ended_on=date(2024, 4, 1),  # the end month is counted in
            summary="Ran the practice",
            place="Utrecht",
        )
    ]


def test_volunteer_and_education_say_their_kind_themselves(file):
    resume = {
        "basics": {},
        "volunteer": [
            {"organization": "Buurtkeuken", "position": "Kok", "startDate": "2024"}
        ],
        "education": [
            {
                "institution": "Hogeschool Oost",
                "studyType": "MSc",
                "area": "Care Management",
                "startDate": "2023-09-01",
                "endDate": "2025-06-30",
            }
        ],
    }

    cook, study = read(file(resume))

    assert (cook.kind, cook.kind_is_known) == (RoleKind.VOLUNTEERING, True)
    assert (study.kind, study.kind_is_known) == (RoleKind.STUDY, True)
    assert (study.title, study.summary) == ("MSc", "Care Management")
    assert study.ended_on == date(2025, 7, 1)  # the last day is counted in


def test_positions_without_an_end_run_at_once(file):
    resume = {"basics": {}, "work": [job(), job(name="Zonneweide", endDate="")]}

    assert [line.ended_on for line in read(file(resume))] == [None, None]


def test_a_project_for_a_client_is_a_proposed_contract(file):
    project = {
        "name": "Moving the records",
        "entity": "Zonneweide",
        "roles": ["Project lead", "Trainer"],
        "type": "Client project",
        "startDate": "2025-01",
    }

    (line,) = read(file({"basics": {}, "projects": [project]}))

    assert (line.kind, line.kind_is_known) == (RoleKind.CONTRACT, False)
    assert (line.organisation, line.title) == (
        "Zonneweide",
        "Project lead, Trainer",
    )


@pytest.mark.parametrize(
    "left_out",
    [
        {"type": "application"},
        {"entity": ""},
        {"roles": []},
        {"roles": None},
    ],
)
def test_any_other_project_is_left_out(file, left_out):
    project = {
        "entity": "Zonneweide",
        "roles": ["Lead"],
        "type": "client work",
        "startDate": "2025",
    }

    assert read(file({"basics": {}, "projects": [project | left_out]})) == []


@pytest.mark.parametrize("written", ["2021", 2021])
def test_a_year_is_read_as_text_or_number(file, written):
    (line,) = read(file({"basics": {}, "work": [job(startDate=written)]}))

    assert line.started_on == date(2021, 1, 1)


def test_a_byte_order_mark_is_passed_over(file):
    resume = {"basics": {}, "work": [job()]}

    for encoding in ("utf-8-sig", "utf-16"):
        source = file(resume, encoding)
        assert json_resume.recognise(source)
        assert len(read(source)) == 1


@pytest.mark.parametrize(
    "entry",
    [
        "a string",
        17,
        None,
        job(position=["Nurse"]),
        job(startDate={"year": 2021}),
        job(startDate=None),
        job(startDate="someday"),
        job(startDate="0001"),
        job(endDate="9999-12-31"),
        job(endDate="2020"),
        {"startDate": "2021"},
    ],
)
def test_one_bad_entry_leaves_the_good_ones(file, entry):
    resume = {"basics": {}, "work": [job(), entry, job(name="Zonneweide")]}

    first, problem, last = read(file(resume))

    assert isinstance(problem, Problem)
    assert problem.where == "work 2"
    assert (first.line, last.line) == (1, 3)


@pytest.mark.parametrize("entries", ["none", {"name": "Veldzicht"}, 3, True])
def test_a_section_that_is_no_list_is_one_problem(file, entries):
    volunteer = {"organization": "Buurtkeuken", "startDate": "2024"}

    problem, line = read(
        file({"basics": {}, "work": entries, "volunteer": [volunteer]})
    )

    assert (problem.where, problem.fix) == (
        "work",
        "Write this section as a list, between [ and ].",
    )
    assert line.organisation == "Buurtkeuken"


def test_roles_of_a_project_that_are_no_list_are_a_problem(file):
    (problem,) = read(file({"basics": {}, "projects": [{"roles": "Lead"}]}))

    assert problem.where == "projects 1"


def test_broken_json_is_refused_with_its_place(file):
    source = file('{"basics": {},\n "work": [{"name": "Veld')

    assert json_resume.recognise(source)
    with pytest.raises(Unreadable) as refused:
        read(source)
    # The text opens at the quotation mark in column 20 of line 2 and never closes.
    assert refused.value.value == "cv.json, line 2, column 20"


@pytest.mark.parametrize(
    "content",
    ['{"basics": ' + "[" * 100_000, '{"basics": {"x": ' * 100_000],
)
def test_deep_nesting_is_refused(file, content):
    with pytest.raises(Unreadable, match="built in a way that no CV is"):
        read(file(content))


def test_huge_numbers_do_not_crash(file):
    text = '{"basics": {"n": %s, "m": 1e999999}, "work": [%s]}'

    (line,) = read(file(text % ("9" * 10_000, json.dumps(job()))))

    assert line.organisation == "Veldzicht"


def test_what_no_database_takes_is_left_out_of_texts(file):
    text = '{"basics": {}, "work": [%s]}'
    entry = r'{"name": "Veld\u0000zicht \ud800", "startDate": "2021"}'

    (line,) = read(file(text % entry))

    line.organisation.encode()
    assert line.organisation.startswith("Veldzicht")


def test_a_file_too_large_for_a_cv_is_refused(file):
    with pytest.raises(Unreadable, match="larger than a CV can be"):
        read(file('{"basics": {}}' + " " * 10_000_000))


def test_a_list_is_no_cv(file):
    with pytest.raises(Unreadable, match="not a CV"):
        read(file("[]"))


def test_a_cv_without_basics_is_recognised_by_its_sections(file):
    assert json_resume.recognise(file({"work": [job()]}))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '[{"basics": {}}]',
        '{"name": "a-theme", "version": "1.0", "keywords": ["jsonresume"]}',
        '{"work": [{"id": 1, "start": "20240101T090000Z"}]}',
        "<html></html>",
    ],
)
def test_other_json_is_not_recognised(file, content):
    assert not json_resume.recognise(file(content))
