"""Numbers, money, dates and lists, as English and Dutch write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.wording.words import Words, rounded, words_for

ENGLISH, DUTCH = Words("en"), Words("nl")


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [
        (1234.5, "1,234.5", "1.234,5"),
        (8, "8", "8"),
        (8.04, "8", "8"),
        (8.25, "8.3", "8,3"),  # half away from zero; as binary it is 8.25 exactly
        (2.45, "2.5", "2,5"),  # as it is written, not as the float just below
        (-2.45, "-2.5", "-2,5"),
        (-0.04, "0", "0"),  # never -0
        (1_234_567.89, "1,234,567.9", "1.234.567,9"),
    ],
)
def test_a_number_has_at_most_one_decimal(value, english, dutch):
    assert ENGLISH.number(value) == english
    assert DUTCH.number(value) == dutch


def test_a_number_may_ask_for_other_decimals():
    assert ENGLISH.number(1234.567, 2) == "1,234.57"
    assert DUTCH.number(1234.567, 0) == "1.235"


@pytest.mark.parametrize(
    ("value", "currency", "english", "dutch"),
    [
        (1234, "EUR", "€1,234", "€ 1.234"),
        (1234.5, "EUR", "€1,235", "€ 1.235"),
        (-1234, "EUR", "-€1,234", "-€ 1.234"),
        (780, "GBP", "£780", "£ 780"),
        (15568, "JPY", "JP¥15,568", "JP¥ 15.568"),
        (-0.2, "EUR", "€0", "€ 0"),
    ],
)
def test_money_is_told_in_whole_units(value, currency, english, dutch):
    assert ENGLISH.money(value, currency) == english
    # A narrow space that does not break keeps the sign with its amount.
    assert DUTCH.money(value, currency) == dutch.replace(" ", "\u202f")


def test_money_may_ask_for_cents():
    assert ENGLISH.money(1234.5, "EUR", 2) == "€1,234.50"
    assert DUTCH.money(1234.5, "EUR", 2) == "€\u202f1.234,50"


@pytest.mark.parametrize(
    ("share", "shown"), [(0.36, "36"), (0.625, "63"), (0.0049, "0"), (1, "100")]
)
def test_a_share_is_told_in_whole_percents(share, shown):
    assert ENGLISH.percent(share) == f"{shown}\u202f%"
    assert DUTCH.percent(share) == f"{shown}%"


def test_a_date_is_told_in_full():
    assert ENGLISH.day(date(2026, 11, 1)) == "1 November 2026"
    assert DUTCH.day(date(2026, 11, 1)) == "1 november 2026"
    assert ENGLISH.month(date(2026, 3, 31)) == "March 2026"
    assert DUTCH.month(date(2026, 3, 31)) == "maart 2026"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1, "1 hour"),
        (1.04, "1 hour"),
        (1.1, "1.1 hours"),
        (0, "0 hours"),
        (5, "5 hours"),
    ],
)
def test_hours_are_one_or_many(value, shown):
    assert ENGLISH.hours(value) == shown


@pytest.mark.parametrize(
    ("names", "english"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
        (list("abcdefg"), "a, b and 5 more"),
    ],
)
def test_a_long_list_stops_after_two(names, english):
    assert ENGLISH.listed(names) == english


def test_a_list_is_joined_in_its_language():
    assert DUTCH.listed(["a", "b", "c"]) == "a, b en c"


def test_any_other_language_speaks_english():
    assert Words("xx").language == "en"
    assert words_for("nl") is words_for("nl")


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_rounding_moves_a_value_by_half_a_step_at_most(value, digits):
    near = rounded(value, digits)

    assert abs(float(near) - value) <= 0.5 * 10**-digits + 1e-6
    assert not str(near).startswith("-0" if near == 0 else "x")
