"""Plans for a mix of hours, beside the same programmes in cvxpy and skfolio."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.plan.in_process import OPTIONS, RISKS, SCENARIOS
from bench.programs import PEERS, PLAIT, ROOT, WORK
from bench.report import Target, exponent, table

LEAST_TIMES_FASTER, MOST_APART = 5, 1e-6
_KINDS = {
    "lumpy": ("hours by four, or none", "cvxpy"),
    "free": ("any hours", "cvxpy"),
    "invested": ("parts of a whole", "skfolio"),
}
# What is measured: seconds, and the best score that was found.
Laps = dict[str, list[list[Any]]]


class Plans:
    """The same questions to Plait and to the others, each in a process of its own."""

    def __init__(self, folder: Path = WORK / "plans") -> None:
        self.folder = folder
        self.ours: Laps = {}
        self.theirs: Laps = {}

    def measure(self, rounds: int) -> None:
        """Ask Plait, then the others if their environment is there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        asked = [PLAIT / "python", "-m", "bench.plan.in_process", self.folder, rounds]
        self.ours = json.loads(_run(asked))
        peers = PEERS / "python"
        if not peers.exists():
            return
        file = self.folder / "plan.npz"
        asked = [peers, "-m", "bench.plan.peers", file, rounds, *RISKS]
        self.theirs = json.loads(_run(asked))

    def targets(self) -> Iterator[Target]:
        """Yield the bounds on speed and on the optimum; none without the others."""
        of = f"the plan of {OPTIONS} options and {SCENARIOS:,} scenarios"
        for kind, (_, other) in _KINDS.items() if self.theirs else ():
            names = [f"{kind} {risk}" for risk in RISKS]
            faster = min(self.faster(name) for name in names)
            yield Target(
                f"{of}, {_KINDS[kind][0]}, against {other}",
                f"> {LEAST_TIMES_FASTER} × faster",
                f"{faster:.0f} × at least",
                faster > LEAST_TIMES_FASTER,
            )
            apart = max(self.apart(name) for name in names)
            yield Target(
                f"the same, optimum apart from {other}'s",
                f"< {MOST_APART:.0e}",
                f"{apart:.0e}",
                apart < MOST_APART,
            )

    def faster(self, name: str) -> float:
        """Return how many times faster, by the medians of the laps."""
        return _seconds(self.theirs, name) / _seconds(self.ours, name)

    def apart(self, name: str) -> float:
        """Return how far the optima lie apart, as a share of ours."""
        ours, theirs = self.ours[name][0][1], self.theirs[name][0][1]
        return float(abs(ours - theirs) / abs(ours))

    def lines(self) -> Iterator[str]:
        """Yield each question's seconds, and how they grow."""
        yield f"### A plan ({OPTIONS} options, {SCENARIOS:,} scenarios)\n"
        rows = [self._row(kind, risk) for kind in _KINDS for risk in RISKS]
        heading = ("hours", "risk", "plait, s", "the other, s", "by", "times", "apart")
        yield from table(heading, rows)
        yield "Hours by four at a risk of 2, as the question grows:\n"
        yield from table(
            ("size", "a quarter, s", "a half, s", "whole, s", "power"),
            [self._growth(size) for size in ("options", "4 x scenarios")],
        )

    def _row(self, kind: str, risk: float) -> tuple[str, ...]:
        name = f"{kind} {risk}"
        told, other = _KINDS[kind]
        ours = f"{_seconds(self.ours, name):.3f}"
        if not self.theirs:
            return (told, f"{risk:g}", ours, "–", "–", "–", "–")
        solver = self.theirs[name][0][2]
        return (
            told,
            f"{risk:g}",
            ours,
            f"{_seconds(self.theirs, name):.2f}",
            other if solver == other else f"{other} ({solver})",
            f"{self.faster(name):.0f} ×",
            f"{self.apart(name):.0e}",
        )

    def _growth(self, size: str) -> tuple[str, ...]:
        walls = [_seconds(self.ours, f"{size} / {part}") for part in (4, 2, 1)]
        power = exponent(walls, (1, 2, 4))
        shown = size if size == "options" else f"scenarios, to {4 * SCENARIOS:,}"
        return (shown, *(f"{wall:.3f}" for wall in walls), f"{power:.2f}")


def _seconds(laps: Laps, name: str) -> float:
    return median(lap[0] for lap in laps[name])


def _run(asked: list[Any]) -> bytes:
    answer = subprocess.run(
        list(map(str, asked)),
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=True,
    )
    return answer.stdout
