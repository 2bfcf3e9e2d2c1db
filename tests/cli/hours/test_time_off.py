"""Leave, other weeks and overheads on the command line."""

import json

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Absence, Overhead, Season
from tests.tell_tales import english_in


@pytest.fixture
def time_off(nora, role_of, plait):
    """Run plait time-off in Nora's book, where there is the role Atlas."""
    role_of(nora, "Atlas")
    return lambda *words: plait("time-off", *words)


@pytest.fixture
def noted(time_off):
    """Run it with --json and return what is listed."""
    return lambda *words: json.loads(time_off(*words, "--json").stdout)["stretches"]


def test_days_away_last_through_their_last_day(noted):
    [away] = noted("--leave", "2026-07-20..2026-08-09", "--note", "Lake")

    assert Absence.objects.get().ends_on.isoformat() == "2026-08-10"
    del away["number"], away["is_past"]
    assert away == {
        "list": "leave",
        "what": "leave",
        "text": "Leave",
        "days": "20 July 2026 to 9 August 2026",
        "first_day": "2026-07-20",
        "last_day": "2026-08-09",
        "hours": None,
        "role": None,
        "role_name": "",
        "colour": 0,
        "note": "Lake",
    }


def test_one_day_away_from_one_role(noted):
    [away] = noted("--leave", "2026-07-20", "--role", "atlas", "--kind", "sickness")

    told = (away["what"], away["first_day"], away["last_day"], away["role"])
    assert told == ("sickness", "2026-07-20", "2026-07-20", "atlas")


def test_seasons_and_overheads_have_their_hours(noted):
    noted("--season", "2026-07-01..2026-08-31", "--hours", "20,5")
    season, travel = noted(
        "--overhead", "travel", "--hours", "3", "--from", "2026-01-01"
    )

    assert (season["what"], season["hours"]) == ("season", 20.5)
    told = (travel["what"], travel["hours"], travel["first_day"], travel["last_day"])
    assert told == ("travel", 3, "2026-01-01", None)


def test_a_number_holds_when_another_line_is_removed(noted):
    noted("--leave", "2026-07-20..2026-08-09")
    noted("--season", "2026-07-01..2026-08-31", "--hours", "20")
    away, season, _ = noted("--overhead", "rest", "--hours", "3")

    left = noted("--remove", str(away["number"]))

    assert left[0]["number"] == season["number"]
    noted("--remove", str(season["number"]))
    assert [Absence.objects.count(), Season.objects.count()] == [0, 0]
    assert Overhead.objects.count() == 1


def test_the_list_is_a_table_for_people(time_off):
    assert "Nothing is saved yet" in time_off().stdout

    time_off("--leave", "2026-07-20..2026-08-09")

    assert "20 July 2026 to 9 August 2026" in time_off().stdout


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--leave", "summer"], "These are not a first and a last day"),
        (["--leave", "2026-08-09..2026-07-20"], "These days end before they begin"),
        (["--leave", "9999-12-31"], "These are not a first and a last day"),
        (["--leave", ""], "These are not a first and a last day"),
        (["--leave", "2026-07-20", "--role", "nobody"], "There is no role of that name"),
        (["--season", "2026-07-20"], "The hours a week are missing"),
        (["--season", "2026-07-20", "--hours", "200"], "A week has between 0 and 168 hours to give"),
        (["--season", "2026-07-20", "--hours", "many"], "These are not hours a week"),
        (["--overhead", "rest", "--hours", "-3"], "A week has between 0 and 168 hours to give"),
        (["--leave", "2026-07-20", "--remove", "3"], "These are two changes at once"),
        (["--remove", "999"], "There is no such leave, season or overhead"),
        (["--remove", "-1"], "There is no such leave, season or overhead"),
        (["--remove", "9" * 30], "There is no such leave, season or overhead"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_changes(time_off, words, what):
    answer = time_off(*words, "--json")

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["error"]["what"] == what
    assert not any(kind.objects.exists() for kind in (Absence, Season, Overhead))


def test_another_persons_line_is_not_there(time_off, omar):
    theirs = Absence.objects.create(
        owner=omar, kind="leave", starts_on="2026-07-20", ends_on="2026-08-10"
    )

    answer = time_off("--remove", str(theirs.pk * 3))

    assert answer.exit_code == 2
    assert Absence.objects.get() == theirs


def test_a_number_that_is_not_listed_is_named_as_it_was_given(time_off):
    assert "season or overhead: 77." in time_off("--remove", "77").stderr


def test_the_list_speaks_the_language_of_its_person(time_off, nora):
    change_person(viewer=nora, country="NL", language="nl")
    time_off("--leave", "2026-07-20..2026-08-09")
    page = time_off(
        "--overhead", "travel", "--hours", "3", "--from", "2026-01-01"
    ).stdout

    assert "Verlof" in page
    assert "20 juli 2026" in page
    assert english_in(page) == []


@pytest.mark.parametrize(
    ("written", "hours"), [("4", 4), ("3,5", 3.5), ("13:00-16:30", 3.5), ("9-12", 3)]
)
def test_part_of_a_day_is_off(noted, written, hours):
    [away] = noted("--leave", "2026-12-09", "--hours", written)

    assert away["hours"] == hours
    assert Absence.objects.get().minutes == hours * 60


def test_part_of_a_day_is_shown_with_its_hours(time_off):
    page = time_off("--leave", "2026-12-09", "--hours", "3.5").output

    assert "Leave, 3.5 h of the day" in page


@pytest.mark.parametrize(
    "written", ["0", "25", "-2", "afternoon", "16:00-13:00", "nan"]
)
def test_what_is_no_part_of_a_day_is_refused(time_off, written):
    answer = time_off("--leave", "2026-12-09", f"--hours={written}", "--json")

    said = json.loads(answer.stdout)["error"]["what"]
    assert said == "These are not hours of a day"
    assert not Absence.objects.exists()
