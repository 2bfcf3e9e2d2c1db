"""A period is compared with the same days before that are known in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.period import Period
from plait.domain.periods.choice import PeriodBasis
from plait.domain.periods.comparison import compared, period_before, without
from plait.domain.periods.parsing import period_choice_from
from plait.domain.periods.shifting import years_later
from tests.cast import day, period

BASIS = PeriodBasis(day("2026-11-30"), (4, 6), day("2024-01-01"))
days = st.dates(day("1990-01-01"), day("2090-12-31"))


@pytest.mark.parametrize(
    ("word", "before"),
    [
        ("2026-11", period("2025-11-01", "2025-12-01")),
        ("2026-q4", period("2025-10-01", "2026-01-01")),
        ("2024-02", period("2023-02-01", "2023-03-01")),  # a leap day less
        ("tax-2026", period("2025-04-06", "2026-04-06")),
        # Two years are compared with the two before: they would overlap a year back.
        ("2025-01-01/2026-12-31", period("2023-01-01", "2025-01-01")),
        ("role", None),
    ],
)
def test_the_same_period_before_is_a_year_earlier(word, before):
    assert period_before(period_choice_from(word), BASIS) == before


def test_a_period_that_is_known_in_part_is_compared_in_that_part():
    november = period("2026-11-01", "2026-12-01")

    found = compared(november, [period("2024-01-01", "2026-11-21")])

    assert found.now == (period("2026-11-01", "2026-11-21"),)
    assert found.before == (period("2025-11-01", "2025-11-21"),)
    assert not found.is_whole


def test_days_that_were_not_known_before_are_left_out_of_both():
    year = period("2026-01-01", "2027-01-01")
    known = without(
        period("2025-03-01", "2026-07-01"), [period("2025-04-01", "2025-05-01")]
    )

    found = compared(year, known)

    assert found.now == (
        period("2026-03-01", "2026-04-01"),
        period("2026-05-01", "2026-07-01"),
    )
    assert found.before[1] == period("2025-05-01", "2025-07-01")


def test_what_is_known_for_good_is_compared_whole():
    assert compared(period("2026-01-01", "2026-02-01"), [period("2020-01-01")]).is_whole


def test_nothing_is_compared_where_nothing_was_known_before():
    found = compared(period("2026-01-01", "2026-02-01"), [period("2026-01-01")])

    assert (found.now, found.before) == ((), ())


@given(days, days, days, days)
def test_as_many_days_are_compared_now_and_before_but_for_leap_days(a, b, c, d):
    one = Period(min(a, b), years_later(min(a, b), 1))

    found = compared(one, [Period(min(b, c, d), max(b, c, d))])

    assert abs(_n_days(found.now) - _n_days(found.before)) <= 1


def _n_days(stretches):
    return sum((one.end - one.start).days for one in stretches)
