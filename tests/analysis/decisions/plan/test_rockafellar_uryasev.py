"""The published example of Rockafellar and Uryasev (2000): three investments.

Monthly means and covariances of the S&P 500, long government bonds and small caps.
For normal returns the mix of least variance at a given mean has least CVaR too:
VaR = -mean + z sd and CVaR = -mean + phi(z) / (1 - a) sd.
"""

from math import sqrt
from statistics import NormalDist

import numpy as np
import pytest

from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Together,
    Weights,
)
from plait.analysis.decisions.plan.planner import Planner

MEANS = np.array([0.0101110, 0.0043532, 0.0137058])
COVARIANCE = np.array(
    [
        [0.00324625, 0.00022983, 0.00420395],
        [0.00022983, 0.00049937, 0.00019247],
        [0.00420395, 0.00019247, 0.00764097],
    ]
)
MEAN = 0.011


def mix_of_least_variance():
    """Solve for S w = a m + b 1 with w'm = .011 and w'1 = 1; return w and a."""
    by_means, by_ones = np.linalg.solve(COVARIANCE, np.array([MEANS, np.ones(3)]).T).T
    sums = np.array(
        [[MEANS @ by_means, MEANS @ by_ones], [by_means.sum(), by_ones.sum()]]
    )
    a, b = np.linalg.solve(sums, [MEAN, 1.0])
    return a * by_means + b * by_ones, a


def beyond(level):
    """Return z and phi(z) / (1 - a)."""
    normal = NormalDist()
    z = normal.inv_cdf(level)
    return z, normal.pdf(z) / (1 - level)


def test_the_mix_of_least_variance_is_the_published_one():
    mix, _ = mix_of_least_variance()

    assert mix == pytest.approx([0.452011, 0.115573, 0.432415], abs=1e-6)
    # Published, found by another programme: .452013, .115573, .432414.
    assert mix == pytest.approx([0.452013, 0.115573, 0.432414], abs=3e-6)


@pytest.mark.parametrize(
    ("level", "var", "cvar"),
    [
        (0.90, 0.067847, 0.096975),
        (0.95, 0.090199, 0.115908),
        (0.99, 0.132128, 0.152977),
    ],
)
def test_its_value_at_risk_and_cvar_are_the_published_ones(level, var, cvar):
    mix, _ = mix_of_least_variance()
    sd = sqrt(mix @ COVARIANCE @ mix)
    z, k = beyond(level)

    assert -MEAN + z * sd == pytest.approx(var, abs=5e-6)
    assert -MEAN + k * sd == pytest.approx(cvar, abs=5e-6)


def normal_scenarios(n):
    """Return n draws that have the means and covariances exactly."""
    drawn = np.random.default_rng(3).standard_normal((n // 2, 3))
    drawn = np.vstack([drawn, -drawn])
    drawn @= np.linalg.inv(np.linalg.cholesky(drawn.T @ drawn / n)).T
    return Scenarios(MEANS + drawn @ np.linalg.cholesky(COVARIANCE).T, np.zeros(n))


@pytest.mark.parametrize("level", [0.90, 0.95])
def test_a_plan_over_normal_scenarios_comes_to_that_mix(level):
    # mean - r CVaR is greatest where (1 + r) m - r k S w / sd = const 1, that is at
    # the mix above if (1 + r) sd / (r k) = a, so r = sd / (a k - sd).
    mix, a = mix_of_least_variance()
    sd, (_, k) = sqrt(mix @ COVARIANCE @ mix), beyond(level)
    risk = sd / (a * k - sd)
    # With a floor that nothing reaches, the shortfall is floor - income.
    question = Question(
        tuple(Option(name, least=0, most=1) for name in ("S&P", "bonds", "small")),
        Limits(capacity=1, together=(Together((0, 1, 2), least=1, most=1),)),
        normal_scenarios(100_000),
        floor=1.0,
        weights=Weights(risk=risk, level=level),
    )

    found = Planner(question).best().outcome

    assert found.hours == pytest.approx(mix, abs=0.015)
    by_formula = Planner(question).outcome(mix)
    assert by_formula.short - 1 == pytest.approx(-MEAN + k * sd, rel=0.02)
    assert by_formula.score <= found.score + 1e-7
    assert by_formula.score == pytest.approx(found.score, abs=1e-6)
