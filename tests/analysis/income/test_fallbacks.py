"""Which role is the weakest, and has nothing behind it."""

from decimal import Decimal

import pytest

from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.fallbacks import Weak, weak_roles, weakest
from plait.analysis.income.stress import Case
from plait.analysis.series.streams import income_of
from plait.domain.portfolio import Portfolio
from plait.reference.rates import published_rates
from tests.cast import Life


def seen(life: Life) -> tuple[Portfolio, Case]:
    portfolio = life.portfolio()
    rates = published_rates(["EUR"])
    income = income_of(portfolio, rates)
    return portfolio, case_of(portfolio, income, rates, floor=Decimal(0))


def two() -> Life:
    life = Life().role("Practice").role("Columns")
    life.is_paid_monthly("Practice", "3000 EUR", months=14)
    life.is_paid_monthly("Columns", "1000 EUR", months=14)
    return life.believes("Practice", "0.1").believes("Columns", "0.6")


def test_most_at_stake_is_share_times_chance():
    first, second = weak_roles(*seen(two()))

    # A quarter with .6 is .15 at stake, three quarters with .1 are .075.
    assert first == Weak(1, 0.25, pytest.approx(0.6), has_fallback=False)
    assert first.at_stake == pytest.approx(0.15)
    assert second.at_stake == pytest.approx(0.075)


def test_the_weakest_is_one_without_a_fallback():
    life = two().falls_back("Columns", "Teach", "3")

    found = weakest(*seen(life))

    assert found is not None
    assert found.role == 0
    assert [one.has_fallback for one in weak_roles(*seen(life))] == [True, False]


def test_where_all_roles_have_a_fallback_none_is_the_weakest():
    life = two().falls_back("Columns", "Teach", "3").falls_back("Practice", "Rest", "1")

    assert weakest(*seen(life)) is None


def test_a_contract_that_ends_within_a_year_is_as_good_as_over():
    life = Life().role("Atlas", until="2027-06-01").believes("Atlas", "0.1")
    life.is_paid_monthly("Atlas", "1000 EUR", months=14)

    [found] = weak_roles(*seen(life))

    assert found.chance == 1  # it was never renewed


def test_one_that_ends_later_is_not():
    life = Life().role("Atlas", until="2028-06-01").believes("Atlas", "0.1")
    life.is_paid_monthly("Atlas", "1000 EUR", months=14)

    assert weak_roles(*seen(life))[0].chance == pytest.approx(0.1)


def test_what_brings_nothing_is_not_weak():
    life = Life().role("Study").is_paid_monthly("Study", "-100 EUR", months=14)

    assert weakest(*seen(life)) is None


def test_what_has_ended_has_nothing_at_stake():
    life = two().role("Gone")
    life.is_paid_monthly("Gone", "5000 EUR", months=12, until="2026-03-31")

    assert [one.role for one in weak_roles(*seen(life))] == [1, 0]
