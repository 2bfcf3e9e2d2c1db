"""Cases of a stress test told in a few words."""

from decimal import Decimal
from typing import Any

from plait.analysis.income.model import StreamModel
from plait.analysis.income.stress import Case, Outcome, StreamCase, stress_test
from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario

_OF_THE_STREAM = ("notice", "ends_in", "renewed", "hazard", "late")


def stream(key: str, monthly: float, *, weak: float | None = None, **told: Any):
    """Return a stream; what is not of the income model is what it hangs on."""
    model = {name: told.pop(name) for name in _OF_THE_STREAM if name in told}
    told.setdefault("payers", ((f"{key} house", 1.0),))
    return StreamCase(
        stream=StreamModel(key, monthly, **model),
        weak=monthly if weak is None else weak,
        key=key,
        **told,
    )


def case(*streams: StreamCase, savings: float = 9000, floor: float = 2400) -> Case:
    return Case("EUR", streams, savings, floor)


def lose(over: str, name: str = "", **told: Any) -> Effect:
    return Effect(Blow.LOSE, Over(over), name, **told)


def cut(over: str, share: str, name: str = "", **told: Any) -> Effect:
    return Effect(Blow.CUT, Over(over), name, share=Decimal(share), **told)


def delay(over: str, days: int, name: str = "", **told: Any) -> Effect:
    return Effect(Blow.DELAY, Over(over), name, days=days, **told)


def told(*effects: Effect) -> Scenario:
    return Scenario(Kind.OWN, "Mine", effects)


def lasts(of: Case, *effects: Effect, n_months: int = 60) -> Outcome:
    """Return how a case goes on weak months."""
    [found] = stress_test(of, [told(*effects)], n_months=n_months)
    return found.weak


def comes(of: Case, *effects: Effect, n_months: int = 6) -> list[float]:
    """Return what comes in, in the first months, in cents and not in noise."""
    income = lasts(of, *effects, n_months=n_months).income
    return [round(float(month), 2) for month in income]
