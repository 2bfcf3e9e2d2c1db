"""The rivals of the study do what their inventors say."""

import numpy as np
import pytest

from studies.drift import rivals


def test_page_hinkley_sees_a_step_at_the_sixth_one():
    # After 40 zeros each 1 adds 1 - mean - .005: .971 + .947 + .925 + .904 + .884 =
    # 4.63 after five, and 5.50 after the sixth, which stands at index 45.
    values = [0.0] * 40 + [1.0] * 20

    assert rivals.page_hinkley(values, threshold=5) == 45


def test_page_hinkley_says_nothing_of_fewer_values_than_it_needs():
    # The first 9 lies 9 - 1.5 - .005 above the mean, which would be enough.
    values = [0.0] * 5 + [9.0] * 20

    assert rivals.page_hinkley(values, threshold=5, least=1) == 5
    assert rivals.page_hinkley(values, threshold=5) is None


def test_wald_s_bounds_and_weeks_are_those_of_his_formulas():
    found = rivals.sprt(0.05, 0.10)

    # The logarithms of .90 / .05 = 18 and of .10 / .95 = .1053.
    assert found.upper == pytest.approx(2.890372, abs=5e-7)
    assert found.lower == pytest.approx(-2.251292, abs=5e-7)
    # (.90 x 2.890372 - .10 x 2.251292) / .5 and (.05 x 2.890372 - .95 x 2.251292) / -.5
    assert round(found.n_shift, 3) == 4.752
    assert round(found.n_none, 3) == 3.988


def test_the_naive_rule_waits_for_eight_weeks_and_four_of_them_over():
    hours = np.array([10.0] * 4 + [12.0] * 4)

    assert rivals.naive(hours, 10) == 7
    assert rivals.naive(hours[:7], 10) is None


def test_exactly_a_tenth_over_is_not_over():
    assert rivals.naive(np.full(20, 11.0), 10) is None


def test_the_ewma_sees_a_step_and_leaves_a_steady_series_alone():
    steady = np.array([10.0, 11.0, 9.0, 10.0] * 6)
    stepped = np.append(steady, np.full(12, 14.0))

    assert rivals.ewma_alarm(steady, 10, weight=0.2, limit=2.4) is None
    assert 24 <= rivals.ewma_alarm(stepped, 10, weight=0.2, limit=2.4) < 30


def test_the_plug_in_cusum_takes_its_spread_from_the_first_eight_weeks():
    # Their standard deviation is 1.069, so that each 13 adds 3 / 1.069 - .5 = 2.31.
    hours = np.array([11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 13.0, 13.0])

    assert rivals.plug_in(hours, 10, threshold=2.3) == 8
    assert rivals.plug_in(hours, 10, threshold=2.886) == 9
