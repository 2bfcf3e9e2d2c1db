"""The mean shortfall of the worst months: published figures, and cuts that hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.decisions.plan.options import Scenarios
from plait.analysis.decisions.plan.shortfall import cut_at, worst
from plait.analysis.income.tail import tail

TEN = np.arange(1.0, 11.0)


@pytest.mark.parametrize(
    ("level", "cvar"),
    [
        (0.8, 9.5),  # (9 + 10) / 2
        (0.85, 29 / 3),  # (10 + 9/2) / 1.5: the 9 lies across the border
        (0.9, 10.0),
    ],
)
def test_a_loss_that_lies_across_the_border_counts_in_part(level, cvar):
    which, weights = worst(TEN, level)

    assert weights @ TEN[which] == pytest.approx(cvar)
    assert weights.sum() == pytest.approx(1)


def test_what_is_above_the_floor_makes_up_for_nothing():
    # The worst fifth of ten are 9 and 10 less 9.5: a shortfall of 0 and of 0.5.
    found = cut_at(Scenarios(-TEN[:, None], np.zeros(10)), np.ones(1), -9.5, 0.8)

    assert found.value == pytest.approx((0.0 + 0.5) / 2)


def test_with_all_scenarios_short_it_is_the_cvar_of_losses():
    rng = np.random.default_rng(1)
    income = rng.normal(100, 20, 999)

    found = cut_at(Scenarios(income[:, None], np.zeros(999)), np.ones(1), 500.0, 0.95)

    assert found.value == pytest.approx(tail(500 - income, 0.95).cvar)


def test_no_scenario_below_the_floor_is_no_shortfall_and_no_slope():
    found = cut_at(Scenarios(TEN[:, None], np.zeros(10)), np.ones(1), 0.5, 0.9)

    assert found.value == 0
    assert found.slope.tolist() == [0.0]


@given(
    seed=st.integers(0, 10_000),
    level=st.sampled_from([0.0, 0.5, 0.85, 0.9, 0.99]),
)
def test_a_cut_is_never_above_the_shortfall_wherever_the_hours_go(seed, level):
    rng = np.random.default_rng(seed)
    scenarios = Scenarios(rng.normal(50, 30, (37, 4)), rng.normal(0, 100, 37))
    here, there = rng.uniform(0, 20, (2, 4))
    cut = cut_at(scenarios, here, 1500.0, level)

    told = cut.value + cut.slope @ (there - here)

    assert told <= cut_at(scenarios, there, 1500.0, level).value + 1e-6
