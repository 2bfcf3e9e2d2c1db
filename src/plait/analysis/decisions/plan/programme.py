"""The linear programme of a plan, solved by HiGHS.

Columns are the hours of each option, the CVaR of the shortfall and, last, how far each
option is from its present hours: 0 at them, 1 at the farthest, and the least that its
change can be charged. Rows are what the mixes keep to, how far is far, and the cuts
that are added as they are found. Money is counted
in a unit of its own (`scale`), so that the solver's tolerances mean the same for any
currency. Each change goes on from the basis of the last solution.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from plait.analysis.decisions.plan.feasible_set import OUTSIDE, FeasibleSet
from plait.analysis.decisions.plan.options import NO_HOURS
from plait.analysis.decisions.plan.shortfall import Cut
from plait.analysis.floats import Floats

# Never needed so far: a programme of this size takes a thousandth of a second.
SECONDS_EACH = 20.0
_TOLERANCE = 1e-9


class Solved(NamedTuple):
    """Hours and cost (scaled) of a solution; the duals by row and by option.

    `away` is how far each option is from its present hours, 0 to 1, and `charged` the
    part of the cost that is charged for it.
    """

    hours: Floats
    cost: float
    away: Floats
    charged: float
    row_duals: Floats
    hour_duals: Floats


@dataclass(frozen=True, slots=True)
class Costs:
    """What is paid for: `pull` by hour of each option, `risk` by unit of CVaR.

    `change` is paid for each role that changes. `unit` is the money that counts as a
    cost of 1.
    """

    pull: Floats
    risk: float
    unit: float = 1.0
    change: float = 0.0

    def of(self, hours: Floats, short: float, n_changed: int = 0) -> float:
        """Return what hours with such a CVaR and so many changes cost."""
        found = self.risk * short - self.pull @ hours + self.change * n_changed
        return float(found) / self.unit


class Programme:
    """A programme over a feasible set; `has_failed` once HiGHS gave no answer in time.

    Only one that `charges` sees what changes; the costs of others have none.
    """

    def __init__(
        self, feasible: FeasibleSet, scale: float, *, charges: bool = False
    ) -> None:
        # Read in when a plan is asked for: it takes a tenth of a second.
        from highspy import Highs, kHighsInf

        self.scale = scale
        self.has_failed = False
        self._inf = kHighsInf
        self._solver = Highs()  # type: ignore[no-untyped-call]  # as highspy has it
        for option, value in _OPTIONS.items():
            self._solver.setOptionValue(option, value)
        n = len(feasible.pieces)
        self._low, self._high = feasible.ends(feasible.whole)
        self._solver.addVars(
            2 * n + 1,
            np.concatenate([self._low, np.zeros(n + 1)]),
            np.concatenate([self._high, [kHighsInf], np.ones(n)]),
        )
        self._columns = np.arange(2 * n + 1, dtype=np.int32)
        self._n, self._change = n, 0.0
        self.n_rows = len(feasible.rows)
        for row in feasible.rows:
            self._add(row.low, row.high, np.append(row.weights, np.zeros(n + 1)))
        # Where no change is charged, how far is far does not matter: smaller and faster.
        for index, place in enumerate(feasible.now if charges else ()):
            if place is not None and place != OUTSIDE:
                self._far(index, float(feasible.pieces[index][place, 0]))

    def _far(self, index: int, now: float) -> None:
        """Hold how far an option is away to be at least its part of the way."""
        for end in (self._low[index], self._high[index]):
            if abs(end - now) > NO_HOURS:
                weights = np.zeros(2 * self._n + 1)
                weights[self._n + 1 + index] = 1.0
                weights[index] = -1.0 / (end - now)
                self._add(-now / (end - now), np.inf, weights)

    def pay(self, costs: Costs) -> None:
        """Set what is to be least: risk x CVaR - pull x hours + change x roles."""
        self._change = costs.change / costs.unit
        charged = np.full(self._n, costs.change)
        found = np.concatenate([-costs.pull, [costs.risk * self.scale], charged])
        self._solver.changeColsCost(len(found), self._columns, found / costs.unit)

    def within(self, low: Floats, high: Floats, moved: Floats | None = None) -> None:
        """Set the least and the most hours of each option.

        `moved` is 1 where those leave out its present hours, which is a change.
        """
        n = self._n
        self._solver.changeColsBounds(n, self._columns[:n], low, high)
        least = np.zeros(n) if moved is None else moved
        self._solver.changeColsBounds(n, self._columns[n + 1 :], least, np.ones(n))

    def cut(self, cut: Cut, hours: Floats) -> None:
        """Hold the CVaR to be at least what it is at these hours, along its slope."""
        least = float(cut.value - cut.slope @ hours) / self.scale
        slope = -cut.slope / self.scale
        self._add(least, np.inf, np.concatenate([slope, [1.0], np.zeros(self._n)]))

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
        values = np.array(found.col_value)
        away = values[self._n + 1 :]
        return Solved(
            hours=values[: self._n],
            cost=self._solver.getInfo().objective_function_value,
            away=away,
            charged=self._change * float(away.sum()),
            row_duals=np.array(found.row_dual)[: self.n_rows],
            hour_duals=np.array(found.col_dual)[: self._n],
        )

    def _add(self, low: float, high: float, weights: Floats) -> None:
        ends = (max(low, -self._inf), min(high, self._inf))
        used = np.flatnonzero(weights).astype(np.int32)
        self._solver.addRow(*ends, len(used), used, weights[used])


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
