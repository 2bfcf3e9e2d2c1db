"""Each scenario run month by month: how long money lasts, and what is lacking.

The first month is the one after the date. What comes in is added to the savings and
the floor is taken from them; a month is short once there is less than nothing. Each
is run through many simulated futures: it is judged by the one that one in ten is
worse than, and the middle one stands beside.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.stress.case import Case
from plait.analysis.income.stress.cash import paid
from plait.analysis.income.stress.effects import later, left, touched
from plait.analysis.income.stress.paths import N_PATHS, Rng, paths
from plait.analysis.income.varying.quantiles import Floats32
from plait.domain.scenarios import Scenario

HORIZON = 60
# Less than a cent short is not short.
_NOTHING = 0.005
_BAD, _MIDDLE = 0.1, 0.5
_YEAR = 12


@dataclass(frozen=True, eq=False)
class Outcome:
    """How one future goes, month by month, in the home currency.

    `months` is how many months are gone through before the first short one, None
    where that lies beyond the horizon. `short_by` is what is lacking in that month,
    `gap` what the last year of the horizon lacks of the floor a month, whatever is
    saved.
    """

    months: int | None
    short_by: float
    gap: float
    income: Floats
    balance: Floats


@dataclass(frozen=True, eq=False)
class StressResult:
    """A scenario with its futures.

    `one_in_ten` is the future that one in ten is worse than, `median` the middle one;
    `within_year` and `within_two_years` are the chances that money runs out by then.
    `lost` is the share of a weak month's income that is gone in the worst month,
    `roles` the indices of the roles that it meets.
    """

    scenario: Scenario
    one_in_ten: Outcome
    median: Outcome
    within_year: float
    within_two_years: float
    lost: float
    roles: tuple[int, ...]


def stress_test(
    case: Case,
    scenarios: Iterable[Scenario],
    *,
    rng: Rng,
    n_months: int = HORIZON,
    n_paths: int = N_PATHS,
) -> tuple[StressResult, ...]:
    """Return every scenario run through the same futures, in their order."""
    varied = paths(case, n_months, n_paths, rng)
    return tuple(_run(case, scenario, varied) for scenario in scenarios)


def _run(case: Case, scenario: Scenario, varied: Floats32) -> StressResult:
    n_months, n_paths = varied.shape[1:]
    shares, extra = left(case, scenario, n_months), later(case, scenario, n_months)
    income = np.zeros((n_months, n_paths))
    for number, one in enumerate(case.streams):
        usual = one.stream.monthly
        earned = usual * shares[:, number, None] * varied[number]
        income += paid(earned, one, usual, extra[:, number])
    balance = case.savings + np.cumsum(income - case.floor, axis=0)
    is_short = balance < -_NOTHING
    lasts = np.where(is_short.any(axis=0), is_short.argmax(axis=0), n_months)
    order = np.lexsort((balance[-1], lasts))
    bad, middle = (order[int(share * n_paths)] for share in (_BAD, _MIDDLE))
    return StressResult(
        scenario=scenario,
        one_in_ten=_outcome(case, income[:, bad], balance[:, bad]),
        median=_outcome(case, income[:, middle], balance[:, middle]),
        within_year=float((lasts < min(_YEAR, n_months)).mean()),
        within_two_years=float((lasts < min(2 * _YEAR, n_months)).mean()),
        lost=_lost(case, scenario, shares),
        roles=_met(case, scenario),
    )


def _outcome(case: Case, income: Floats, balance: Floats) -> Outcome:
    short = np.flatnonzero(balance < -_NOTHING)
    first = int(short[0]) if len(short) else None
    return Outcome(
        months=first,
        short_by=0.0 if first is None else -float(balance[first]),
        gap=max(0.0, case.floor - float(income[-_YEAR:].mean())),
        income=income,
        balance=balance,
    )


def _lost(case: Case, scenario: Scenario, shares: Floats) -> float:
    """Return the share of a weak month that is gone in the worst month."""
    usual = case.weak_month
    quiet = Scenario(scenario.kind, scenario.name, ())
    gone = left(case, quiet, len(shares)) - shares
    weak = np.array([one.weak for one in case.streams])
    return float((gone @ weak).max()) / usual if usual > 0 else 0.0


def _met(case: Case, scenario: Scenario) -> tuple[int, ...]:
    met = {
        one.role
        for one in case.streams
        for effect in scenario.effects
        if touched(effect, one)
    }
    return tuple(sorted(met))
