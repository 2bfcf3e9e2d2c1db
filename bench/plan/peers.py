"""The plans of the bench in cvxpy and skfolio, in their own environment.

    python -m bench.plan.peers FILE ROUNDS RISK…

Reads the question that Plait wrote, and prints seconds and best scores as JSON. The
programme is the one of Rockafellar and Uryasev, a row for each scenario, solved by
what each program chooses by itself; a lap makes it and solves it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cvxpy
import numpy as np
from skfolio import RiskMeasure
from skfolio.measures import cvar
from skfolio.optimization import MeanRisk, ObjectiveFunction

from bench.plan.model import LEVEL, STEP, Asked

Answer = tuple[float, str]


def main() -> None:
    """Measure, and print it as JSON."""
    asked, rounds = Asked.read(Path(sys.argv[1])), int(sys.argv[2])
    found: dict[str, list[tuple[float, float, str]]] = {}
    for _ in range(rounds):
        for risk in map(float, sys.argv[3:]):
            _lap(found, f"lumpy {risk}", lambda risk=risk: in_cvxpy(asked, risk, True))
            _lap(found, f"free {risk}", lambda risk=risk: in_cvxpy(asked, risk, False))
            _lap(found, f"invested {risk}", lambda risk=risk: in_skfolio(asked, risk))
    print(json.dumps(found))


def _lap(
    found: dict[str, list[tuple[float, float, str]]],
    name: str,
    ask: Callable[[], Answer],
) -> None:
    began = time.perf_counter()
    score, solver = ask()
    seconds = time.perf_counter() - began
    found.setdefault(name, []).append((seconds, score, solver))


def in_cvxpy(asked: Asked, risk: float, is_lumpy: bool) -> Answer:  # noqa: FBT001  # two questions
    """Return the best score, and the solver that was chosen."""
    n_scenarios, n = asked.per_hour.shape
    hours, z = cvxpy.Variable(n), cvxpy.Variable(nonneg=True)
    beyond = cvxpy.Variable(n_scenarios, nonneg=True)
    limits = [
        beyond >= 1 - asked.per_hour @ hours - z,
        cvxpy.sum(hours) <= asked.capacity,
        hours <= asked.most,
        hours >= 0,
    ]
    if is_lumpy:
        held = cvxpy.Variable(n, boolean=True)
        steps = cvxpy.Variable(n, integer=True)
        most = (asked.most - asked.least) / STEP
        limits += [
            hours == cvxpy.multiply(asked.least, held) + STEP * steps,
            steps >= 0,
            steps <= cvxpy.multiply(most, held),
        ]
    short = z + cvxpy.sum(beyond) / ((1 - LEVEL) * n_scenarios)
    score = asked.per_hour.mean(axis=0) @ hours - risk * short
    programme = cvxpy.Problem(cvxpy.Maximize(score), limits)
    programme.solve()
    return float(programme.value), str(programme.solver_stats.solver_name)


def in_skfolio(asked: Asked, risk: float) -> Answer:
    """Return the best of mean - risk x CVaR over parts of a whole."""
    model = MeanRisk(
        objective_function=ObjectiveFunction.MAXIMIZE_UTILITY,
        risk_measure=RiskMeasure.CVAR,
        risk_aversion=risk,
        cvar_beta=LEVEL,
        min_weights=0,
        budget=1,
    )
    model.fit(asked.per_hour)
    income = asked.per_hour @ np.asarray(model.weights_)
    # Its own CVaR is of losses below 0, as an amount.
    score = income.mean() - risk * float(cvar(income, beta=LEVEL))
    return score, "skfolio"


if __name__ == "__main__":
    main()
