"""The months of a stream vary as a gamma distribution does."""

import numpy as np
import pytest

from plait.analysis.income.varying.noise import draw_factors, factors


@pytest.mark.parametrize("varies", [1e-5, 0.001, 0.05, 0.3, 1.0])
def test_the_factors_have_the_mean_one_and_the_told_spread(varies):
    table = factors(varies).astype(np.float64)

    assert table.mean() == pytest.approx(1, abs=1e-6)
    assert table.std() == pytest.approx(varies, rel=2e-3, abs=1e-7)


def test_the_factors_of_a_very_uneven_stream_stay_numbers():
    table = factors(10.0)

    assert np.isfinite(table).all()
    assert table.min() >= 0


def test_drawn_factors_are_as_many_as_asked_for_and_all_different_parts_of_the_table():
    rng = np.random.default_rng(1)

    drawn = draw_factors(rng, 0.3, np.empty((7, 1001), np.float32))  # not by fours

    assert drawn.shape == (7, 1001)
    assert np.isin(drawn, factors(0.3)).all()
    # The standard error of the mean of 7007 is .3 / root(7007) = .0036.
    assert drawn.mean() == pytest.approx(1, abs=4 * 0.0036)


def test_drawn_factors_are_those_of_numpy_in_law():
    rng = np.random.default_rng(2)
    n = 200_000
    ours = np.sort(draw_factors(rng, 0.8, np.empty(n, np.float32)))
    numpys = np.sort(rng.gamma(0.8**-2, 0.8**2, n))

    # Kolmogorov-Smirnov: 1.95 root(2 / n) is passed by chance once in a thousand.
    both = np.concatenate([ours, numpys])
    gap = np.abs(
        np.searchsorted(ours, both, "right") - np.searchsorted(numpys, both, "right")
    )
    assert gap.max() / n < 1.95 * (2 / n) ** 0.5
