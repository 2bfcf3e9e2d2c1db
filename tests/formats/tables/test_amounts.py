from decimal import Decimal

import pytest

from plait.formats.tables.amounts import parted, value_of


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("-£23.50", "-23.50", "GBP"),
        ("£-23.50", "-23.50", "GBP"),
        ("- $30.00", "-30.00", ""),
        ("1.234,56-", "-1.234,56", ""),
        ("1.234,56 EUR-", "-1.234,56", "EUR"),
        ("(45.20)", "-45.20", ""),
        ("(€ 45,20)", "-45,20", "EUR"),
        ("\u2212100,00", "-100,00", ""),
        ("\u2013100,00 zł", "-100,00", "PLN"),
        ("450.00 CR", "450.00", ""),
        ("450.00DR", "-450.00", ""),
        ("+1500,00", "1500,00", ""),
        ("kr 1 500,00", "1 500,00", ""),
        ("usd 5.00", "5.00", "USD"),
    ],
)
def test_an_amount_is_parted_from_its_sign_and_its_currency(cell, number, code):
    assert parted(cell) == (number, code)


@pytest.mark.parametrize(
    "cell",
    ["1\u202f234,56", "1\u00a0234,56", "1\u2009234,56", "1'234,56", "1’234,56"],
)
def test_thousands_may_be_parted_by_any_space_or_apostrophe(cell):
    assert value_of(cell, ",") == Decimal("1234.56")


@pytest.mark.parametrize("cell", ["", "-", "EUR", "1" * 61, "12,34,5.6.7", "call"])
def test_what_is_no_amount_has_no_value(cell):
    assert value_of(cell) is None
