"""Days off: the law's holidays, those people work on, and what a person changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.reference.days_off import (
    days_off,
    days_off_array,
    holiday_name,
    holiday_named,
)

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def off(country="NL", *changes, first=YEAR[0], last=YEAR[1]):
    return set(days_off(country, "", first, last, changes=changes))


def test_in_the_netherlands_good_friday_is_no_general_day_off():
    # Article 3 of the Algemene termijnenwet names the rest.
    assert sorted(off("NL")) == [
        date(2026, month, day)
        for month, day in [
            *((1, 1), (4, 5), (4, 6), (4, 27), (5, 14)),
            *((5, 24), (5, 25), (12, 25), (12, 26)),
        ]
    ]


@pytest.mark.parametrize("country", ["GB", "DE", "ES", "SE"])
def test_where_the_law_makes_good_friday_a_day_off_it_is_one(country):
    assert date(2026, 4, 3) in off(country)


@pytest.mark.parametrize("country", ["FR", "IE", "US", "AT", "BE"])
def test_where_good_friday_is_no_public_holiday_it_is_none(country):
    assert date(2026, 4, 3) not in off(country)


@pytest.mark.parametrize(
    ("change", "on"),
    [
        (("Good Friday", True), date(2026, 4, 3)),
        (("Liberation Day", True), date(2026, 5, 5)),
        (("2026-06-12", True), date(2026, 6, 12)),
        (("12-24", True), date(2026, 12, 24)),
    ],
)
def test_a_day_is_added_by_name_by_date_or_for_every_year(change, on):
    assert off("NL", change) - off("NL") == {on}


@pytest.mark.parametrize("day", ["Ascension Day", "2026-05-14", "05-14"])
def test_a_holiday_is_dropped_by_name_by_date_or_for_every_year(day):
    assert off("NL") - off("NL", (day, False)) == {date(2026, 5, 14)}


def test_a_day_of_one_year_is_free_in_that_year_alone():
    span = {"first": date(2025, 1, 1), "last": date(2027, 12, 31)}

    assert off("NL", ("2026-06-12", True), **span) - off("NL", **span) == {
        date(2026, 6, 12)
    }


def test_the_last_word_on_a_day_holds():
    assert off("NL", ("12-24", True), ("12-24", False)) == off("NL")


def test_29_february_is_there_in_leap_years():
    days = days_off(
        "NL", "", date(2027, 1, 1), date(2028, 12, 31), changes=(("02-29", True),)
    )

    assert [on for on in days if on.month == 2] == [date(2028, 2, 29)]


def test_without_a_country_added_days_are_all_there_is():
    assert off("", ("12-24", True)) == {date(2026, 12, 24)}


@given(st.sampled_from(["NL", "DE", "GB", "FR", ""]), st.dates(*YEAR), st.booleans())
def test_days_and_their_array_are_the_same(country, on, is_free):
    changes = ((on.isoformat(), is_free),)

    array = days_off_array(country, "", *YEAR, changes)

    assert set(array.astype(object).tolist()) == off(country, *changes)
    assert (on in off(country, *changes)) == is_free


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("NL", "goede vrijdag", "Good Friday"),
        ("NL", "Koningsdag", "King's Day"),
        ("FR", "Good Friday", "Good Friday"),
        ("NL", "Pancake Thursday", None),
    ],
)
def test_a_holiday_is_known_by_its_name_in_english_or_dutch(country, text, name):
    assert holiday_named(country, "", text) == name


def test_a_holiday_is_shown_in_the_readers_language():
    assert holiday_name("NL", "Ascension Day", "nl") == "Hemelvaartsdag"
