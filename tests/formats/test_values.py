from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plait.formats import values
from plait.formats.values import BadValue

amounts = st.one_of(
    st.from_regex(r"\A[+-]?[0-9]{0,14}[.,]?[0-9]{0,4}\Z"),
    st.from_regex(r"\A[-+ .,'0-9()]{0,12}\Z"),
    st.text(max_size=8),
)


def slowly(text: str, currency: str, decimal: str) -> int | str:
    try:
        return values._minor_of(values.number(text, decimal), text, currency)
    except BadValue as bad:
        return bad.what


def quickly(text: str, currency: str, decimal: str) -> int | str:
    try:
        return values.minor(text, currency, decimal)
    except BadValue as bad:
        return bad.what


@given(amounts, st.sampled_from(["EUR", "JPY", "KWD"]), st.sampled_from([".", ","]))
@example("-,50", "EUR", ",")
@example("+,-5", "EUR", ",")
@example("²,50", "EUR", ",")
@example("1_0.00", "EUR", ".")
@example("9999999999999.99", "EUR", ".")
def test_the_quick_way_to_an_amount_agrees_with_the_exact_one(text, currency, decimal):
    assert quickly(text, currency, decimal) == slowly(text, currency, decimal)


@pytest.mark.parametrize(
    ("text", "currency", "decimal", "minor"),
    [
        ("1234,56", "EUR", ",", 123456),
        ("-1234.56", "GBP", ".", -123456),
        ("+0,01", "EUR", ",", 1),
        ("1.234,5", "EUR", ",", 123450),
        ("1'234.50", "CHF", ".", 123450),
        ("1\u2019234.50", "CHF", ".", 123450),
        ("1\u202f234,50", "EUR", ",", 123450),
        ("\u221212.00", "EUR", ".", -1200),
        ("12,34-", "EUR", ",", -1234),
        ("(12.34)", "USD", ".", -1234),
        ("12,34,567.00", "INR", ".", 123456700),
        ("1200", "JPY", ".", 1200),
        ("1.500", "KWD", ".", 1500),
        ("5,", "EUR", ",", 500),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, currency, decimal, minor):
    assert values.minor(text, currency, decimal) == minor


@pytest.mark.parametrize(
    "text", ["", "-", ".", "NaN", "1e9", "Infinity", "1_000", "12a", "--5", "9" * 41]
)
def test_what_is_no_number_is_refused_in_a_sentence(text):
    with pytest.raises(BadValue, match="This is not a number"):
        values.number(text)


@pytest.mark.parametrize(
    ("text", "decimal"),
    [("12,34", "."), ("12.34", ","), ("1,234.56", ","), ("1.234,56", ".")],
)
def test_the_other_decimal_mark_is_refused_not_taken_a_hundredfold(text, decimal):
    with pytest.raises(BadValue, match="This is not a number"):
        values.minor(text, "EUR", decimal)


def test_an_amount_with_more_decimals_than_its_currency_is_refused():
    with pytest.raises(BadValue, match=r"its currency: 0\.005 EUR"):
        values.minor("0.005", "EUR")


def test_an_amount_of_a_hundred_billion_is_read_and_of_ten_trillion_refused():
    assert values.minor("100000000000.00", "EUR") == 10**13

    with pytest.raises(BadValue, match="too large to be a payment"):
        values.minor("10000000000000.00", "EUR")


def test_a_number_keeps_its_decimals():
    assert values.number("2.000,50", ",") == Decimal("2000.50")


def test_a_date_that_does_not_exist_is_refused_with_its_text():
    with pytest.raises(BadValue, match="31/02/2024"):
        values.day("31/02/2024", "%d/%m/%Y")
