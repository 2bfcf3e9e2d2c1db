"""The whole programme of a plan at once, a row for each scenario: the oracle."""

import itertools

import numpy as np
from highspy import Highs, HighsModelStatus, HighsVarType, kHighsInf

from plait.analysis.decisions.plan.demands import broken_by
from plait.analysis.decisions.plan.outcome import outcome, pull_of


def best_of_all(question):
    """Return the best score over every mix of amounts, by counting them out."""
    amounts = [option.pieces()[:, 0].tolist() for option in question.options]
    allowed = (
        np.array(mix)
        for mix in itertools.product(*amounts)
        if not broken_by(np.array(mix), question.options, question.limits)
    )
    return max((score_of(mix, question) for mix in allowed), default=None)


def score_of(hours, question):
    told = (question.options, question.scenarios, question.floor, question.weights)
    return outcome(np.asarray(hours), *told).score


def best_by_full_programme(question):
    """Return the best score by HiGHS: z, u_s >= floor - income_s - z, and a 0-1
    variable for each stretch of hours. Capacity is the only limit here.
    """
    solver = Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 1e-9)
    solver.setOptionValue("time_limit", 60.0)
    scenarios, weights = question.scenarios, question.weights
    n_scenarios, n = scenarios.per_hour.shape
    unit = question.floor or 1.0
    pull = pull_of(question.options, scenarios, weights) / unit
    for each in pull:
        solver.addVar(0, kHighsInf)
        solver.changeColCost(solver.getNumCol() - 1, -each)
    z = solver.getNumCol()
    solver.addVars(
        1 + n_scenarios, np.zeros(1 + n_scenarios), [kHighsInf] * (1 + n_scenarios)
    )
    solver.changeColCost(z, weights.risk)
    in_tail = (1 - weights.level) * n_scenarios
    for number in range(n_scenarios):
        u = z + 1 + number
        solver.changeColCost(u, weights.risk / in_tail)
        row = [*(scenarios.per_hour[number] / unit), 1.0, 1.0]
        least = (question.floor - scenarios.base[number]) / unit
        solver.addRow(least, kHighsInf, n + 2, [*range(n), z, u], row)
    for index, option in enumerate(question.options):
        _add_stretches(solver, index, option.pieces())
    capacity = question.limits.capacity
    solver.addRow(-kHighsInf, capacity, n, list(range(n)), [1.0] * n)
    solver.run()
    assert solver.getModelStatus() == HighsModelStatus.kOptimal
    base = float(scenarios.base.mean())
    return base - solver.getInfo().objective_function_value * unit


def _add_stretches(solver, index, pieces):
    """Hold hours between sum(low x y) and sum(high x y), with sum(y) = 1."""
    first = solver.getNumCol()
    for _ in pieces:
        solver.addVar(0, 1)
        solver.changeColIntegrality(solver.getNumCol() - 1, HighsVarType.kInteger)
    which = list(range(first, first + len(pieces)))
    solver.addRow(1, 1, len(which), which, [1.0] * len(which))
    for side, (low, high) in enumerate([(0, kHighsInf), (-kHighsInf, 0)]):
        ends = [-float(end) for end in pieces[:, side]]
        solver.addRow(low, high, 1 + len(which), [index, *which], [1.0, *ends])
