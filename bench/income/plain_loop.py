"""The income simulation as one would write it first: months, roles, and NumPy.

The same model as `plait.analysis.income.simulation`, written for clarity: in every
month every role is looked at, with a number drawn for each thing that may happen.
The bench measures the simulation against it, and a test holds both to the same law.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plait.analysis.income.model import IncomeModel, StreamModel, monthly_chance

Rng = np.random.Generator
_NOT_YET = 1 << 20


@dataclass
class _State:
    """Where a role stands in each scenario."""

    chance: NDArray[np.float64]  # of ending, a month
    runs: NDArray[np.bool_]  # it has not been told to end
    paid_until: NDArray[np.int64]
    contract_until: NDArray[np.int64]
    begins: NDArray[np.int64]  # when the replacement does
    since: NDArray[np.int64]  # when the replacement did, -1 for the first


def simulated(model: IncomeModel, n: int, rng: Rng) -> NDArray[np.float64]:
    """Return the income of each month in each scenario, (months, n)."""
    states = [_begin(stream, n, rng) for stream in model.streams]
    cuts_until = {cause.name: np.full(n, -1) for cause in model.causes}
    levels = [_level(stream, n, rng) for stream in model.streams]
    total = np.zeros((model.months, n))
    for month in range(model.months):
        strikes = {
            cause.name: rng.random(n) < monthly_chance(cause.chance)
            for cause in model.causes
        }
        for cause in model.causes:
            if cause.lasts:
                struck = strikes[cause.name]
                cuts_until[cause.name][struck] = month + cause.lasts
        for stream, state, level in zip(model.streams, states, levels, strict=True):
            ends = rng.random(n) < state.chance
            for cause in model.causes:
                if cause.name in stream.causes and not cause.lasts:
                    ends |= strikes[cause.name] & (rng.random(n) < cause.hits)
            share = _month(stream, state, month, ends, rng)
            for cause in model.causes:
                if cause.name in stream.causes and cause.lasts:
                    share[month < cuts_until[cause.name]] *= 1 - cause.cut
            if stream.varies:
                shape = stream.varies**-2
                share *= rng.gamma(shape, 1 / shape, n)
            total[month] += stream.monthly * level * share
    return total


def _level(stream: StreamModel, n: int, rng: Rng) -> NDArray[np.float64]:
    """Return by how much the usual month is off in each scenario."""
    if not stream.unsure:
        return np.ones(n)
    shape = stream.unsure**-2
    return rng.gamma(shape, 1 / shape, n)


def _begin(stream: StreamModel, n: int, rng: Rng) -> _State:
    hazard = stream.hazard
    yearly = np.full(n, hazard.a)
    if not hazard.is_fixed:
        yearly = rng.beta(hazard.a, hazard.b, n)
    contract = np.full(n, _NOT_YET)
    if stream.ends_in is not None:
        contract[rng.random(n) >= stream.renewed] = stream.ends_in
    return _State(
        chance=1 - (1 - yearly) ** (1 / 12),
        runs=np.ones(n, dtype=bool),
        paid_until=np.full(n, _NOT_YET),
        contract_until=contract,
        begins=np.full(n, _NOT_YET),
        since=np.full(n, -1),
    )


def _month(
    stream: StreamModel,
    state: _State,
    month: int,
    ends: NDArray[np.bool_],
    rng: Rng,
) -> NDArray[np.float64]:
    """Let a month pass for a role; return the share of its income that is paid."""
    told = state.runs & ends & (month > state.since)
    state.paid_until[told] = np.minimum(
        month + stream.notice, state.contract_until[told]
    )
    state.runs[told] = False
    over = state.runs & (month >= state.contract_until)
    state.paid_until[over] = month
    state.runs[over] = False
    if stream.wait is not None:
        searches = ~state.runs & (month == state.paid_until)
        took = rng.geometric(1 / stream.wait, searches.sum())
        state.begins[searches] = month + took
        found = ~state.runs & (month == state.begins)
        state.runs[found] = True
        state.since[found] = month
        state.paid_until[found] = state.contract_until[found] = _NOT_YET
    is_paid = state.runs | (month < state.paid_until)
    grown = np.minimum(1, (month - state.since + 1) / (stream.ramp + 1))
    share = np.where(state.since < 0, 1.0, stream.replaced * grown)
    return np.where(is_paid, share, 0.0)
