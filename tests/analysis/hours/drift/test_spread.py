"""The spread that a role's own weeks tell."""

import numpy as np
import pytest

from plait.analysis.hours.drift.spread import LEAST, learned_spreads


def test_before_there_are_weeks_it_is_the_prior():
    # 15 %, widened for weeks that resemble their neighbours by .2: root of 1.2 / .8.
    expected = 0.15 * np.sqrt(1.5)

    assert learned_spreads(np.zeros(3)) == pytest.approx([expected] * 3)


def test_one_week_is_told_into_it_as_the_formula_says():
    # Shares 0, .1, -.1, then the spread before week 4. Week 3 lies .2 from its
    # neighbour and .1 from the first, and weighs 1 of 3 beside the prior's 2:
    # near = .018 + (.02 - .018) / 3 = .018667, far = .0225 + (.005 - .0225) / 3 =
    # .016667; near is larger, so no widening: root of .016667 = .1291.
    found = learned_spreads(np.array([0, 0.1, -0.1, 0.3]))

    assert found[3] == pytest.approx(0.1291, abs=5e-5)


@pytest.mark.parametrize("spread", [0.1, 0.25, 0.4])
def test_after_a_year_it_is_near_the_truth(spread):
    rng = np.random.default_rng(7)
    found = [learned_spreads(rng.normal(0, spread, 60))[-1] for _ in range(300)]

    assert np.median(found) == pytest.approx(spread, rel=0.15)


def test_weeks_that_resemble_their_neighbours_widen_it():
    rng = np.random.default_rng(7)
    weeks = np.zeros(2000)
    for week in range(1, 2000):
        weeks[week] = 0.5 * weeks[week - 1] + rng.normal(0, 0.25 * np.sqrt(0.75))

    # In the long run such weeks lie .25 x root(1.5 / .5) = .43 apart, not .25.
    assert np.median(learned_spreads(weeks)[52:]) > 0.33


def test_a_wild_week_counts_as_three_spreads_at_most():
    rng = np.random.default_rng(3)
    weeks = rng.normal(0, 0.2, 40)
    wild, wilder = weeks.copy(), weeks.copy()
    wild[30], wilder[30] = 3, 300

    assert learned_spreads(wild)[31:35] == pytest.approx(learned_spreads(wilder)[31:35])
    assert learned_spreads(wild)[39] < 2 * learned_spreads(weeks)[39]


def test_hours_that_never_differ_leave_a_twentieth():
    # near falls to nothing, so the widening is at its most: root of 1.6 / .4 = 2.
    assert learned_spreads(np.zeros(400))[-1] == pytest.approx(2 * LEAST)


def test_where_the_hours_lie_does_not_matter_but_how_far_apart():
    weeks = np.random.default_rng(1).normal(0, 0.2, 30)

    assert learned_spreads(weeks + 5) == pytest.approx(learned_spreads(weeks))
