"""What an hour is worth by the terms."""

import pytest

from plait.analysis.series.hourly_pay import hourly_pay, hourly_pay_given, monthly_worth
from tests.cast import terms


@pytest.mark.parametrize(
    ("hours", "pay", "an_hour"),
    [
        ("", "85 EUR/hour", 85),
        ("", "960 EUR/day", 120),  # 960 / 8
        # A month has 52.1775 / 12 = 4.348125 weeks, so 24 a week are 104.355 hours.
        ("24/week", "2950 EUR/month", 28.27),  # 2950 / 104.355 = 28.2689
        ("24/week", "2950 EUR/salary", 28.27),
        ("36/month", "900 EUR/month", 25),  # 900 / 36
        ("120/quarter", "900 EUR/month", 22.5),  # 900 x 3 / 120
    ],
)
def test_pay_comes_to_pay_an_hour_by_its_basis(hours, pay, an_hour):
    assert round(hourly_pay(terms(hours, pay=pay)), 2) == an_hour


@pytest.mark.parametrize(
    ("hours", "pay"),
    [
        ("24/week", ""),  # unpaid
        ("", "2950 EUR/month"),  # a month of how many hours?
        ("0/week", "2950 EUR/month"),
        ("60/total", "2950 EUR/month"),  # spread over no end
        ("24/week", "4000 EUR/fixed"),
        ("24/week", "300 EUR/commission"),
        ("24/week", "300 EUR/equity"),
    ],
)
def test_other_pay_has_no_price_an_hour(hours, pay):
    agreed = terms(hours, pay=pay)

    assert hourly_pay(agreed) is None
    assert monthly_worth(agreed, 5) is None


def test_hours_beyond_the_agreement_have_a_worth_a_month():
    # 5 x 85 x 4.348125 = 1847.95
    assert round(monthly_worth(terms("8/week", pay="85 EUR/hour"), 5), 2) == 1847.95
    assert monthly_worth(terms("8/week", pay="85 EUR/hour"), 0) == 0


def test_a_month_of_pay_is_spread_over_the_hours_really_given():
    # 28 h a week are 28 x 52.1775 / 12 = 121.7475 h a month; 2950 / 121.7475
    found = hourly_pay_given(terms("24/week", pay="2950 EUR/salary"), 28)

    assert found == pytest.approx(24.2305, abs=1e-4)


@pytest.mark.parametrize(
    ("pay", "hours"), [("85 EUR/hour", 28), ("2950 EUR/salary", 0), ("", 28)]
)
def test_other_pay_is_not_spread_over_hours(pay, hours):
    assert hourly_pay_given(terms("24/week", pay=pay), hours) is None
