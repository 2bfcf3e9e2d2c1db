"""Periods are half-open; weeks start on Monday, months on the first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.domain.period import Period, add_months, monday_of, month_of
from tests.cast import day, period

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("told", "is_inside"),
    [("2024-12-31", False), ("2025-01-01", True), ("2025-01-31", True)],
)
def test_a_period_holds_its_first_day(told, is_inside):
    assert (day(told) in period("2025-01-01", "2025-02-01")) is is_inside


def test_a_period_does_not_hold_the_day_it_ends_on():
    assert day("2025-02-01") not in period("2025-01-01", "2025-02-01")


def test_a_period_without_an_end_never_ends():
    assert date.max in period("2025-01-01")


def test_a_period_that_ends_where_it_starts_holds_no_day():
    assert day("2025-01-01") not in period("2025-01-01", "2025-01-01")


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (period("2025-01-01", "2025-02-01"), 31),
        (period("2024-06-01", "2025-01-11"), 10),  # 1 to 10 January
        (period("2025-01-31", "2025-06-01"), 1),  # the 31st
        (period("2025-02-01", "2025-03-01"), 0),  # begins where the other ends
        (period("2024-01-01", "2025-01-01"), 0),
        (period("2025-01-22"), 10),  # 22 to 31 January
    ],
)
def test_periods_share_the_days_that_both_hold(other, shared):
    january = period("2025-01-01", "2025-02-01")

    assert january.overlap_days(other) == shared
    assert other.overlap_days(january) == shared


@given(days, days, days, days)
def test_shared_days_are_those_that_lie_in_both(a, b, c, d):
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    first = max(one.start, other.start)
    last = min(one.end, other.end)

    shared = one.overlap_days(other)

    assert shared == max(0, (last - first).days)
    assert (first in one and first in other) is (shared > 0)


@pytest.mark.parametrize(
    ("told", "monday"),
    [
        ("2026-11-16", "2026-11-16"),  # a Monday
        ("2026-11-20", "2026-11-16"),
        ("2026-11-22", "2026-11-16"),  # the Sunday
        ("2025-01-01", "2024-12-30"),  # across a year
        ("2024-03-03", "2024-02-26"),  # across a leap day
    ],
)
def test_a_week_starts_on_monday(told, monday):
    assert monday_of(day(told)) == day(monday)


@given(days)
def test_a_monday_is_at_most_six_days_back(told):
    monday = monday_of(told)

    assert monday.weekday() == 0
    assert timedelta(0) <= told - monday <= timedelta(days=6)


def test_a_month_starts_on_the_first():
    assert month_of(day("2024-02-29")) == day("2024-02-01")


@pytest.mark.parametrize(
    ("first", "months", "then"),
    [
        ("2026-11-01", 0, "2026-11-01"),
        ("2026-11-01", 1, "2026-12-01"),
        ("2026-11-01", 2, "2027-01-01"),
        ("2026-01-01", -1, "2025-12-01"),
        ("2026-11-01", -24, "2024-11-01"),
        ("2026-12-01", 12, "2027-12-01"),
    ],
)
def test_months_are_added_across_years(first, months, then):
    assert add_months(day(first), months) == day(then)


@given(days, st.integers(-600, 600))
def test_months_added_and_taken_off_again_cancel(told, months):
    first = month_of(told)

    assert add_months(add_months(first, months), -months) == first
