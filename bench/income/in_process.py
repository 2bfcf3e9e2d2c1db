"""The income simulation within one process, beside drawing alone and a plain loop.

    python -m bench.income.in_process SCENARIOS ROUNDS

Prints seconds of processor by what was done, each lap in turns, and the most memory
that the simulation had taken before anything else ran.
"""

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from bench.income.drawing_alone import asked_by, draw, draw_by_numpy
from bench.income.model import model
from bench.income.plain_loop import simulated
from plait.analysis.income.model import IncomeModel
from plait.analysis.income.simulation.simulate import simulate

ROLES, MONTHS = 12, 120


def main() -> None:
    """Measure, and print it as JSON."""
    n, rounds = int(sys.argv[1]), int(sys.argv[2])
    whole = model(ROLES, MONTHS)
    _simulate(whole, n)
    peak = _peak_mb()
    asked = asked_by(whole, n)
    laps: dict[str, list[float]] = {}
    for _ in range(rounds):
        _lap(laps, "simulated", lambda: _simulate(whole, n))
        _lap(laps, "drawn alone", lambda: draw(asked))
        _lap(laps, "drawn by NumPy", lambda: draw_by_numpy(asked))
        _lap(laps, "written plainly", lambda: _plainly(whole, n))
        for name, other, size in _grown(n):
            _lap(laps, name, lambda other=other, size=size: _simulate(other, size))
    print(json.dumps({"scenarios": n, "peak_mb": peak, "laps": laps}))


def _grown(n: int) -> list[tuple[str, IncomeModel, int]]:
    """Return the same with a half and a quarter of each of its three sizes."""
    found = []
    for part in (2, 4):
        found += [
            (f"scenarios / {part}", model(ROLES, MONTHS), n // part),
            (f"roles / {part}", model(ROLES // part, MONTHS), n),
            (f"months / {part}", model(ROLES, MONTHS // part), n),
        ]
    return found


def _lap(laps: dict[str, list[float]], name: str, work: Callable[[], None]) -> None:
    began = time.process_time()
    work()
    laps.setdefault(name, []).append(time.process_time() - began)


def _simulate(of: IncomeModel, n: int) -> None:
    simulate(of, n_scenarios=n, rng=np.random.default_rng(1))


def _plainly(of: IncomeModel, n: int) -> None:
    """Simulate plainly, with the quantiles and the chance that one would ask for."""
    income = simulated(of, n, np.random.default_rng(1))
    np.quantile(income, (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95), axis=1)
    (income < of.floor).any(axis=0).mean()


def _peak_mb() -> float:
    """Return the most memory held so far; 0 on Windows, which does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    # Linux counts the peak in pieces of 1,024 bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    main()
