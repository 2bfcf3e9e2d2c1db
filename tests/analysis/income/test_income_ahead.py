"""What a life brings in over the next months."""

import pytest

from plait.analysis.income.model_from_portfolio import from_book
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life, terms

RATES = published_rates(["EUR"])


def of(life: Life):
    portfolio = life.portfolio()
    return from_book(portfolio, income_of(portfolio, RATES), RATES).ahead


def a_job() -> Life:
    return (
        Life()
        .role("Job", kind="employment")
        .is_paid_monthly("Job", "2000 EUR", months=30)
    )


def test_a_year_of_income_is_needed():
    short = Life().role("Job").is_paid_monthly("Job", "2000 EUR", months=11)

    assert of(short) == ()
    assert [one.months for one in of(a_job())] == [6, 12]


def test_a_job_that_ended_and_a_client_that_dried_up_are_not_continued():
    life = a_job().role("Old", kind="employment", until="2026-07-01")
    life.is_paid_monthly("Old", "3000 EUR", months=20, until="2026-06-30")
    life.role("Gone").is_paid_monthly("Gone", "700 EUR", months=20, until="2026-05-31")

    assert of(life)[1].middle == pytest.approx(24_000, rel=0.02)


def test_a_contract_that_ends_in_time_brings_nothing_after():
    # The first month ahead is December: to the first of March it brings three of six.
    agreed = terms(since="2024-01-01", until="2027-03-01")
    life = a_job().role("Course", agreed)
    life.is_paid_monthly("Course", "1000 EUR", months=30)

    six, twelve = of(life)
    assert six.middle == pytest.approx(6 * 2000 + 3 * 1000, rel=0.02)
    assert twelve.high < 12 * 2000 + 9 * 1000


def test_a_role_that_began_without_money_yet_brings_what_was_agreed():
    agreed = terms("8/week", pay="100 EUR/hour", since="2026-11-01")
    life = a_job().role("New", agreed, since="2026-11-01")

    # 8 x 52.1775 / 12 x 100 a month beside the job.
    assert of(life)[1].middle == pytest.approx(12 * (2000 + 3478.5), rel=0.02)
