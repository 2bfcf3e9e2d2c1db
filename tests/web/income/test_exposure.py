"""Exposure as a part of a page: a band for each role and mix, and links to the rest."""

from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from plait.answers.context import answer_context
from plait.answers.income.exposure import exposure_answer
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.roles import change_role
from plait.book.queries import load_portfolio
from plait.domain.money import Money
from plait.web.pages.income.exposure import exposure_view
from plait.wording.words import words_for
from tests.roles import other_role
from tests.web.conftest import TODAY


@pytest.fixture
def shown(nora):
    def shown(language="en"):
        portfolio = load_portfolio(viewer=nora, on=TODAY)
        context = answer_context(portfolio, words_for(language))
        return exposure_view(exposure_answer(context))

    return shown


@pytest.fixture
def mixed(nora, role_of):
    """A practice of 30 hours, software of 10, a board of 10 that has no occupation."""
    for name, code, hours, amount in (
        ("Practice", "1342", 15, 1000),
        ("Software", "2512", 5, 3000),
        ("Board", "", 5, 0),
    ):
        role = role_of(nora, name)
        change_role(viewer=nora, role=role, to=other_role(role, occupation=code))
        for day in (2, 9):
            on = date(2026, 11, day)
            add_time(viewer=nora, role=role, on=on, seconds=hours * 3600)
        for month in (8, 9, 10) if amount else ():
            on, money = date(2026, month, 28), Money(Decimal(amount), "EUR")
            add_payment(viewer=nora, role=role, on=on, amount=money)


def test_without_a_role_there_is_nothing_to_show(shown):
    assert shown() is None


@pytest.mark.usefixtures("mixed")
def test_each_mix_has_its_range(shown):
    texts = {one.name: one.text for one in shown().mixes}

    # By hours: (30 x .35 + 10 x .54) / 40, and so on; the board's 10 of 50 are left out.
    assert texts == {
        "By hours": "0.40; 0.29 to 0.50, for the 80\u202f% with a known occupation",
        # By income: (1000 x .35 + 3000 x .54) / 4000 = .4925; low .4225, high .5675.
        "By income": "0.49; 0.42 to 0.57",
    }


@pytest.mark.usefixtures("mixed")
def test_a_role_has_a_band_from_the_lowest_to_the_highest(shown):
    practice = shown().roles[0]

    assert (practice.name, practice.title) == ("Practice", "Health services managers")
    band = practice.band
    assert (band.start, band.length, band.mean) == ("22.0%", "25.0%", "35.0%")
    assert practice.text == "0.35; 0.22 to 0.47 within group 13"


@pytest.mark.usefixtures("mixed")
def test_a_role_without_an_occupation_leads_to_its_form(shown):
    [board] = shown().unknown

    assert (board.name, board.url) == ("Board", "/roles/board/change/#id_occupation")


@pytest.mark.usefixtures("mixed")
def test_in_dutch_the_titles_are_dutch(shown):
    assert shown("nl").roles[0].title == "Managers in de gezondheidszorg"


@pytest.mark.usefixtures("mixed")
def test_the_part_says_what_exposure_is_not_and_where_it_is_from(shown):
    html = render_to_string("parts/income/exposure.html", {"exposure": shown()})

    assert "Exposure of tasks is not a chance of losing work" in html
    assert "ILO Working Paper 140" in html
    assert html.count('class="band strand-') == 4  # two mixes, two roles
