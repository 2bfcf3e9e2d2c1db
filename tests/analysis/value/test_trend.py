"""Trends of a role's answers."""

import numpy as np
import pytest

from plait.analysis.value.trend import Direction, trend


def of(*points: float, ages: list[float] | None = None):
    """The trend of answers, one a week, the last one of this week."""
    told = list(range(len(points)))[::-1] if ages is None else ages
    return trend(np.array(points, dtype=float), np.array(told, dtype=float))


def test_a_point_lost_over_ten_weeks_is_a_fall():
    found = of(5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3)

    # Of the 55 pairs of weeks 17 are equal: 6 of fives, 10 of fours, 1 of threes. The
    # 38 others fall, so the median, the 28th, does: by one point in five weeks.
    assert found.direction is Direction.FALLS
    assert found.a_week == pytest.approx(-1 / 5)
    assert found.n_weeks == 10
    assert found.change == pytest.approx(-2)
    assert found.confidence > 0.99


def test_the_same_answers_the_other_way_round_rise():
    found = of(3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5)

    assert found.direction is Direction.RISES
    assert found.change == pytest.approx(2)


def test_equal_answers_are_steady_and_prove_nothing():
    found = of(*[3] * 12)

    assert (found.direction, found.change, found.confidence) == (
        Direction.STEADY,
        0,
        0,
    )


def test_one_bad_week_is_no_trend():
    assert of(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1).direction is Direction.STEADY


def test_a_change_that_is_sure_but_below_half_a_point_is_none():
    found = of(*[3 + 0.03 * n for n in range(14)])

    # 13 weeks of 0.03 are 0.39 points; that they rise is certain.
    assert found.change == pytest.approx(0.39)
    assert found.confidence > 0.99
    assert found.direction is Direction.STEADY


def test_seven_answers_are_too_few_whatever_they_say():
    found = of(5, 5, 4, 3, 2, 1, 1)

    assert (found.direction, found.n_answers) == (Direction.TOO_FEW, 7)


def test_what_was_answered_more_than_half_a_year_ago_is_left_out():
    # Ten answers of 5 a year ago, eight of 3 lately.
    ages = [*range(60, 50, -1), *range(7, -1, -1)]

    found = of(*[5] * 10, *[3] * 8, ages=ages)

    assert (found.direction, found.n_answers) == (Direction.STEADY, 8)


def test_the_order_of_the_answers_does_not_matter():
    found = of(3, 5, 4, 5, 3, 4, 5, 4, ages=[0, 7, 3, 6, 1, 4, 5, 2])

    assert found == of(5, 5, 5, 4, 4, 4, 3, 3)


def test_gaps_count_as_the_weeks_they_are():
    # Half a point every two weeks, answered every second week: a quarter a week.
    found = of(*[1 + 0.5 * n for n in range(9)], ages=list(range(16, -1, -2)))

    assert found.a_week == pytest.approx(0.25)
    assert (found.n_weeks, found.change) == (16, pytest.approx(4))


def test_without_a_trend_one_series_in_ten_seems_to_have_one_at_most():
    rng = np.random.default_rng(3)
    found = [of(*rng.integers(1, 6, 20)).direction for _ in range(2000)]

    assert np.mean([d is not Direction.STEADY for d in found]) < 0.10
