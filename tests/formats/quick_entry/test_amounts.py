"""Amounts of money as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.errors import BadValue, PlaitError
from plait.domain.money import Money
from plait.formats.quick_entry.amounts import amount_of, amounts
from plait.formats.quick_entry.text import NotUnderstood


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.250,50", "1250.50 EUR"),
        ("1,250.50", "1250.50 EUR"),
        ("1 250,50", "1250.50 EUR"),
        ("1.250", "1250 EUR"),
        ("€950", "950 EUR"),
        ("€ 41,-", "41 EUR"),
        ("£41.80", "41.80 GBP"),
        ("950 euro", "950 EUR"),
        ("CHF 1'250.50", "1250.50 CHF"),
        ("usd 12", "12 USD"),
        ("12 sek", "12 SEK"),
        ("2k", "2000 EUR"),
        ("-41.80", "-41.80 EUR"),
    ],
)
def test_spellings(typed, meant):
    assert str(amount_of(typed, "EUR")) == meant


def test_a_sign_that_several_currencies_share_is_the_persons_own():
    assert amount_of("$5", "CAD").currency == "CAD"
    assert amount_of("$5", "EUR").currency == "USD"
    assert amount_of("50 kr", "NOK").currency == "NOK"


@pytest.mark.parametrize("typed", ["", "much", "2h", "12,34,56", "€", "1:30"])
def test_what_is_none_is_refused(typed):
    with pytest.raises(BadValue):
        amount_of(typed, "EUR")


@pytest.mark.parametrize("typed", ["0.125", "50 kr"])
def test_what_nobody_can_tell_is_asked(typed):
    with pytest.raises(NotUnderstood):
        amount_of(typed, "EUR")


@given(
    st.integers(1, 10**9),
    st.sampled_from([(".", ","), (",", "."), ("", "."), ("", ","), (" ", ",")]),
    st.sampled_from(["EUR", "GBP", "CHF"]),
)
def test_every_spelling_of_an_amount_is_that_amount(minor, marks, currency):
    money = Money.from_minor(minor, currency)
    thousands, decimals = marks
    text = f"{money.number:,.2f}".replace(",", "t").replace(".", "d")
    written = text.replace("t", thousands).replace("d", decimals)

    assert amount_of(f"{currency} {written}", "USD") == money
    assert amount_of(written, currency).number == Decimal(minor) / 100


@given(st.text(max_size=60))
def test_no_line_is_too_strange(text):
    try:
        found = list(amounts(text, "EUR"))
    except PlaitError:
        return
    assert all(text[one.span.start : one.span.end].strip() for one in found)
