"""The linear programme of a plan, solved by HiGHS.

Columns are the hours of each option and, last, the CVaR of the shortfall; rows are
what the mixes keep to, and the cuts that are added as they are found. Money is counted
in a unit of its own (`scale`), so that the solver's tolerances mean the same for any
currency. Each change goes on from the basis of the last solution.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.feasible_set import FeasibleSet
from plait.analysis.decisions.plan.shortfall import Cut
from plait.analysis.floats import Floats

# Never needed so far: a programme of this size takes a thousandth of a second.
SECONDS_EACH = 20.0
_TOLERANCE = 1e-9


class Solved(NamedTuple):
    """Hours and cost (scaled) of a solution; the duals by row and by option."""

    hours: Floats
    cost: float
    row_duals: Floats
    hour_duals: Floats


@dataclass(frozen=True, slots=True)
class Costs:
    """What is paid for: `pull` by hour of each option, `risk` by unit of CVaR.

    `unit` is the money that counts as a cost of 1.
    """

    pull: Floats
    risk: float
    unit: float = 1.0

    def of(self, hours: Floats, short: float) -> float:
        """Return what hours with such a CVaR cost."""
        return float(self.risk * short - self.pull @ hours) / self.unit


class Programme:
    """A programme over a feasible set; `has_failed` once HiGHS gave no answer in time."""

    def __init__(self, feasible: FeasibleSet, scale: float) -> None:
        # Read in when a plan is asked for: it takes a tenth of a second.
        from highspy import Highs, kHighsInf

        self.scale = scale
        self.has_failed = False
        self._inf = kHighsInf
        self._solver = Highs()  # type: ignore[no-untyped-call]  # as highspy has it
        for option, value in _OPTIONS.items():
            self._solver.setOptionValue(option, value)
        n = len(feasible.pieces)
        low, high = feasible.ends(feasible.whole)
        self._solver.addVars(n + 1, np.append(low, 0.0), np.append(high, kHighsInf))
        self._columns = np.arange(n + 1, dtype=np.int32)
        self.n_rows = len(feasible.rows)
        for row in feasible.rows:
            self._add(row.low, row.high, np.append(row.weights, 0.0))

    def pay(self, costs: Costs) -> None:
        """Set what is to be least: risk x CVaR - pull x hours."""
        found = np.append(-costs.pull, costs.risk * self.scale) / costs.unit
        self._solver.changeColsCost(len(found), self._columns, found)

    def within(self, low: Floats, high: Floats) -> None:
        """Set the least and the most hours of each option."""
        self._solver.changeColsBounds(len(low), self._columns[:-1], low, high)

    def cut(self, cut: Cut, hours: Floats) -> None:
        """Hold the CVaR to be at least what it is at these hours, along its slope."""
        least = float(cut.value - cut.slope @ hours) / self.scale
        self._add(least, np.inf, np.append(-cut.slope / self.scale, 1.0))

    def solved(self) -> Solved | None:
        """Return the solution; None if no hours keep to the rows."""
        from highspy import HighsModelStatus

        self._solver.run()
        if self._solver.getModelStatus() != HighsModelStatus.kOptimal:
            infeasible = {
                HighsModelStatus.kInfeasible,
                HighsModelStatus.kUnboundedOrInfeasible,
            }
            self.has_failed |= self._solver.getModelStatus() not in infeasible
            return None
        found = self._solver.getSolution()
        return Solved(
            hours=np.array(found.col_value)[:-1],
            cost=self._solver.getInfo().objective_function_value,
            row_duals=np.array(found.row_dual)[: self.n_rows],
            hour_duals=np.array(found.col_dual)[:-1],
        )

    def _add(self, low: float, high: float, weights: Floats) -> None:
        ends = (max(low, -self._inf), min(high, self._inf))
        self._solver.addRow(*ends, len(weights), self._columns, weights)


_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "log_to_console": False,
    "threads": 1,
    "presolve": "off",
    "time_limit": SECONDS_EACH,
    "primal_feasibility_tolerance": _TOLERANCE,
    "dual_feasibility_tolerance": _TOLERANCE,
}


def unit_of(amounts: Iterable[float]) -> float:
    """Return the greatest of some amounts of money, 1 where all are 0."""
    return max((abs(amount) for amount in amounts), default=0.0) or 1.0
