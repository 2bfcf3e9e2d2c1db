"""The pages Income and Safety: what came in, how long it would last, what may come."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.roles import agree
from plait.domain.money import Money
from plait.domain.period import add_months
from tests.cast import terms
from tests.web.importing import words


def page(client, name="income", **asked) -> str:
    return words(client.get(reverse(name), asked))


@pytest.fixture
def paid(nora, role_of):
    """Give Nora a role that brought so much at the 25th of each of the last months."""

    def paid(name, amount, months=24):
        role = role_of(nora, name)
        agree(viewer=nora, role=role, terms=terms("16/week"))
        for n in range(months):
            on = add_months(date(2026, 10, 1), -n).replace(day=25)
            money = Money(Decimal(amount), "EUR")
            add_payment(
                viewer=nora, role=role, on=on, amount=money, payer=f"{name} House"
            )
        return role

    return paid


def test_an_empty_book_says_what_to_bring(as_nora):
    shown = page(as_nora)

    assert (
        "No income is known yet: add what came in, or import a bank statement." in shown
    )
    assert "Enter your savings and the least a month costs" in page(as_nora, "safety")


def test_without_a_floor_the_page_asks_for_it_first(as_nora, paid):
    paid("Clinic", 2_000)

    shown = page(as_nora, "safety")

    assert "Enter your savings and the least a month costs" in shown
    assert "Clinic House pays 100" in shown


def test_the_sentence_says_what_one_would_last_at_worst(as_nora, nora, paid):
    # 2,000 + 500 a month against 1,500. The last month of the clinic is still to be
    # paid: 4,500 and 1,000 more. Then 1,000 a month are lacking, for five months.
    change_person(viewer=nora, savings_minor=450_000, floor_minor=150_000)
    paid("Clinic", 2_000)
    paid("Column", 500)

    shown = page(as_nora, "safety")

    assert (
        "Your biggest risk: Clinic ends. In one of ten simulated futures your money would"
        " then last 6 months or less." in shown
    )
    assert "You cannot work for three months" in shown
    assert "The chance that your savings last all 24 months" in shown


def test_what_it_hangs_on_is_told_by_payer(as_nora, paid):
    paid("Clinic", 1_500)
    paid("School", 1_500)

    assert "as spread out as if about two clients paid you equally" in page(
        as_nora, "safety"
    )


def test_a_day_in_the_past_can_be_asked_for(as_nora, paid):
    paid("Clinic", 2_000)

    assert "No income is known yet" in page(as_nora, on="2024-01-01")


def test_a_person_sees_their_own_income_only(as_charlie, paid):
    paid("Clinic", 2_000)

    assert "Clinic" not in page(as_charlie)
