"""What a variant does to a month's income."""

import pytest

from tests.analysis.decisions.take_on.asking import (
    answer,
    left,
    new,
    present,
)
from tests.cast import Life, terms


@pytest.mark.parametrize(
    ("hours", "pay", "until", "a_month"),
    [
        # 52.1775 weeks a year: a twelfth is 4.348125 weeks.
        ("6/week", "90 EUR/hour", None, 90 * 6 * 4.348125),
        # A day counts eight hours: 16 hours a week are two days.
        ("16/week", "640 EUR/day", None, 640 * 2 * 4.348125),
        ("24/week", "2950 EUR/salary", None, 2950),
        ("", "300 EUR/month", None, 300),
        # 4,000 over the 182 days from 23 November 2026 up to 24 May 2027.
        ("40/total", "4000 EUR/fixed", "2027-05-24", 4000 / 182 * 365.2425 / 12),
        ("40/week", "4000 EUR/fixed", None, None),
        ("8/week", "5 EUR/commission", None, None),
        ("8/week", "", None, 0),
    ],
)
def test_what_terms_bring_a_month(hours, pay, until, a_month):
    found = answer(Life(), new("Course", hours, pay=pay, until=until)).earning

    assert found.after == (None if a_month is None else pytest.approx(a_month))
    assert found.before == 0
    assert found.change == found.after


def test_an_hour_of_a_salary_is_what_its_agreed_hours_make_of_it():
    variant = new("Desk", "24/week", pay="2950 EUR/salary")

    # 2,950 / (24 x 4.348125) = 28.27.
    assert round(answer(Life(), variant).earning.an_hour, 2) == 28.27


def test_pay_in_another_currency_is_told_in_ones_own():
    variant = new("Course", "6/week", pay="90 GBP/hour")
    life = Life()
    found = answer(life, variant, currency="GBP").earning
    rate = present(life, currency="GBP").rates.by_currency["GBP"][1][-1]

    assert found.after == pytest.approx(90 * 6 * 4.348125 / rate)
    assert found.currency == "EUR"


def test_pay_in_a_currency_without_a_rate_is_not_known():
    found = answer(Life(), new("Course", "6/week", pay="90 ARS/hour")).earning

    assert (found.after, found.change) == (None, None)


def test_leaving_loses_what_the_terms_bring_whatever_came_in():
    life = Life().role("Desk", terms("24/week", pay="2950 EUR/salary"))
    life.is_paid_monthly("Desk", "2100 EUR", months=14)

    found = answer(life, left(life, "Desk")).earning

    assert (found.before, found.after, found.change) == (2950, 0, -2950)


def test_leaving_loses_what_came_in_where_no_terms_tell():
    life = (
        Life()
        .role("Columns", "4/week")
        .is_paid_monthly("Columns", "250 EUR", months=14)
    )

    assert answer(life, left(life, "Columns")).earning.change == -250


def test_leaving_an_unpaid_role_loses_nothing():
    life = Life().role("Board", "4/week", is_paid=False)

    assert answer(life, left(life, "Board")).earning.change == 0
