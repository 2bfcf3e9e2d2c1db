from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plait.domain.errors import Problem
from plait.domain.records import PositionLine
from plait.domain.roles import RoleKind
from plait.formats.cv import linkedin
from plait.formats.source import Options, Source, Unreadable

OPTIONS = Options(today=date(2026, 3, 1), timezone=ZoneInfo("Europe/Amsterdam"))

POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
VOLUNTEERING = "Company Name,Role,Cause,Started On,Finished On,Description\n"
CONNECTIONS = (
    "Notes:\n"
    '"Some addresses are left out."\n'
    "\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
)


@pytest.fixture
def file(tmp_path):
    def make(content: str | bytes, encoding="utf-8") -> Source:
        path: Path = tmp_path / "any name"
        raw = content if isinstance(content, bytes) else content.encode(encoding)
        path.write_bytes(raw)
        return Source("any name", path)

    return make


def read(source):
    return list(linkedin.read(source, OPTIONS))


def test_a_position_becomes_a_role(file):
    row = "Veldzicht,Practice manager,Runs the practice,Utrecht,Jan 2021,Mar 2024\n"

    assert read(file(POSITIONS + row)) == [
        PositionLine(
            line=2,
            organisation="Veldzicht",
            title="Practice manager",
            kind=RoleKind.EMPLOYMENT,
            kind_is_known=False,
            started_on=date(2021, 1, 1),
            ended_on=date(2024, 4, 1),  # the end month is counted in
            summary="Runs the practice",
            place="Utrecht",
        )
    ]


def test_several_open_rows_are_roles_held_at_once(file):
    rows = (
        "Veldzicht,Practice manager,,,Jan 2021,\n"
        "Zonneweide,Bestuurslid,,,Mei 2022,\n"
        "Freelance,Trainer,,,2023,\n"
    )

    lines = read(file(POSITIONS + rows))

    assert [line.ended_on for line in lines] == [None, None, None]
    assert [line.kind for line in lines] == ["employment", "board", "contract"]
    assert not any(line.kind_is_known for line in lines)


def test_education_is_study_and_known(file):
    row = "Hogeschool Oost,2023,2025,,MSc Care Management,\n"

    (line,) = read(file(EDUCATION + row))

    assert (line.kind, line.kind_is_known) == (RoleKind.STUDY, True)
    assert (line.organisation, line.title) == (
        "Hogeschool Oost",
        "MSc Care Management",
    )
    assert (line.started_on, line.ended_on) == (date(2023, 1, 1), date(2026, 1, 1))


def test_volunteering_is_volunteering_and_known(file):
    row = "Buurtkeuken,Kok,HEALTH,01 Jan 2024,,Cooks on Thursdays\n"

    (line,) = read(file(VOLUNTEERING + row))

    assert (line.kind, line.kind_is_known) == (RoleKind.VOLUNTEERING, True)
    assert (line.title, line.summary) == ("Kok", "Cooks on Thursdays")
    assert line.started_on == date(2024, 1, 1)


def test_notes_above_the_heading_are_passed_over(file):
    notes = "Notes:\nThese are your positions.\n\n"
    row = "Veldzicht,Nurse,,,Jan 2021,\n"

    (line,) = read(file(notes + POSITIONS + row))

    assert (line.line, line.title) == (5, "Nurse")


def test_a_description_of_several_lines_stays_one_row(file):
    rows = (
        'Veldzicht,Nurse,"First line\n\nthird, with comma",,Jan 2021,\n'
        "Zonneweide,Mentor,,,Feb 2022,\n"
    )

    first, second = read(file(POSITIONS + rows))

    assert first.summary == "First line\n\nthird, with comma"
    assert second.kind == RoleKind.MENTORING


def test_one_bad_row_leaves_the_good_ones(file):
    rows = (
        "Veldzicht,Nurse,,,Jan 2021,\n"
        "Veldzicht,Nurse,,,someday,\n"
        ",,,,Jan 2021,\n"
        "Veldzicht,Nurse\n"
        "Zonneweide,Trustee,,,Feb 2022,\n"
    )

    found = read(file(POSITIONS + rows))

    problems = [f for f in found if isinstance(f, Problem)]
    assert [p.where for p in problems] == ["line 3", "line 4", "line 5"]
    assert problems[0].value == "someday"
    assert [f.title for f in found if isinstance(f, PositionLine)] == [
        "Nurse",
        "Trustee",
    ]


def test_a_byte_order_mark_and_other_encodings_are_read(file):
    row = "Café Zuid,Geschäftsführerin,,,März 2021,\n"

    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (line,) = read(file(POSITIONS + row, encoding))
        assert (line.organisation, line.started_on) == ("Café Zuid", date(2021, 3, 1))


def test_a_heading_alone_gives_nothing(file):
    assert read(file(POSITIONS)) == []


@pytest.mark.parametrize("heading", [POSITIONS, EDUCATION, VOLUNTEERING])
def test_the_three_tables_are_recognised(file, heading):
    assert linkedin.recognise(file(heading))


@pytest.mark.parametrize(
    "content",
    [
        CONNECTIONS,
        "Name\nNegotiation\n",
        "Title,Description,Url,Started On,Finished On\n",
        "",
        "<html><body>Company Name,Title,Started On</body></html>",
        b"\x00\x01\x02",
    ],
)
def test_other_tables_are_not_recognised(file, content):
    source = file(content)

    assert not linkedin.recognise(source)
    with pytest.raises(Unreadable):
        linkedin.read(source, OPTIONS)
