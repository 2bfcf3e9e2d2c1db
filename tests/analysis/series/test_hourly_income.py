"""What came in for each hour that was really given."""

import pytest

from plait.analysis.series.hourly_income import income_an_hour
from plait.analysis.series.streams import income_of
from plait.reference.rates import rates_for
from tests.cast import Life


def an_hour(life):
    portfolio = life.portfolio()
    income = income_of(portfolio, rates_for(["EUR"]))
    return income_an_hour(portfolio, income, income.streams[0])


def atlas(months, hours=10):
    """Return a life paid 500 at the end of each month for hours of its 30th."""
    life = Life().role("Atlas")
    for month in months:
        life.is_paid_on("Atlas", "500 EUR", f"2026-{month:02}-30")
        life.gives("Atlas", hours, f"2026-{month:02}-30")
    return life


def test_income_is_divided_by_the_hours_of_the_same_months():
    assert an_hour(atlas([8, 9, 10])) == pytest.approx(500 / 10)


def test_two_months_say_nothing():
    assert an_hour(atlas([9, 10])) is None


def test_hours_from_before_the_first_money_are_left_out():
    life = atlas([8, 9, 10]).gives("Atlas", 40, "2026-03-02")

    assert an_hour(life) == pytest.approx(50)


def test_money_after_the_last_hours_is_left_out():
    life = atlas([6, 7, 8])
    for month in (9, 10):
        life.is_paid_on("Atlas", "500 EUR", f"2026-{month:02}-30")

    assert an_hour(life) == pytest.approx(50)


def test_without_hours_there_is_no_answer():
    life = Life().role("Atlas").is_paid_monthly("Atlas", "500 EUR", months=12)

    assert an_hour(life) is None


def test_money_of_the_running_month_alone_says_nothing():
    life = Life().role("Atlas").gives_weekly("Atlas", 10, weeks=5)

    assert an_hour(life.is_paid_on("Atlas", "500 EUR", "2026-11-10")) is None
