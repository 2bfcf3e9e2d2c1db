"""One word stands for a period: it is read, resolved to days, and moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.periods.choice import PeriodBasis, whole_months_choice
from plait.domain.periods.parsing import UnknownPeriod, period_choice_from
from tests.cast import day, period

UK = PeriodBasis(day("2026-11-30"), (4, 6), day("2024-02-10"), is_of_a_role=True)


@pytest.mark.parametrize(
    ("word", "start", "end"),
    [
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("2026-q4", "2026-10-01", "2027-01-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("tax-2026", "2026-04-06", "2027-04-06"),
        ("role", "2024-02-10", "2026-12-01"),  # with all of today
        ("2026-01-01/2026-03-31", "2026-01-01", "2026-04-01"),
    ],
)
def test_a_word_stands_for_days(word, start, end):
    choice = period_choice_from(word)

    assert choice.days(UK) == period(start, end)
    assert choice.word == word


def test_without_a_tax_year_of_its_own_a_country_has_the_calendar_year():
    basis = PeriodBasis(day("2026-11-30"))

    days = period_choice_from("tax-2026").days(basis)

    assert days == period("2026-01-01", "2027-01-01")


def test_days_the_wrong_way_round_are_the_same_days():
    assert period_choice_from("2026-03-31/2026-01-01").word == "2026-01-01/2026-03-31"


@pytest.mark.parametrize(
    "word",
    [
        *("", "2026-13", "2026-q5", "1899", "2200", "tax-", "x", "9" * 4000),
        *("2026-02-30/2026-03-01", "2026-01-01/", "0001-01-01/2026-01-01"),
        "\uff12026-11",  # a digit of another script
    ],
)
def test_any_other_word_is_refused_with_what_to_write(word):
    with pytest.raises(UnknownPeriod, match=r"Write a month \(2026-11\)"):
        period_choice_from(word)


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("2026-01", "2025-12", "2026-02"),
        ("2026-q1", "2025-q4", "2026-q2"),
        ("tax-2026", "tax-2025", "tax-2027"),
        # Whole months move by months, other days by as many days.
        ("2026-01-01/2026-02-28", "2025-11-01/2025-12-31", "2026-03-01/2026-04-30"),
        ("2026-01-05/2026-01-11", "2025-12-29/2026-01-04", "2026-01-12/2026-01-18"),
    ],
)
def test_one_steps_to_the_equally_long_period_beside(word, before, after):
    choice = period_choice_from(word)

    assert choice.beside(-1, UK).word == before
    assert choice.beside(1, UK).word == after


@pytest.mark.parametrize(("word", "steps"), [("role", -1), ("1900", -1), ("2198", 2)])
def test_there_is_none_beside_the_time_of_a_role_and_beyond_all_years(word, steps):
    assert period_choice_from(word).beside(steps, UK) is None


@given(st.dates(day("1950-01-01"), day("2150-01-01")), st.integers(1, 24))
def test_whole_months_come_back_from_a_step_there_and_back(on, n_months):
    choice = whole_months_choice(on, n_months)

    assert choice.beside(-1, UK).beside(1, UK) == choice
