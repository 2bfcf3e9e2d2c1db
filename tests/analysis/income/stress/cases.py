"""Cases of a stress test in a few words."""

from decimal import Decimal
from typing import Any

import numpy as np

from plait.analysis.income.model import StreamModel
from plait.analysis.income.stress import (
    Case,
    Outcome,
    StreamCase,
    StressResult,
    stress_test,
)
from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario

_OF_THE_STREAM = (
    "notice",
    "ends_in",
    "renewed",
    "hazard",
    "late",
    "varies",
    "empty",
    "together",
)


def stream(key: str, monthly: float, *, weak: float | None = None, **fields: Any):
    """Return a stream; what is not of the income model is what it depends on."""
    model = {name: fields.pop(name) for name in _OF_THE_STREAM if name in fields}
    fields.setdefault("payers", ((f"{key} house", 1.0),))
    return StreamCase(
        stream=StreamModel(key, monthly, **model),
        weak=monthly if weak is None else weak,
        key=key,
        **fields,
    )


def case(
    *streams: StreamCase, savings: float = 9000, floor: float = 2400, **fields: Any
) -> Case:
    return Case("EUR", streams, savings, floor, **fields)


def lose(over: str, name: str = "", **fields: Any) -> Effect:
    return Effect(Blow.LOSE, Over(over), name, **fields)


def cut(over: str, share: str, name: str = "", **fields: Any) -> Effect:
    return Effect(Blow.CUT, Over(over), name, share=Decimal(share), **fields)


def delay(over: str, days: int, name: str = "", **fields: Any) -> Effect:
    return Effect(Blow.DELAY, Over(over), name, days=days, **fields)


def scenario(*effects: Effect) -> Scenario:
    return Scenario(Kind.OWN, "Mine", effects)


def outcome(of: Case, *effects: Effect, n_months: int = 60) -> Outcome:
    """Return how a case goes in the future that one in ten is worse than."""
    return stressed(of, *effects, n_months=n_months).one_in_ten


def stressed(of: Case, *effects: Effect, n_months: int = 60) -> StressResult:
    rng = np.random.default_rng(1)
    [found] = stress_test(of, [scenario(*effects)], rng=rng, n_months=n_months)
    return found


def income(of: Case, *effects: Effect, n_months: int = 6) -> list[float]:
    """Return what comes in, in the first months, in cents and not in noise."""
    income = outcome(of, *effects, n_months=n_months).income
    return [round(float(month), 2) for month in income]
