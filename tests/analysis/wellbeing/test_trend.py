"""Trends of a role's answers."""

import numpy as np
import pytest

from plait.analysis.wellbeing.trend import Direction, trend


def of(*points: float, ages: list[float] | None = None):
    """The trend of answers, one a week, the last one of this week."""
    told = list(range(len(points)))[::-1] if ages is None else ages
    return trend(np.array(points, dtype=float), np.array(told, dtype=float))


def test_two_points_lost_over_eleven_weeks_are_a_fall():
    found = of(5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3)

    # A third of eleven are four: the first mean 5, the last (4 + 4 + 3 + 3) / 4.
    assert found.direction is Direction.FALLS
    assert (found.before, found.after) == (5, 3.5)
    assert found.change == pytest.approx(-1.5)
    assert (found.n_answers, found.n_weeks) == (11, 11)


def test_how_sure_a_trend_is_comes_from_kendalls_score():
    found = of(5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3)

    # 38 of 55 pairs fall, the others are equal: S = -38. The variance is
    # (11 x 10 x 27 - 4 x 3 x 13 - 5 x 4 x 15 - 2 x 1 x 9) / 18 = 138.667, so the
    # score is -37 / 11.776 = -3.142, which chance reaches 17 times in 10,000.
    assert found.confidence == pytest.approx(0.99832, abs=1e-5)


def test_the_same_answers_the_other_way_round_rise():
    found = of(3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5)

    assert found.direction is Direction.RISES
    assert found.change == pytest.approx(1.5)


def test_equal_answers_are_steady_and_prove_nothing():
    found = of(*[3] * 12)

    told = (found.direction, found.change, found.confidence)
    assert told == (Direction.STEADY, 0, 0)


def test_one_bad_week_is_no_trend():
    assert of(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1).direction is Direction.STEADY


def test_a_change_that_is_sure_but_below_half_a_point_is_none():
    found = of(*[3 + 0.04 * n for n in range(15)])

    # Five a third: ten weeks of 0.04 from the middle of one to that of the other.
    assert found.change == pytest.approx(0.4)
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


def test_weeks_without_an_answer_count_among_its_weeks():
    found = of(*[1, 1, 1, 2, 2, 2, 3, 3, 3], ages=list(range(16, -1, -2)))

    assert (found.n_answers, found.n_weeks) == (9, 17)


def test_without_a_trend_one_series_in_twenty_seems_to_have_one_at_most():
    rng = np.random.default_rng(3)
    found = [of(*rng.integers(1, 6, 20)).direction for _ in range(2000)]

    assert np.mean([d is not Direction.STEADY for d in found]) < 0.05
