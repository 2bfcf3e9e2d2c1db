"""Terms come to hours a week, and the terms of a day are the ones that hold then."""

from decimal import Decimal

import pytest

from plait.domain.roles import Role
from tests.cast import Life, day, terms


def role(*agreed, **told) -> Role:
    return Life().role("Training", *agreed, **told).roles[0]


@pytest.mark.parametrize(
    ("hours", "per_week"),
    [
        ("24/week", "24"),
        # A year has 365.2425 / 7 = 52.1775 weeks.
        ("36/month", "8.2794"),  # 36 x 12 / 52.1775
        ("100/quarter", "7.6661"),  # 100 x 4 / 52.1775
        ("200/year", "3.8331"),  # 200 / 52.1775
        ("0/week", "0"),
    ],
)
def test_agreed_hours_come_to_hours_a_week(hours, per_week):
    found = terms(hours).hours_per_week

    assert found is not None
    assert round(found, 4) == Decimal(per_week)


def test_hours_by_the_week_stay_as_they_are():
    # 16 x 52.1775 / 52.1775: Decimal gives back the very number.
    assert terms("16/week").hours_per_week == 16


def test_hours_in_total_are_spread_over_the_period():
    # January to March 2025 are 31 + 28 + 31 = 90 days: 60 x 7 / 90 = 4.67.
    spread = terms("60/total", since="2025-01-01", until="2025-04-01").hours_per_week

    assert spread is not None
    assert round(spread, 2) == Decimal("4.67")


def test_hours_in_total_without_an_end_have_no_weekly_mean():
    assert terms("60/total").hours_per_week is None


def test_hours_in_total_over_no_days_have_no_weekly_mean():
    empty = terms("60/total", since="2025-01-01", until="2025-01-01")

    assert empty.hours_per_week is None


def test_terms_without_hours_have_no_weekly_mean():
    assert terms(pay="960 EUR/day").hours_per_week is None


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("2024-12-31", None),  # before any terms
        ("2025-01-01", 8),
        ("2025-06-30", 8),
        ("2025-07-01", 16),  # the day the first end and the next start
        ("2025-12-31", 16),
        ("2026-01-01", None),  # between two terms
        ("2026-02-28", None),
        ("2026-03-01", 24),
        ("2030-01-01", 24),
    ],
)
def test_successive_terms_each_hold_from_their_first_day(told, hours):
    training = role(
        terms("8/week", since="2025-01-01", until="2025-07-01"),
        terms("16/week", since="2025-07-01", until="2026-01-01"),
        terms("24/week", since="2026-03-01"),
    )

    found = training.agreement_on(day(told))

    assert (found.hours if found else None) == hours


def test_terms_that_were_never_ended_give_way_to_later_ones():
    old, new = terms("8/week", since="2024-01-01"), terms("16/week", since="2025-01-01")

    assert role(old, new).agreement_on(day("2025-01-01")) is new
    assert role(new, old).agreement_on(day("2025-01-01")) is new
    assert role(old, new).agreement_on(day("2024-12-31")) is old


def test_a_role_without_terms_has_none_on_any_day():
    assert role().agreement_on(day("2026-11-20")) is None


@pytest.mark.parametrize(
    ("told", "is_held"),
    [
        ("2024-12-31", False),
        ("2025-01-01", True),
        ("2025-12-31", True),
        ("2026-01-01", False),
    ],
)
def test_a_role_is_held_from_its_first_day_to_the_one_before_its_end(told, is_held):
    year = role(since="2025-01-01", until="2026-01-01")

    assert year.is_held_on(day(told)) is is_held


def test_the_roles_held_keep_their_place_in_the_portfolio():
    life = Life(on="2026-11-20").role("Old", until="2020-06-01").role("Now")

    assert [(i, r.name) for i, r in life.portfolio().roles_held()] == [(1, "Now")]
