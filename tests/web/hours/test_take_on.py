"""Can I take this on: asked by a form, told in the address, kept when that is said."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.models import Agreement, Role
from plait.book.operations.roles import agree
from plait.domain.roles import Clause
from tests.cast import terms

NEW = {
    "move": "take on",
    "name": "Course leader",
    "organisation": "Hogeschool Zuid",
    "kind": "contract",
    "hours": "6",
    "per": "week",
    "blocks": "fri 9-15",
    "pay": "90",
    "pay_basis": "hour",
    "currency": "EUR",
    "starts_on": "2027-01-04",
}
CHANGE = {
    "move": "change",
    "role": "practice",
    "hours": "16",
    "per": "week",
    "starts_on": "2027-01-04",
}
LEAVE = {"move": "leave", "role": "atlas", "starts_on": "2027-01-04"}


@pytest.fixture
def home(nora, role_of, as_nora):
    """Nora has 40 hours to give, 24 of them for the practice and 8 for Atlas."""
    change_person(viewer=nora, capacity_minutes=40 * 60, country="NL")
    practice = role_of(nora, "Practice", kind="employment")
    held = terms(
        "24/week",
        since="2024-01-01",
        pay="2950 EUR/salary",
        blocks="mon 09:00-17:00",
        clause=Clause.CONSENT,
    )
    agree(viewer=nora, role=practice, terms=held)
    atlas = role_of(nora, "Atlas")
    agree(viewer=nora, role=atlas, terms=terms("8/week", pay="85 EUR/hour"))
    return as_nora


def at(*asked: dict[str, str], **more: str) -> str:
    told = [*(("v", urlencode(one)) for one in asked), *more.items()]
    return f"{reverse('take_on')}?{urlencode(told)}"


def page(home, *asked: dict[str, str], **more: str) -> str:
    answer = home.get(at(*asked, **more))
    assert answer.status_code == 200
    return answer.content.decode()


# ----------------------------------------------------------------------- asking


def test_the_page_begins_with_a_form_and_stores_nothing(home):
    said = page(home)

    assert "<h1>Can I take this on?</h1>" in said
    assert 'name="blocks"' in said
    # The Monday after Friday 20 November 2026.
    assert 'value="2026-11-23"' in said


def test_what_was_asked_moves_into_the_address(home):
    answer = home.get(reverse("take_on"), NEW)

    assert answer.status_code == 302
    assert answer.url == at(NEW)


def test_what_is_idle_stays_out_of_the_address(home):
    answer = home.get(reverse("take_on"), {**NEW, **LEAVE})

    assert answer.url == at(LEAVE)


def test_the_answer_is_the_one_sentence_of_the_page(home):
    said = page(home, NEW)

    assert "<h1>Yes, if Practice House agrees.</h1>" in said
    assert "Course leader, 6 hours a week from 4 January 2027" in said
    assert "€2,348 a month more, before tax: €90.00 per agreed hour." in said
    assert "In the Netherlands such a clause holds only if" in said
    assert "Week by week" in said
    assert Role.objects.count() == 2


def test_days_alone_tell_the_hours(home):
    told = {name: value for name, value in NEW.items() if name != "hours"}

    # Friday from 9 to 15 is six hours.
    assert "Course leader, 6 hours a week" in page(home, told)


def test_several_stand_side_by_side_and_each_can_be_left_out(home):
    said = page(home, NEW, CHANGE, LEAVE)

    assert "<h1>2 of these 3 are possible.</h1>" in said
    assert said.count('<article class="take-on-one') == 3
    assert at(NEW, LEAVE).replace("&", "&amp;") in said
    assert "Compare with another" in said


def test_no_more_than_four_are_compared(home):
    said = page(home, *[LEAVE] * 5)

    assert said.count('<article class="take-on-one') == 4
    assert "Compare with another" not in said


def test_another_is_asked_beside_those_that_are_there(home):
    said = page(home, NEW, another="1")

    assert "Add another option" in said
    assert said.count('<input type="hidden" name="v"') == 2  # to keep, and to go on
    answer = home.get(reverse("take_on"), {**LEAVE, "v": urlencode(NEW)})
    assert answer.url == at(NEW, LEAVE)


def test_what_was_asked_can_be_changed(home):
    said = page(home, LEAVE, edit=urlencode(NEW))

    assert "Change this option" in said
    assert 'value="Course leader"' in said
    assert "Leave Atlas" in said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({**NEW, "name": ""}, "Say what it is, in a word or two."),
        (
            {**NEW, "hours": "", "blocks": ""},
            "Say how many, such as 6 a week; a guess will do.",
        ),
        ({**NEW, "hours": "many"}, "This is not a number: write it such as 16 or 7.5."),
        (
            {**NEW, "hours": "200"},
            "There are not that many hours in the time they are agreed for",
        ),
        ({**NEW, "blocks": "someday"}, "This is neither a day nor a time"),
        ({**NEW, "starts_on": ""}, "Enter the first day."),
        ({**NEW, "per": "total"}, "Hours in total need a last day"),
        ({**NEW, "ends_on": "2026-12-01"}, "These terms end before they begin"),
        ({**CHANGE, "role": ""}, "Choose one of your roles."),
        (
            {**CHANGE, "starts_on": "2019-01-01"},
            "You do not hold this role on that day",
        ),
        ({**LEAVE, "starts_on": "2020-01-01"}, "You do not hold this role on that day"),
        ({**NEW, "move": "fly"}, "Look at the fields marked below."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(home, told, said):
    answer = home.get(reverse("take_on"), told)

    assert answer.status_code == 200
    assert said in answer.content.decode()


@pytest.mark.parametrize(
    "told", ["", "move=leave&role=nobody&starts_on=2027-01-04", "%%%", "x" * 5000]
)
def test_an_address_that_asks_nothing_more_is_told_so(home, told):
    said = home.get(reverse("take_on"), {"v": told}).content.decode()

    assert "Some of this is no longer possible, so it is left out." in said
    assert "Can I take this on?" in said


def test_names_are_no_markup(home):
    said = page(home, {**NEW, "name": "<b>Course</b>"})

    assert "<b>Course</b>" not in said
    assert "&lt;b&gt;Course&lt;/b&gt;" in said


def test_another_persons_role_cannot_be_asked_about(home, charlie, role_of):
    role_of(charlie, "Hidden")

    said = page(home, {**LEAVE, "role": "hidden"})

    assert "Some of this is no longer possible, so it is left out." in said
    assert "Hidden" not in said


@pytest.mark.parametrize("since", ["1900-01-01", "2199-12-31"])
def test_days_far_away_break_nothing(home, since):
    assert "<h1>" in page(home, {**NEW, "starts_on": since})


def test_a_person_without_roles_can_ask_too(nora, as_nora):
    said = page(as_nora, NEW)

    assert "Yes, if you have the hours, which your settings do not say." in said


# ---------------------------------------------------------------------- keeping


def keep(home, told: dict[str, str]):
    return home.post(reverse("take_on_keep"), {"v": urlencode(told)}, follow=True)


def test_a_new_role_is_kept_exactly_as_it_was_shown(home):
    answer = keep(home, NEW)

    role = Role.objects.get(name="Course leader")
    kept = Agreement.objects.get(role=role)
    assert (role.organisation.name, role.kind) == ("Hogeschool Zuid", "contract")
    assert (kept.starts_on, kept.minutes, kept.pay_minor) == (
        date(2027, 1, 4),
        360,
        9000,
    )
    assert kept.blocks == "fri 09:00-15:00"
    assert "Course leader is in your book." in answer.content.decode()


@pytest.mark.parametrize("asked", [(NEW,), (NEW, LEAVE)])
def test_a_browser_can_keep_each_of_them(home, asked):
    client = Client(enforce_csrf_checks=True)
    client.cookies = home.cookies
    said = client.get(at(*asked)).content.decode().partition("<main")[2]
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', said)

    told = {"v": urlencode(NEW), "csrfmiddlewaretoken": tokens[0]}
    answer = client.post(reverse("take_on_keep"), told)

    assert len(tokens) == len(asked)
    assert answer.status_code == 302


def test_other_terms_are_kept_with_the_pay_that_follows_the_hours(home):
    answer = keep(home, CHANGE)

    kept = Agreement.objects.get(role__key="practice", starts_on=date(2027, 1, 4))
    # 2,950 x 16 / 24.
    assert (kept.minutes, kept.pay_minor, kept.blocks) == (960, 196_667, "")
    assert "The new terms of Practice are in your book." in answer.content.decode()


def test_a_role_that_is_left_ends(home):
    answer = keep(home, LEAVE)

    assert Role.objects.get(key="atlas").ended_on == date(2027, 1, 4)
    assert "Atlas ends then." in answer.content.decode()


def test_what_cannot_be_kept_any_more_is_said(home):
    Role.objects.filter(key="atlas").update(ended_on=date(2026, 1, 1))

    answer = keep(home, LEAVE)

    assert (
        "Some of this is no longer possible, so it is left out."
        in answer.content.decode()
    )


def test_nothing_is_kept_by_looking(home):
    answer = home.get(reverse("take_on_keep"), {"v": urlencode(NEW)})

    assert answer.status_code == 405
    assert not Role.objects.filter(name="Course leader").exists()
