"""Plans within one process: lumpy and free hours, risks, and how they grow.

    python -m bench.plan.in_process FOLDER ROUNDS

Writes the question for the other programs into the folder, and prints seconds on the
clock and the best score for each as JSON. A lap makes the programme and solves it.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from bench.plan.model import LEVEL, STEP, Asked
from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Together,
    Weights,
)
from plait.analysis.decisions.plan.planner import NoPlan, Planner

OPTIONS, SCENARIOS = 20, 5_000
RISKS = (0.5, 2.0, 10.0)
# An hour never brings as much: all of it counts as shortfall.
_ALWAYS_SHORT = 0.5


def main() -> None:
    """Measure, and print it as JSON."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    whole = Asked.made(OPTIONS, SCENARIOS)
    whole.write(folder / "plan.npz")
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for risk in RISKS:
            _lap(found, f"lumpy {risk}", lumpy(whole, risk))
            _lap(found, f"free {risk}", free(whole, risk))
            _lap(found, f"invested {risk}", invested(whole, risk), _ALWAYS_SHORT * risk)
        for part in (4, 2, 1):
            few = Asked.made(OPTIONS // part, SCENARIOS)
            _lap(found, f"options / {part}", lumpy(few, 2.0))
            many = Asked.made(OPTIONS, 4 * SCENARIOS // part)
            _lap(found, f"4 x scenarios / {part}", lumpy(many, 2.0))
    print(json.dumps(found))


def _lap(
    found: dict[str, list[tuple[float, float]]],
    name: str,
    question: Question,
    beside: float = 0.0,
) -> None:
    began = time.perf_counter()
    plan = Planner(question).best()
    seconds = time.perf_counter() - began
    score = np.nan if isinstance(plan, NoPlan) else plan.outcome.score + beside
    found.setdefault(name, []).append((seconds, score))


def lumpy(asked: Asked, risk: float) -> Question:
    """Return the question as people ask it: hours in steps of four, or none."""
    return _question(asked, risk, step=STEP)


def free(asked: Asked, risk: float) -> Question:
    """Return it with any hours from none to the most."""
    least = np.zeros_like(asked.least)
    return _question(asked._replace(least=least), risk, step=0.0)


def invested(asked: Asked, risk: float) -> Question:
    """Return what a portfolio optimiser asks: parts of a whole, all loss counts."""
    n = len(asked.most)
    return Question(
        tuple(Option(f"option {i}", least=0, most=1) for i in range(n)),
        Limits(capacity=1, together=(Together(tuple(range(n)), least=1, most=1),)),
        _scenarios(asked),
        floor=_ALWAYS_SHORT,
        weights=Weights(risk, level=LEVEL),
    )


def _question(asked: Asked, risk: float, *, step: float) -> Question:
    return Question(
        tuple(
            Option(f"option {i}", float(least), float(most), step)
            for i, (least, most) in enumerate(zip(asked.least, asked.most, strict=True))
        ),
        Limits(capacity=asked.capacity),
        _scenarios(asked),
        floor=1.0,
        weights=Weights(risk, level=LEVEL),
    )


def _scenarios(asked: Asked) -> Scenarios:
    return Scenarios(asked.per_hour, np.zeros(len(asked.per_hour)))


if __name__ == "__main__":
    main()
