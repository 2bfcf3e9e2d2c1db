"""The first page: empty, in the middle of things, and on other days."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from tests.cast import terms
from tests.web.importing import words


@pytest.fixture
def today(as_nora):
    return lambda query="": as_nora.get(reverse("today") + query)


@pytest.fixture
def creeping(nora, life_of):
    """A role of 8 hours a week that takes 20, for twenty weeks."""
    role = life_of(nora)
    agree(viewer=nora, role=role, terms=terms("8/week", since="2020-01-01"))
    for back in range(20):
        on = date(2026, 11, 12) - timedelta(weeks=back)
        add_time(viewer=nora, role=role, on=on, seconds=20 * 3600)
    change_person(viewer=nora, capacity_minutes=40 * 60)
    return role


def test_a_book_with_one_role_and_nothing_else_says_what_is_missing(
    today, nora, role_of
):
    role_of(nora)

    page = today()

    assert page.status_code == 200
    assert page.context["sentence"]
    assert "None" not in words(page)
    assert "nan" not in words(page)


def test_the_page_begins_with_the_day_and_one_sentence(today, creeping):
    page = today()

    assert "Friday 20 November 2026" in words(page)
    assert page.text.count("<h1>") == 1
    assert " ".join(page.context["sentence"].split()) in words(page)


def test_the_braids_table_tells_hours_in_the_readers_own_writing(today, nora, creeping):
    change_person(viewer=nora, language="nl")

    assert ">20,0 u</a>" in today().text


def test_a_role_that_creeps_is_said_with_its_numbers_and_a_way_on(today, creeping):
    page = today()
    finding = next(f for f in page.context["findings"] if "Atlas" in f.sentence)

    assert finding.action
    assert finding.why
    assert "Why this?" in words(page)


def test_every_way_on_leads_somewhere(today, creeping, as_nora):
    page = today()
    links = set(re.findall(r'href="(/[^"#?]*)', page.text))

    dead = {
        link
        for link in links
        if not link.startswith("/static/") and as_nora.get(link).status_code != 200
    }

    assert reverse("role", args=["atlas"]) in links
    assert dead == set()


def test_every_picture_stands_beside_its_figures(today, creeping):
    page = today()

    assert page.text.count("The same as a table") == 2  # the braid, and the income


def test_another_day_is_shown_as_it_was(today, creeping):
    page = today("?on=2026-09-01")

    assert "Tuesday 1 September 2026" in words(page)


@pytest.mark.parametrize(
    "query",
    ["?on=", "?on=yesterday", "?on=2026-02-30", "?on=<b>", "?on=%00", "?on=2026-11"],
)
def test_a_day_that_is_none_is_today(today, creeping, query):
    assert today(query).context["on"] == date(2026, 11, 20)


@pytest.mark.parametrize(
    "day",
    [
        "0001-01-01",
        "1000-01-01",
        "1969-12-31",
        "2400-02-29",
        "9999-12-31",
        "1900-01-01",
        "2199-12-31",
    ],
)
def test_a_day_far_away_is_shown_or_taken_for_a_slip(today, creeping, day):
    """No life reaches back before 1900, and a review looks years around its day."""
    page = today(f"?on={day}")

    is_near = "1900" <= day < "2200"
    assert page.status_code == 200
    assert (page.context["on"].isoformat() == day) is is_near


def test_the_page_asks_the_tables_no_more_often_however_much_there_is(
    today, creeping, nora, role_of, django_assert_max_num_queries
):
    today()
    for number in range(20):
        role = role_of(nora, f"Role {number}")
        add_time(viewer=nora, role=role, on=date(2026, 11, 10), seconds=3600)

    with django_assert_max_num_queries(48):
        page = today()

    assert page.text.count("Role 1") >= 1
