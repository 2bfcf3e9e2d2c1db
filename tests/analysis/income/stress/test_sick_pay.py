"""What illness leaves of a salary, month by month."""

from datetime import date

import pytest

from plait.analysis.income.stress.sick_pay import DAYS_A_MONTH, kept, shares_by_month
from plait.reference.rates import rates_for
from plait.reference.sick_pay import continued_pay
from tests.cast import Life

ON = date(2026, 11, 30)
WEEKS_A_MONTH = DAYS_A_MONTH / 7


def shares(country: str, weekly: float = 700, on: date = ON):
    return shares_by_month(continued_pay(country, on), weekly)


@pytest.mark.parametrize(
    ("weekly", "paid"),
    # Published, by moonworkers.co.uk: the lower of 123.25 and 80 % of weekly earnings.
    [(400, 123.25), (154.06, 123.25), (120, 96), (90, 72)],
)
def test_uk_sick_pay_is_that_of_a_published_table(weekly, paid):
    assert shares("GB", weekly)[0] * weekly == pytest.approx(paid, abs=0.01)


def test_uk_sick_pay_ends_after_28_weeks():
    # 28 weeks are 196 days: six months of 30.4 days and 0.44 of the seventh.
    found = shares("GB", 1232.5)

    assert found[:6] == pytest.approx([0.1] * 6)
    assert found[6] == pytest.approx(0.1 * (196 / DAYS_A_MONTH - 6))
    assert len(found) == 7


def test_uk_sick_pay_before_april_2026_had_three_waiting_days_and_a_least_pay():
    before = date(2026, 4, 5)

    # Published, by whyfield.co.uk, for one week of five days: 47.50 before, two fifths
    # of 118.75. Here days count evenly: four of seven.
    assert shares("GB", 500, before)[0] == pytest.approx(
        118.75 / 500 * (1 - 3 / DAYS_A_MONTH)
    )
    assert shares("GB", 124.99, before)[0] == 0


def test_a_german_salary_goes_on_whole_for_six_weeks():
    # 42 days are a month and 11.6 days of the second; then 70 %.
    rest = 42 / DAYS_A_MONTH - 1

    assert shares("DE")[:3] == pytest.approx([1, rest + 0.7 * (1 - rest), 0.7])
    assert len(shares("DE")) == 18  # 78 weeks are 17.9 months


def test_a_dutch_salary_goes_on_for_104_weeks_after_two_days():
    found = shares("NL")

    assert found[0] == pytest.approx(0.7 * (1 - 2 / DAYS_A_MONTH))
    assert found[1:23] == pytest.approx([0.7] * 22)
    assert len(found) == 24


def test_a_sum_of_another_currency_is_taken_at_the_rate_of_the_day():
    life = Life("2026-11-30", country="GB", currency="EUR").role("Job")
    rates = rates_for(["GBP"])

    euros = kept(life.portfolio(), 3000.0, rates)[0] * 3000
    pounds = 123.25 * WEEKS_A_MONTH
    assert pounds * 1.0 < euros < pounds * 1.4


def test_nothing_is_known_of_a_country_without_a_law_here():
    life = Life("2026-11-30", country="US").role("Job")

    assert kept(life.portfolio(), 3000.0, rates_for([])) == ()
