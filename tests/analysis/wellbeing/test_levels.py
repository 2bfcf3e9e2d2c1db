"""What a person's check-ins come to, per role and aspect."""

from datetime import date

import numpy as np
import pytest

from plait.analysis.wellbeing.levels import Aspect, wellbeing_of
from plait.analysis.wellbeing.trend import Direction
from plait.domain.portfolio import CheckIn
from tests.cast import Life

MONDAYS = ["2026-11-16", "2026-11-09", "2026-11-02", "2026-10-26"]


def two_roles() -> Life:
    return Life().role("Atlas").role("Board")


def test_without_a_check_in_nothing_is_felt():
    found = wellbeing_of(two_roles().portfolio())

    assert (found.roles, found.means, found.n_answers) == ((), {}, 0)


def test_what_a_role_gives_is_the_mean_of_three_answers():
    # Energy 2, meaning 4, growth 3 are 3; pressure does not count in it.
    life = two_roles().checks_in("Atlas", "2026-11-16", [2, 4, 3, 5])

    atlas = wellbeing_of(life.portfolio()).roles[0]

    assert atlas.points[Aspect.GIVES] == (3,)
    assert atlas.levels[Aspect.GIVES].value == pytest.approx(3)
    assert atlas.levels[Aspect.PRESSURE].value == pytest.approx(5)


def test_a_role_is_told_by_its_weeks_earliest_first():
    life = two_roles()
    for week, energy in zip(MONDAYS, [5, 4, 3, 2], strict=True):
        life.checks_in("Board", week, [energy, 3, 3, 3])

    atlas, board = wellbeing_of(life.portfolio()).roles

    assert (atlas.n_answers, board.n_answers) == (0, 4)
    assert board.weeks_on[0] == date(2026, 10, 26)
    assert board.points[Aspect.ENERGY] == (2, 3, 4, 5)


def test_this_weeks_answer_counts_whole_and_last_weeks_a_little_less():
    # 2^(-1/12) = 0.94387.
    life = two_roles().checks_in("Atlas", "2026-11-16", [3] * 4)
    life.checks_in("Atlas", "2026-11-09", [3] * 4)

    level = wellbeing_of(life.portfolio()).roles[0].levels[Aspect.ENERGY]

    assert level.n_fresh == pytest.approx(1.94387, abs=1e-5)


def test_a_week_that_has_not_come_is_left_out():
    life = two_roles().checks_in("Atlas", "2026-11-23", [5] * 4)

    assert wellbeing_of(life.portfolio()).n_answers == 0


def test_an_answer_of_a_role_that_is_gone_is_left_out():
    life = two_roles().checks_in("Atlas", "2026-11-16", [5] * 4)
    life.check_ins.append(CheckIn("gone", date(2026, 11, 16), 1, 1, 1, 1))

    assert wellbeing_of(life.portfolio()).n_answers == 1


def test_the_order_of_check_ins_does_not_matter():
    life, chance = two_roles(), np.random.default_rng(5)
    for number in range(20):
        answers = chance.integers(1, 6, 4).tolist()
        week = date.fromordinal(date(2026, 11, 16).toordinal() - 7 * number)
        life.checks_in(["Atlas", "Board"][number % 2], week, answers)
    told = wellbeing_of(life.portfolio())

    chance.shuffle(life.check_ins)

    mixed = wellbeing_of(life.portfolio())
    assert [r.levels for r in mixed.roles] == [r.levels for r in told.roles]
    assert [r.trends for r in mixed.roles] == [r.trends for r in told.roles]


def test_energy_that_sinks_week_by_week_falls_and_the_rest_stays():
    life = Life().role("Atlas")
    for back, energy in enumerate([2, 2, 2, 3, 3, 3, 4, 4, 5, 5]):
        week = date.fromordinal(date(2026, 11, 16).toordinal() - 7 * back)
        life.checks_in("Atlas", week, [energy, 4, 4, 3])

    trends = wellbeing_of(life.portfolio()).roles[0].trends

    assert trends[Aspect.ENERGY].direction is Direction.FALLS
    assert trends[Aspect.PRESSURE].direction is Direction.STEADY


def test_a_portfolio_without_a_role_is_no_trouble():
    assert wellbeing_of(Life().portfolio()).roles == ()
