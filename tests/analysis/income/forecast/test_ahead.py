"""The range of the months ahead, from months alone."""

import numpy as np
import pytest

from plait.analysis.income.forecast import ahead


def rng(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_months_that_never_moved_go_on_in_a_narrow_range():
    six, twelve = ahead(np.full((1, 36), 2000.0))

    assert (six.months, twelve.months) == (6, 12)
    # Two per cent a year is what people take on beside what they have.
    assert six.middle[0] == pytest.approx(12_000, rel=0.01)
    assert twelve.middle[0] == pytest.approx(24_000, rel=0.015)
    assert six.low[0] < 12_000 < six.high[0]
    assert six.high[0] - six.low[0] < 0.12 * 12_000


def test_what_grows_goes_on_growing_where_last_year_stays_behind():
    months = 2000 * 1.015 ** np.arange(60)
    came = float(months[49:].sum() - months[48])
    _, twelve = ahead(months[None, :48])

    off = abs(twelve.middle[0] - months[49:61].sum())
    assert came > 0
    assert off < abs(months[36:48].sum() - months[49:61].sum()) / 2


def test_a_season_is_in_the_half_year_that_it_falls_in():
    year = np.array([1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3], dtype=float) * 1000
    # The month of the date would be the first of the low half; five low ones follow.
    six, _ = ahead(np.tile(year, 4)[None, :])

    assert six.middle[0] == pytest.approx(5 * 1000 + 3000, rel=0.15)


def test_a_past_that_was_foretold_badly_widens_the_range():
    noise = rng().normal(0, 60, 48)
    calm = 2000 + noise
    moved = calm * np.where(np.arange(48) // 9 % 2, 1.6, 0.8)
    calm_range, moved_range = (ahead(one[None, :])[0] for one in (calm, moved))

    assert moved_range.spread[0] > 3 * calm_range.spread[0]


def test_money_of_more_than_costs_is_never_expected_to_be_less_than_nothing():
    months = rng().choice([0.0, 0.0, 0.0, 6000.0], (1, 40))
    six, _ = ahead(months)

    assert six.low[0] >= 0


def test_several_incomes_at_once_are_as_each_alone():
    months = rng().gamma(4, 500, (3, 40))
    together, alone = ahead(months)[1], ahead(months[1:2])[1]

    assert together.middle[1] == pytest.approx(alone.middle[0])
    assert together.spread[1] == pytest.approx(alone.spread[0])


def test_a_sum_of_twice_the_money_is_twice_as_much():
    months = rng().gamma(4, 500, (1, 40))
    one, two = ahead(months)[0], ahead(2 * months)[0]

    assert (two.low[0], two.high[0]) == pytest.approx((2 * one.low[0], 2 * one.high[0]))
