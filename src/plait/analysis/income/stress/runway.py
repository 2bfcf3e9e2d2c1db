"""Each scenario run month by month: how long money lasts, and what is lacking.

The first month is the one after the date. What comes in is added to the savings and
the floor is taken from them; a month is short once there is less than nothing. Each
is run twice: on weak months, by which it is judged, and on mean ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.stress.case import Case
from plait.analysis.income.stress.cash import paid
from plait.analysis.income.stress.effects import later, left, touched
from plait.domain.scenarios import Scenario

HORIZON = 60
# Less than a cent short is not short.
_NOTHING = 0.005


@dataclass(frozen=True, eq=False)
class Outcome:
    """How it goes, month by month, in the home currency.

    `months` is how many months are lived through before the first short one, None
    where that lies beyond the horizon. `short_by` is what is lacking in that month,
    `gap` what the last month of the horizon lacks of the floor, whatever is saved.
    """

    months: int | None
    short_by: float
    gap: float
    income: Floats
    balance: Floats


@dataclass(frozen=True, eq=False)
class StressResult:
    """A scenario with its outcomes.

    `lost` is the share of a weak month's income that is gone in the worst month,
    `roles` the indices of the roles that it meets.
    """

    scenario: Scenario
    weak: Outcome
    mean: Outcome
    lost: float
    roles: tuple[int, ...]


def stress_test(
    case: Case, scenarios: Iterable[Scenario], *, n_months: int = HORIZON
) -> tuple[StressResult, ...]:
    """Return every scenario run through, in their order."""
    return tuple(_run(case, scenario, n_months) for scenario in scenarios)


def outcome_at(
    case: Case, scenario: Scenario, levels: Floats, *, n_months: int = HORIZON
) -> Outcome:
    """Return how it goes where each stream brings its level, in the scenario."""
    shares, extra = left(case, scenario, n_months), later(case, scenario, n_months)
    income = np.zeros(n_months)
    for number, one in enumerate(case.streams):
        level = float(levels[number])
        income += paid(level * shares[:, number], one, level, extra[:, number])
    return _outcome(case, income)


def _outcome(case: Case, income: Floats) -> Outcome:
    balance: Floats = case.savings + np.cumsum(income - case.floor)
    short = np.flatnonzero(balance < -_NOTHING)
    first = int(short[0]) if len(short) else None
    return Outcome(
        months=first,
        short_by=0.0 if first is None else -float(balance[first]),
        gap=max(0.0, case.floor - float(income[-1])),
        income=income,
        balance=balance,
    )


def _run(case: Case, scenario: Scenario, n_months: int) -> StressResult:
    weak = np.array([one.weak for one in case.streams])
    mean = np.array([one.stream.monthly for one in case.streams])
    outcome = outcome_at(case, scenario, weak, n_months=n_months)
    quiet = Scenario(scenario.kind, scenario.name, ())
    gone = left(case, quiet, n_months) - left(case, scenario, n_months)
    usual = case.weak_month
    met = {
        one.role
        for one in case.streams
        for effect in scenario.effects
        if touched(effect, one)
    }
    return StressResult(
        scenario=scenario,
        weak=outcome,
        mean=outcome_at(case, scenario, mean, n_months=n_months),
        lost=float((gone @ weak).max()) / usual if usual > 0 else 0.0,
        roles=tuple(sorted(met)),
    )
