"""The exposure of a mix of roles, by hours and by income."""

from dataclasses import replace

import pytest

from plait.analysis.income.exposure import exposed
from plait.analysis.series.streams import income_of
from plait.analysis.series.weeks import weeks_of
from plait.reference.rates import published_rates
from tests.cast import Life


def mix(life: Life, codes: dict[str, str], own=None):
    portfolio = life.portfolio()
    roles = tuple(
        replace(role, occupation=codes.get(role.name, "")) for role in portfolio.roles
    )
    portfolio = replace(portfolio, roles=roles)
    income = income_of(portfolio, published_rates(["EUR"]))
    return exposed(portfolio, weeks_of(portfolio), income, own)


@pytest.fixture
def life() -> Life:
    life = Life().role("Practice", "24/week").role("Software", "8/week").role("Board")
    life.gives_weekly("Practice", 30, weeks=10).gives_weekly("Software", 10, weeks=10)
    life.is_paid_monthly("Practice", "1000 EUR", months=13)
    return life.is_paid_monthly("Software", "3000 EUR", months=13)


def test_a_mix_is_weighted_by_hours_and_by_income(life):
    found = mix(life, {"Practice": "1342", "Software": "2512"})

    # Groups 13 and 25: 0.35 (0.22 to 0.47) and 0.54 (0.49 to 0.60).
    # By hours 30 and 10: (0.35 x 3 + 0.54) / 4; by income 1 and 3: (0.35 + 1.62) / 4.
    assert found.by_hours.mean == pytest.approx((0.35 * 3 + 0.54) / 4)
    assert found.by_income.mean == pytest.approx((0.35 + 0.54 * 3) / 4)
    assert found.by_hours.low == pytest.approx((0.22 * 3 + 0.49) / 4)
    assert found.by_hours.high == pytest.approx((0.47 * 3 + 0.60) / 4)
    assert found.by_hours.covered == 1


def test_roles_without_an_occupation_are_left_out_and_told(life):
    found = mix(life, {"Software": "2512"})

    assert found.by_hours.mean == 0.54
    assert found.by_hours.covered == pytest.approx(0.25)  # 10 of 40 hours


def test_nothing_known_is_no_figure(life):
    found = mix(life, {})

    assert found.by_hours is None
    assert [one.exposure for one in found.roles] == [None, None, None]


def test_a_mix_lies_within_its_range_and_between_its_roles(life):
    found = mix(life, {"Practice": "1342", "Software": "2512"}, {"1342": 0.2})

    assert found.by_hours.low <= found.by_hours.mean <= found.by_hours.high
    assert 0.2 <= found.by_hours.mean <= 0.54
