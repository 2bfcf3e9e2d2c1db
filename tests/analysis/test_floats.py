"""The one door from exact money to floats."""

import pytest

from plait.analysis.floats import in_home_currency, without_rate
from plait.reference.rates import published_rates
from tests.cast import Life


def amounts(*paid: str, home: str = "EUR", on: str = "2024-01-02") -> list[float]:
    life = Life().role("Flat")
    for amount in paid:
        life.is_paid_on("Flat", amount, on)
    payments = life.portfolio().payments
    rates = published_rates([*payments.currencies, home])
    return in_home_currency(payments, home, rates).tolist()


def test_no_payments_are_no_amounts():
    assert amounts() == []


def test_amounts_at_home_are_divided_by_their_unit_alone():
    assert amounts("0.01 EUR", "-1234.56 EUR", "0 EUR") == [0.01, -1234.56, 0]
    assert amounts("1234 JPY", home="JPY") == [1234]
    assert amounts("1.234 KWD", home="KWD") == [1.234]  # without any rate of the ECB


@pytest.mark.parametrize(
    ("paid", "home", "expected"),
    [
        # 0.86645 pounds, 1.0956 dollars and 155.68 yen a euro on 2 January 2024.
        ("86.65 GBP", "EUR", 100.0058),  # 86.65 / 0.86645
        ("100 EUR", "GBP", 86.645),
        ("86.65 GBP", "USD", 109.5663),  # 86.65 / 0.86645 x 1.0956
        ("15568 JPY", "EUR", 100),
        ("-100 EUR", "USD", -109.56),
    ],
)
def test_other_currencies_go_by_way_of_the_euro(paid, home, expected):
    assert [round(a, 4) for a in amounts(paid, home=home)] == [expected]


def test_amounts_without_a_rate_count_for_nothing():
    assert amounts("9 UAH", "10 EUR") == [0, 10]
    assert amounts("10 EUR", home="UAH") == [0]
    assert amounts("10 GBP", on="1998-06-01") == [0]


def test_their_currencies_are_named_for_roles_payments_only():
    life = Life().role("Flat").is_paid_on("Flat", "9 UAH", "2024-01-02")
    life.is_paid_on("", "9 ARS", "2024-01-02").is_paid_on("Flat", "9 GBP", "2024-01-02")
    payments = life.portfolio().payments

    found = without_rate(payments, "EUR", published_rates(payments.currencies))

    assert found == ("UAH",)
