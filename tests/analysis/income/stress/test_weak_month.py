"""A weak month, once the calendar is out of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.income.stress.weak_month import evened, shared_out, weak_month


def of(*months: float) -> np.ndarray:
    return np.array(months, dtype=np.float64)


def test_a_retainer_by_the_quarter_is_a_third_each_month():
    quarterly = of(0, 0, 900, 0, 0, 900, 0, 0, 1200)

    # From the third month on the mean of three: 900 / 3, then 1200 / 3.
    assert evened(quarterly, 3).tolist() == pytest.approx([300] * 8 + [400])


def test_a_thirteenth_month_is_a_twelfth_each_month():
    year = [1000.0] * 11 + [2200.0]

    # 1200 over twelve months is 100 each.
    assert evened(of(*year, *year), 1).tolist() == pytest.approx([1100] * 24)


def test_one_large_month_alone_is_no_thirteenth():
    months = of(*[1000] * 20, 3000, 1000, 1000, 1000)

    assert evened(months, 1).tolist() == months.tolist()


def test_what_is_high_every_other_month_is_no_calendar():
    months = of(*[500, 1500] * 12)

    assert evened(months, 1).tolist() == months.tolist()


@given(st.lists(st.integers(0, 5000), min_size=13, max_size=40))
def test_what_comes_yearly_is_spread_and_not_lost(months):
    assert evened(of(*months), 1).sum() == pytest.approx(sum(months))


def test_a_weak_month_is_the_twenty_percent_quantile_of_two_years():
    # Of 0, 100, ... 500 the quantile .2 is the second, 100; the mean 250.
    assert weak_month(of(0, 100, 200, 300, 400, 500)) == pytest.approx((100, 250))
    assert weak_month(of(*[9000] * 10, *[100] * 24)) == pytest.approx((100, 100))
    assert weak_month(of()) == (0, 0)


def test_a_steady_stream_keeps_its_amount_in_a_weak_month():
    # 400 are lacking; 300 : 100 are the spreads.
    assert shared_out([2000, 1000, 500], [0, 300, 100], 3100).tolist() == [
        2000,
        700,
        400,
    ]


def test_no_stream_is_brought_below_nothing():
    # 700 are lacking, and 600 : 100 would take 600 of 500; the rest takes 200.
    assert shared_out([500, 1000], [600, 100], 800) == pytest.approx([0, 800])


def test_where_nothing_varies_all_give_alike():
    assert shared_out([300, 100], [0, 0], 200) == pytest.approx([150, 50])


def test_what_costs_more_than_it_brings_stays():
    assert shared_out([1000, -200], [100, 90], 500) == pytest.approx([700, -200])


amounts = st.lists(
    st.tuples(st.integers(-500, 5000), st.integers(0, 3000)), min_size=1, max_size=6
)


@given(amounts, st.floats(0, 1))
def test_the_levels_come_to_the_weak_month_and_none_is_above_its_mean(told, share):
    means, spreads = [a for a, _ in told], [b for _, b in told]
    weak = share * max(0, sum(means))

    found = shared_out(means, spreads, weak)

    if sum(means) > 0:
        assert float(found.sum()) == pytest.approx(weak, abs=1e-6)
    assert (found <= np.array(means) + 1e-9).all()
