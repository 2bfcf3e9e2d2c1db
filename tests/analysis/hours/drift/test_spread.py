"""How far weeks lie from what is expected of them, learned from the weeks before."""

import numpy as np
import pytest

from plait.analysis.hours.drift.expected import expected
from plait.analysis.hours.drift.spread import learned


def sigma(shares, is_kept=None):
    shares = np.array(shares, dtype=float)
    kept = np.ones(len(shares), dtype=bool) if is_kept is None else is_kept
    return learned(shares, expected(shares, kept, None), kept)[0]


def around(spread, n_weeks, seed=20261130):
    return 1 + np.random.default_rng(seed).normal(0, spread, n_weeks)


def test_without_weeks_it_is_a_fifth_widened_for_weeks_that_are_alike():
    # .2 x the root of (1 + .2) / (1 - .2) = .2449.
    assert sigma([1.0] * 3)[:3] == pytest.approx([0.2449] * 3, abs=5e-5)


def test_even_weeks_narrow_it_and_wild_ones_widen_it():
    even, wild = sigma(around(0.05, 104))[-1], sigma(around(0.4, 104))[-1]

    assert 0.05 < even < 0.12
    assert 0.25 < wild < 0.45


def test_it_is_never_taken_for_nothing():
    # Three quarters of the logarithm is that of the least, .05, after three years.
    assert sigma([1.0] * 160)[-1] > 0.05


def test_a_step_hardly_widens_it():
    steady = around(0.1, 80)
    stepped = steady + np.where(np.arange(80) >= 60, 0.25, 0)

    assert sigma(stepped)[-1] < 1.25 * sigma(steady)[-1]


def test_one_wild_week_hardly_widens_it():
    steady = around(0.1, 80)
    wild = steady.copy()
    wild[40] = 9.0

    assert sigma(wild)[-1] < 2 * sigma(steady)[-1]


def test_a_week_knows_nothing_of_itself_or_of_later_ones():
    shares = around(0.2, 60)
    changed = shares.copy()
    changed[40:] = 3.0

    assert sigma(changed)[:41].tolist() == sigma(shares)[:41].tolist()


def test_weeks_set_aside_teach_nothing():
    shares, kept = around(0.1, 60), np.ones(60, dtype=bool)
    kept[30:33] = False
    changed = shares.copy()
    changed[30:33] = 5.0

    assert sigma(changed, kept).tolist() == sigma(shares, kept).tolist()
