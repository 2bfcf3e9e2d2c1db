"""Whether streams swing together, and when that cannot be told."""

import numpy as np
import pytest

from plait.analysis.income.concentration import (
    CoMovement,
    NoCoMovement,
    Why,
    co_movement,
    diversification_ratio,
)
from plait.analysis.series.streams import income_of
from plait.reference.rates import published_rates
from tests.cast import Life


def of(*streams: list[float]) -> CoMovement | NoCoMovement:
    life = Life()
    for number, amounts in enumerate(streams):
        life.role(f"Role {number}").is_paid_monthly(f"Role {number}", amounts)
    portfolio = life.portfolio()
    return co_movement(income_of(portfolio, published_rates([])))


@pytest.mark.parametrize(
    ("rho", "ratio", "squared"),
    [
        # (.5 + .5) / sqrt(.25 + .25 + 2 x .25 rho) = 1 / sqrt(.5 + .5 rho)
        (0, 1.4142, 2),
        (0.5, 1.1547, 1.3333),
        (0.9, 1.0260, 1.0526),
        (1, 1, 1),
    ],
)
def test_two_equal_streams_count_for_less_the_more_they_go_together(
    rho, ratio, squared
):
    found = diversification_ratio([0.5, 0.5], [[1, rho], [rho, 1]])

    assert round(found, 4) == ratio
    assert round(found**2, 4) == squared


def test_unequal_streams_of_one_spread_count_for_less_than_two():
    # 80/20, rho 0: 1 / sqrt(.64 + .04) = 1.2127, squared 1 / .68 = 1.4706
    assert round(diversification_ratio([0.8, 0.2], np.eye(2)) ** 2, 4) == 1.4706


def test_n_equal_streams_without_correlation_count_for_n():
    assert diversification_ratio([0.25] * 4, np.eye(4)) ** 2 == pytest.approx(4)


def test_where_nothing_swings_there_is_no_ratio():
    assert np.isnan(diversification_ratio([0, 0], np.eye(2)))


# Three years whose months differ from those a year before by +100 or -100, first
# half of the months the same way in both streams, second half against each other.
UP = [100, -100] * 6
SAME, AGAINST = UP, [100, -100] * 3 + [-100, 100] * 3


def years(*swings: list[float]) -> list[float]:
    """Return a first year of 1000 a month, and years that swing around the last."""
    months = [1000.0] * 12
    for swing in swings:
        months += [a + b for a, b in zip(months[-12:], swing, strict=True)]
    return months


def test_streams_that_swing_as_one_are_one():
    found = of(years(UP), years(SAME))

    assert found.ratio == pytest.approx(1)
    assert (found.low, found.high) == pytest.approx((1, 1))
    assert (found.pair, found.correlation) == ((0, 1), pytest.approx(1))
    assert (found.roles, found.n_months) == ((0, 1), 24)


def test_streams_that_swing_half_together_half_against_count_as_two():
    # Six products of +1 and six of -1: the correlation is 0.
    found = of(years(UP), years(AGAINST))

    assert found.effective == pytest.approx(2)
    assert found.low < found.ratio < found.high
    assert found.correlation == pytest.approx(0)


def test_a_thirteenth_month_and_a_raise_are_no_swings():
    yearly = [1000.0] * 11 + [2000.0]
    raised = [1.02 * month for month in yearly]

    found = of([*yearly, *raised], [*yearly, *raised])

    # 20 more a month of 1000 is 2 %: less than the 5 % of a swing.
    assert found == NoCoMovement(Why.CONSTANT, 24)


def test_twenty_three_months_are_too_few():
    assert of(years(UP)[1:], years(UP)[1:]) == NoCoMovement(Why.FEW_MONTHS, 23)


def test_a_large_new_stream_leaves_nothing_to_tell():
    large = [5000.0] * 5

    assert of(years(UP), years(AGAINST), large) == NoCoMovement(Why.FEW_MONTHS, 5)


def test_a_small_new_stream_is_left_out():
    found = of(years(UP), years(AGAINST), [50.0] * 5)

    assert found.roles == (0, 1)


def test_a_large_salary_that_never_moves_leaves_nothing_to_tell():
    salary = [3000.0] * 24

    assert of(years(UP), years(AGAINST), salary) == NoCoMovement(Why.CONSTANT, 24)


def test_one_stream_swings_with_nothing():
    assert of(years(UP)) == NoCoMovement(Why.ONE_STREAM, 24)
    assert of() == NoCoMovement(Why.ONE_STREAM, 0)
