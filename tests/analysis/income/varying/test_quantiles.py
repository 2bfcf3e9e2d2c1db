"""Quantiles of the gamma and the Beta distribution, where they are known otherwise."""

import numpy as np
import pytest

from plait.analysis.income.model import Hazard
from plait.analysis.income.simulation.times import means
from plait.analysis.income.varying.quantiles import (
    beta_quantiles,
    gamma_quantiles,
    middles,
)


@pytest.mark.parametrize("chance", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_gamma_of_shape_one_is_exponential(chance):
    # The quantile of an exponential is -ln(1 - p).
    found = gamma_quantiles(1.0, np.array([chance]))[0]

    assert found == pytest.approx(-np.log(1 - chance), rel=1e-4)


@pytest.mark.parametrize("chance", [0.01, 0.5, 0.99])
def test_a_gamma_of_shape_two_is_the_sum_of_two_exponentials(chance):
    # P(X <= x) = 1 - (1 + x) e^-x
    x = gamma_quantiles(2.0, np.array([chance]))[0]

    assert 1 - (1 + x) * np.exp(-x) == pytest.approx(chance, abs=1e-6)


def test_a_gamma_of_shape_a_half_is_half_a_squared_normal():
    # P(Z^2 / 2 <= x) = .95 at x = 1.959964^2 / 2
    x = gamma_quantiles(0.5, np.array([0.95]))[0]

    assert x == pytest.approx(1.959964**2 / 2, rel=1e-4)


def test_a_beta_of_one_and_one_is_even():
    chances = np.array([0.01, 0.3, 0.9])

    assert beta_quantiles(1, 1, chances) == pytest.approx(chances, abs=1e-5)


def test_a_beta_of_a_and_one_is_a_root():
    # P(X <= x) = x^a
    assert beta_quantiles(0.2, 1, np.array([0.5]))[0] == pytest.approx(0.5**5, rel=1e-4)


@pytest.mark.parametrize(
    ("a", "b"), [(0.05, 0.95), (0.32, 3.68), (1, 3), (40, 360), (400_000, 600_000)]
)
def test_a_beta_has_its_mean_and_variance(a, b):
    found = beta_quantiles(a, b, middles())

    mean = a / (a + b)
    assert found.mean() == pytest.approx(mean, rel=1e-3)
    assert found.var() == pytest.approx(mean * (1 - mean) / (a + b + 1), rel=2e-3)


@pytest.mark.parametrize(("a", "b"), [(1e-4, 1), (1e-4, 1e-4), (1, 1e-4)])
def test_a_prior_of_next_to_no_weight_stays_between_nothing_and_one(a, b):
    found = beta_quantiles(a, b, middles())

    assert ((found >= 0) & (found <= 1)).all()


def test_a_fixed_chance_of_nothing_takes_for_ever_and_one_of_all_no_time():
    rng = np.random.default_rng(1)

    assert means(Hazard(0.0), 3, rng).tolist() == [np.inf] * 3
    assert means(Hazard(1.0), 3, rng).tolist() == [0] * 3
