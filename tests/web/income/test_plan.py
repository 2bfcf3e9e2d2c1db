"""The plan page: which mix of hours would be better."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.roles import agree
from plait.domain.money import Money
from plait.domain.period import add_months
from plait.domain.roles import RoleKind
from tests.cast import terms
from tests.web.importing import words


def page(client, **asked) -> str:
    return words(client.get(reverse("plan"), asked))


@pytest.fixture
def paid(nora, role_of):
    """Give Nora a role by the hour that brought so much in each of two years' months."""

    def paid(name, amount, hours="16/week", pay="40 EUR/hour", **fields):
        role = role_of(nora, name, **fields)
        agree(viewer=nora, role=role, terms=terms(hours, pay=pay))
        for n in range(24):
            on = add_months(date(2026, 10, 1), -n).replace(day=25)
            money = Money(Decimal(amount), "EUR")
            add_payment(
                viewer=nora, role=role, on=on, amount=money, payer=f"{name} House"
            )
        return role

    return paid


@pytest.fixture
def with_limits(nora):
    """Give Nora hours to give, and what a month must cost."""

    def with_limits(hours, floor):
        change_person(viewer=nora, capacity_minutes=hours * 60, floor_minor=floor * 100)

    return with_limits


def test_an_empty_book_teaches_what_to_bring(as_nora):
    html = page(as_nora)

    assert "Which mix of hours would be better?" in html
    assert "bring in a year or two of both" in html


def test_without_a_floor_it_asks_for_it(as_nora, nora, paid):
    paid("Clinic", 2_000)
    change_person(viewer=nora, capacity_minutes=40 * 60)

    assert "Enter what a month must cost, and this page looks" in page(as_nora)


def test_until_then_plans_are_made_with_what_stands_in(as_nora, nora, paid):
    paid("Clinic", 2_800)
    change_person(viewer=nora, capacity_minutes=24 * 60)

    html = page(as_nora)

    assert "Enter what a month must cost" in html
    assert "A better mix: Clinic with 24 hours instead of 16." in html
    assert "What a month must cost is not known: what usually comes in now" in html


def test_without_hours_to_give_it_asks_for_them(as_nora, nora, paid):
    paid("Clinic", 2_000)
    change_person(viewer=nora, floor_minor=150_000)

    assert "Enter how many hours a week you have" in page(as_nora)


def test_with_room_for_more_hours_the_role_that_pays_takes_them(
    as_nora, paid, with_limits
):
    # 16 agreed hours by the hour may become 24 at most, and 24 are there to give.
    paid("Clinic", 2_800)
    with_limits(24, 1_500)

    html = page(as_nora)

    assert "A better mix: Clinic with 24 hours instead of 16." in html
    assert "24, now 16" in html
    assert "In futures they had not seen" in html
    # With one role that is free, filling it up is all there is to find.
    assert "There equal hours and the best rate first did as well" in html


def test_a_mix_that_cannot_be_bettered_says_so(as_nora, paid, with_limits):
    # A salary is not raised by hours of one's own; leaving it brings nothing.
    paid("Clinic", 2_800, pay="2800 EUR/salary", kind=RoleKind.EMPLOYMENT)
    with_limits(24, 1_500)

    assert "Nothing better was found than your present mix." in page(as_nora)


def test_more_hours_than_there_are_are_told_first(as_nora, paid, with_limits):
    paid("Clinic", 2_800)
    paid("School", 1_400)
    with_limits(24, 1_500)

    html = page(as_nora)

    assert (
        "Your roles take 32 hours a week and there is room for 24. A mix that fits:"
        in html
    )
    assert "which is beyond your limits" in html
    assert "Left out, since not all limits are kept: the present mix." in html


def test_the_hours_given_now_can_be_shared_out_instead(as_nora, paid, with_limits):
    # By the hour the clinic brings twice what the school does, for the same hours.
    paid("Clinic", 2_800)
    paid("School", 1_400)
    with_limits(24, 1_500)

    html = page(as_nora, hours="now")

    assert "The plan divides the 32 hours a week that your roles take now." in html
    assert "A better mix:" in html
    assert "Clinic with 24 hours instead of 16" in html


def test_the_other_way_to_look_keeps_what_was_asked(as_nora, paid, with_limits):
    paid("Clinic", 2_800)
    with_limits(8, 1_500)

    html = as_nora.get(reverse("plan"), {"by": "money"}).content.decode()

    assert f'href="{reverse("plan")}?by=money&amp;hours=now"' in html


def test_wishes_that_contradict_each_other_are_named(
    as_nora, nora, paid, with_limits, role_of
):
    # What is unpaid stays: 30 hours, where 24 are to give.
    paid("Clinic", 2_800)
    charity = role_of(nora, "Charity", is_paid=False, kind=RoleKind.VOLUNTEERING)
    agree(viewer=nora, role=charity, terms=terms("30/week"))
    with_limits(24, 1_500)

    html = page(as_nora)

    assert (
        "No mix meets all you ask: what has to stay takes 30 hours a week, and you"
        " have 24." in html
    )
    assert "Charity stays, with at least 30 hours" in html


def test_no_word_of_the_trade_is_on_the_page(as_nora, paid, with_limits):
    paid("Clinic", 2_800)
    paid("School", 1_400)
    with_limits(40, 1_500)

    html = page(as_nora)

    assert not [word for word in ("CVaR", "scenario", "solver") if word in html]


def test_the_page_answers_the_same_at_every_look(as_nora, paid, with_limits):
    paid("Clinic", 2_800)
    with_limits(24, 1_500)

    assert page(as_nora) == page(as_nora)


def test_the_page_safety_leads_here(as_nora, paid):
    paid("Clinic", 2_800)

    html = as_nora.get(reverse("safety")).content.decode()

    assert f'href="{reverse("plan")}"' in html


def test_in_dutch_amounts_are_written_the_dutch_way(as_nora, nora, paid, with_limits):
    paid("Clinic", 2_800)
    with_limits(24, 1_500)
    change_person(viewer=nora, language="nl")

    assert re.search(r"€ \d\.\d{3} ", page(as_nora))
