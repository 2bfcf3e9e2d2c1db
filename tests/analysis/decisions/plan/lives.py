"""Small questions to plan for."""

import numpy as np

from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Weights,
)


def made_up(n, n_scenarios, seed, *, step=4.0, capacity=40.0, risk=1.0):
    """Return a question of n options that hang on three causes."""
    rng = np.random.default_rng(seed)
    rates, yearly = rng.uniform(20, 90, n) * 4.348, rng.uniform(0.05, 0.5, n)
    ends = rng.exponential(-1 / np.log1p(-yearly), (n_scenarios, n))
    hangs_on = rng.integers(0, 6, n)
    for cause in range(3):
        strikes = rng.random(n_scenarios) < 0.15
        together = np.where(strikes, rng.uniform(0, 2, n_scenarios), 2.0)
        hang = hangs_on == cause
        ends[:, hang] = np.minimum(ends[:, hang], together[:, None])
    varies = 1 + 0.15 * rng.standard_normal((n_scenarios, n))
    per_hour = rates * np.minimum(ends, 2) / 2 * varies
    least = rng.choice([4.0, 8.0], n)
    most = least + rng.choice([8.0, 16.0], n)
    options = tuple(
        Option(f"option {i}", float(least[i]), float(most[i]), step) for i in range(n)
    )
    scenarios = Scenarios(per_hour, np.zeros(n_scenarios))
    floor = float(np.median(per_hour.mean(axis=0)) * capacity * 0.9)
    return Question(options, Limits(capacity), scenarios, floor, Weights(risk))


def sure(*options, rates, floor=0.0, limits=None, **weights):
    """Return a question where an hour of each option brings the same for sure."""
    scenarios = Scenarios(np.array([rates], dtype=float), np.zeros(1))
    return Question(options, limits or Limits(), scenarios, floor, Weights(**weights))
