"""Money is exact, knows its currency, and refuses what would make it inexact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.money import MixedCurrencies, Money, NotMoney, minor_digits, to_minor
from tests.cast import amt

currencies = st.sampled_from(["EUR", "GBP", "JPY", "KWD", "ISK"])
minors = st.integers(min_value=-(10**15), max_value=10**15)


def test_amounts_of_one_currency_add_and_subtract_exactly():
    # As floats 0.1 + 0.2 would be 0.30000000000000004.
    assert amt("0.1 EUR") + amt("0.2 EUR") == amt("0.3 EUR")
    assert amt("0.3 EUR") - amt("0.2 EUR") == amt("0.1 EUR")
    assert -amt("85 EUR") == amt("-85 EUR")
    assert amt("85 EUR") * Decimal("1.5") == amt("127.50 EUR")


def test_two_spellings_of_one_number_are_the_same_money():
    assert amt("10 EUR") == amt("10.00 EUR")
    assert len({amt("10 EUR"), amt("10.00 EUR")}) == 1


@pytest.mark.parametrize(
    "together",
    [
        lambda: amt("10 EUR") + amt("10 GBP"),
        lambda: amt("10 EUR") - amt("10 GBP"),
        lambda: amt("10 EUR") < amt("10 GBP"),
        lambda: amt("10 EUR") > amt("10 GBP"),
    ],
)
def test_two_currencies_cannot_be_put_together(together):
    with pytest.raises(MixedCurrencies) as trouble:
        together()

    assert trouble.value.what == "Amounts in two currencies cannot be put together"
    assert set(trouble.value.value.split(" and ")) == {"10 EUR", "10 GBP"}
    assert trouble.value.fix == "Convert one of them at the rate of the day first."


@pytest.mark.parametrize("number", [0.1, 10, "10", None])
def test_anything_but_a_decimal_is_refused(number):
    with pytest.raises(NotMoney) as trouble:
        Money(number, "EUR")

    assert str(trouble.value) == (
        f"An amount of money must be a finite Decimal: {number!r}."
        " Write it as text or a whole number of minor units."
    )


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_a_decimal_that_is_no_number_is_refused(number):
    with pytest.raises(NotMoney):
        Money(Decimal(number), "EUR")


def test_a_float_cannot_multiply_money():
    with pytest.raises(NotMoney) as trouble:
        amt("85 EUR") * 1.5

    assert "Money is multiplied by an exact number only: 1.5." in str(trouble.value)


@pytest.mark.parametrize("currency", ["", "EU", "EURO", "eur", "E1R", "ÉUR", "€"])
def test_a_currency_is_three_capital_letters(currency):
    with pytest.raises(NotMoney) as trouble:
        Money(Decimal(1), currency)

    assert trouble.value.fix == "Use the ISO code, such as EUR or GBP."


@pytest.mark.parametrize(
    ("number", "currency", "minor"),
    [
        ("12.34", "EUR", 1234),
        ("1500", "JPY", 1500),  # no minor unit
        ("1.234", "KWD", 1234),  # a thousandth
        ("0", "EUR", 0),
        ("92233720368547758.07", "EUR", 9_223_372_036_854_775_807),
    ],
)
def test_minor_units_are_those_of_the_currency(number, currency, minor):
    assert to_minor(Decimal(number), currency) == minor
    assert Money.from_minor(minor, currency) == Money(Decimal(number), currency)


@pytest.mark.parametrize(
    ("number", "currency", "minor"),
    [
        ("0.005", "EUR", 1),  # half-even would give 0
        ("-0.005", "EUR", -1),
        ("0.015", "EUR", 2),
        ("0.025", "EUR", 3),  # half-even would give 2
        ("-0.025", "EUR", -3),
        ("0.0249999", "EUR", 2),
        ("2.5", "JPY", 3),
        ("-2.5", "JPY", -3),
        ("0.0005", "KWD", 1),
    ],
)
def test_halves_are_rounded_away_from_zero(number, currency, minor):
    assert to_minor(Decimal(number), currency) == minor


@pytest.mark.parametrize(
    ("currency", "digits"), [("EUR", 2), ("JPY", 0), ("ISK", 0), ("KWD", 3), ("TND", 3)]
)
def test_a_currency_knows_its_decimals(currency, digits):
    assert minor_digits(currency) == digits


@given(minors, currencies)
def test_minor_units_and_back_is_the_same_money(minor, currency):
    assert Money.from_minor(minor, currency).minor == minor


@given(minors, minors, currencies)
def test_a_sum_in_minor_units_is_the_sum_of_the_amounts(one, other, currency):
    together = Money.from_minor(one, currency) + Money.from_minor(other, currency)

    assert together.minor == one + other
