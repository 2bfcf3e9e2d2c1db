"""Levels from few answers: between a role's own mean and the person's."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.wellbeing.pooling import (
    OF_ONE_ANSWER,
    Answers,
    Level,
    freshness,
    pooled,
)

POINTS = st.integers(1, 5)
AGES = st.integers(0, 200)
TOLD = st.lists(st.tuples(POINTS, st.integers(0, 4), AGES), min_size=1, max_size=40)


def answers(*told: tuple[float, int, float]) -> Answers:
    """Points, role and age in weeks of each answer."""
    points, role, ages = zip(*told, strict=True)
    return Answers(
        np.array(points, dtype=float), np.array(role), np.array(ages, dtype=float)
    )


def levels(told, n_roles=5):
    return pooled(answers(*told), n_roles, OF_ONE_ANSWER).levels


def test_an_answer_counts_half_after_twelve_weeks_and_a_quarter_after_24():
    assert freshness(np.array([0.0, 12.0, 24.0])).tolist() == [1, 0.5, 0.25]


def test_four_answers_of_five_and_one_of_two_are_drawn_together():
    found = pooled(answers(*[(5, 0, 0)] * 4, (2, 1, 0)), 2, OF_ONE_ANSWER)

    # The prior's k is 0.64 / 0.36 = 16/9, so the roles weigh 4 / (4 + 16/9) = 9/13
    # and 1 / (1 + 16/9) = 9/25 in the person's mean:
    # m = (9/13 x 5 + 9/25 x 2) / (9/13 + 9/25) = 3.97368.
    assert found.mean == pytest.approx(3.97368, abs=1e-5)
    # Within: 8 prior answers of 0.64, and 3 degrees of freedom without any scatter:
    # 5.12 / 11 = 0.46545. Between: the scatter 9/13 x 1.02632^2 + 9/25 x 1.97368^2 =
    # 2.13158 with 2 x 0.23684 degrees, of which chance makes 0.46545 x 0.23684 x
    # (1/4 + 1) = 0.13780: (3 x 0.36 + 2.13158 - 0.13780) / (3 + 0.47368) = 0.88488.
    assert found.strength == pytest.approx(0.46545 / 0.88488, abs=1e-4)
    # So k = 0.52601: (4 x 5 + k m) / (4 + k) and (2 + k m) / (1 + k).
    assert [level.value for level in found.levels] == pytest.approx(
        [4.88072, 2.68032], abs=1e-4
    )


def test_a_single_answer_of_a_single_role_stands_where_it_is_with_a_wide_range():
    [level] = levels([(4, 0, 0)], n_roles=1)

    # m is the answer itself. k = 16/9, so the variance is 0.64 / (1 + 16/9) = 0.2304
    # and (k / (1 + k))^2 = 0.4096 of m's, 0.36 + 0.64 = 1: together 0.64. The range
    # is 1.28155 x 0.8 = 1.02524 either way, and no answer is above 5.
    assert level.value == 4
    assert (level.low, level.high) == pytest.approx((2.97476, 5), abs=1e-5)


def test_a_role_nobody_asked_about_stands_at_the_own_mean_with_the_widest_range():
    asked, silent = levels([(5, 0, 0), (5, 0, 1), (4, 0, 2)], n_roles=2)

    found = pooled(answers((5, 0, 0), (5, 0, 1), (4, 0, 2)), 2, OF_ONE_ANSWER)
    assert silent.value == found.mean
    assert silent.deviation > asked.deviation
    assert (silent.plain, silent.n_answers, silent.n_fresh) == (None, 0, 0)


def test_the_naive_figure_beside_it_is_the_plain_mean_of_the_answers():
    first, _ = levels([(5, 0, 0), (2, 0, 100), (3, 1, 0)], n_roles=2)

    # (5 + 2) / 2, though the 2 is nearly forgotten.
    assert first.plain == 3.5
    assert first.value > 4


def test_the_range_leaves_a_tenth_on_either_side():
    level = Level(3.0, 0.5, None, 0, 0.0)

    # 1.28155 standard deviations: 3 +- 0.64078.
    assert (level.low, level.high) == pytest.approx((2.35922, 3.64078), abs=1e-5)
    assert level.chance_above(level.high) == pytest.approx(0.1)
    assert level.chance_above(level.low) == pytest.approx(0.9)


def test_more_equal_answers_move_the_level_toward_them():
    others = [(2, 1, 0), (2, 1, 1), (3, 2, 0), (2, 3, 4)]
    found = [levels(others + [(5, 0, n) for n in range(k)])[0] for k in range(9)]

    assert all(one.value < more.value for one, more in pairwise(found))
    assert all(one.deviation > more.deviation for one, more in pairwise(found))
    assert found[-1].value > 4.5


def test_answers_that_nobody_repeats_are_forgotten():
    old, new = ([(5, 0, age + n) for n in range(6)] for age in (0, 150))
    others = [(2, 1, n) for n in range(6)] + [(2, 2, n) for n in range(6)]

    fresh, forgotten = levels(others + old)[0], levels(others + new)[0]

    # After 150 weeks six answers count 6 x 2^-12.5 = 0.001 of one.
    assert fresh.value > 4
    assert forgotten.value < 3
    assert forgotten.deviation > 2 * fresh.deviation


@given(TOLD)
def test_a_level_lies_between_the_roles_own_mean_and_the_persons(told):
    found = pooled(answers(*told), 5, OF_ONE_ANSWER)

    for role, level in enumerate(found.levels):
        mine = [(p, 2 ** (-age / 12)) for p, r, age in told if r == role]
        own = sum(p * w for p, w in mine) / sum(w for _, w in mine) if mine else None
        ends = sorted([found.mean, found.mean if own is None else own])
        assert ends[0] - 1e-9 <= level.value <= ends[1] + 1e-9


@given(TOLD)
def test_a_range_holds_its_level_and_stays_on_the_scale(told):
    for level in levels(told):
        assert 1 <= level.low <= level.value <= level.high <= 5
        assert level.deviation > 0


@given(TOLD, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(told, chance):
    mixed = chance.sample(told, len(told))

    pairs = zip(levels(told), levels(mixed), strict=True)
    assert all(a.value == pytest.approx(b.value) for a, b in pairs)


@given(TOLD)
def test_a_scale_turned_around_turns_the_levels_around(told):
    turned = [(6 - points, role, age) for points, role, age in told]

    pairs = zip(levels(told), levels(turned), strict=True)
    assert all(a.value == pytest.approx(6 - b.value) for a, b in pairs)


def test_a_person_who_answers_the_same_of_everything_has_one_level():
    found = levels([(4, role, age) for role in range(5) for age in range(6)])

    assert [level.value for level in found] == pytest.approx([4] * 5)
