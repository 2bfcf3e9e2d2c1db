"""plait holidays: which are days off, dropped or added, everywhere or at one place."""

import json

import pytest

from plait.accounts.operations import change_person
from plait.book.models import HolidayChange
from tests.tell_tales import english_in

YEAR = ("--year", "2026")
EASTER_WEEK = ("--since", "2026-03-30", "--on", "2026-04-05")


@pytest.fixture
def book(plait, nora):
    """Two jobs of 40 and 20 hours in the Netherlands."""
    change_person(viewer=nora, country="NL")
    for name, hours in (("Clinic", 40), ("School", 20)):
        words = ("role", "add", name, "--organisation", f"{name} House")
        since = ("--kind", "employment", "--from", "2026-01-01")
        plait(*words, *since, "--hours", f"{hours}/week")
    return plait


def due(as_json) -> dict[str, float]:
    roles = as_json("hours", *EASTER_WEEK)["roles"]
    return {one["role"]: round(one["due"], 6) for one in roles}


def test_in_the_netherlands_good_friday_is_worked(book, as_json):
    assert due(as_json) == {"clinic": 40, "school": 20}


def test_a_day_added_everywhere_is_free_in_every_job(book, as_json):
    book("holidays", "--add", "Good Friday")

    assert due(as_json) == {"clinic": 32, "school": 16}


def test_a_day_added_at_one_organisation_is_free_there(book, as_json):
    book("holidays", "--add", "goede vrijdag", "--organisation", "school house")

    assert due(as_json) == {"clinic": 40, "school": 16}


def test_what_is_said_of_an_organisation_holds_there(book, as_json):
    book("holidays", "--drop", "Good Friday", "--organisation", "Clinic House")
    book("holidays", "--add", "Good Friday")

    assert due(as_json) == {"clinic": 40, "school": 16}


def test_a_change_is_forgotten(book, as_json):
    book("holidays", "--add", "Good Friday")
    book("holidays", "--reset", "Good Friday")

    assert due(as_json) == {"clinic": 40, "school": 20}
    assert not HolidayChange.objects.exists()


def test_saying_it_again_replaces_it(book):
    book("holidays", "--add", "12-24")
    book("holidays", "--drop", "12-24")

    assert [one.is_free for one in HolidayChange.objects.all()] == [False]


def test_the_list_shows_what_is_off_and_what_was_changed(book, as_json):
    book("holidays", "--add", "12-24", "--organisation", "Clinic House")

    answer = as_json("holidays", *YEAR)

    everywhere, clinic = answer["organisations"]
    good_friday = next(one for one in everywhere["days"] if one["on"] == "2026-04-03")
    assert (good_friday["is_free"], good_friday["is_changed"]) == (False, False)
    [added] = [one for one in clinic["days"] if one["is_changed"]]
    assert (added["on"], added["is_free"]) == ("2026-12-24", True)
    assert answer["changes"][0]["text"] == (
        "24 December of every year is a day off at Clinic House"
    )


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--add", "Pancake Thursday"], "No public holiday of this name is known, and it is no date"),
        (["--add", "2026-02-30"], "No public holiday of this name is known, and it is no date"),
        (["--reset", "Good Friday"], "This day was neither dropped nor added"),
        (["--add", "12-24", "--organisation", "Nobody"], "None of your roles is at an organisation of this name"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed_is_said(book, words, what):
    answer = book("holidays", *words, "--json")

    assert json.loads(answer.stdout)["error"]["what"] == what
    assert not HolidayChange.objects.exists()


def test_in_dutch_no_english_is_left(book, nora):
    book("holidays", "--add", "12-24", "--organisation", "Clinic House")
    change_person(viewer=nora, language="nl")

    page = book("holidays", *YEAR).output

    assert "Goede vrijdag (geen vrije dag)" in page
    assert english_in(page) == []
