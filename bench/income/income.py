"""The income simulation, against drawing its random numbers and against a plain loop."""

import json
import os
import subprocess
from collections.abc import Iterator
from statistics import median

from bench.income.in_process import MONTHS, ROLES
from bench.programs import PLAIT, ROOT
from bench.report import Target, exponent, table

MOST_TIMES_DRAWN, LEAST_TIMES_FASTER, MOST_MB = 3, 10, 300


class Income:
    """Scenarios of twelve roles over ten years, in a process of their own."""

    def __init__(self, n_scenarios: int = 100_000) -> None:
        self.n_scenarios = n_scenarios
        self.peak_mb = 0.0
        self.laps: dict[str, list[float]] = {}

    def measure(self, rounds: int) -> None:
        """Run them in turns in a new process."""
        asked = ["-m", "bench.income.in_process", str(self.n_scenarios), str(rounds)]
        answer = subprocess.run(
            [PLAIT / "python", *asked],
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            capture_output=True,
            check=True,
        )
        self.read(answer.stdout)

    def read(self, told: bytes) -> None:
        """Take what the process printed."""
        found = json.loads(told)
        self.n_scenarios, self.peak_mb = found["scenarios"], found["peak_mb"]
        self.laps = found["laps"]

    def targets(self) -> Iterator[Target]:
        """Yield the bounds on both ratios and on memory."""
        of = f"{self.n_scenarios:,} scenarios × {MONTHS} months × {ROLES} roles"
        times = self._ratio("simulated", "drawn alone")
        yield Target(
            f"{of}, to drawing the same numbers alone",
            f"< {MOST_TIMES_DRAWN} ×",
            f"{times:.1f} ×",
            times < MOST_TIMES_DRAWN,
        )
        faster = self._ratio("written plainly", "simulated")
        yield Target(
            "the same against a plain loop over months and roles",
            f"> {LEAST_TIMES_FASTER} × faster",
            f"{faster:.1f} ×",
            faster > LEAST_TIMES_FASTER,
        )
        yield Target(
            "the same, most memory",
            f"< {MOST_MB} MB",
            f"{self.peak_mb:.0f} MB",
            self.peak_mb < MOST_MB,
        )

    def lines(self) -> Iterator[str]:
        """Yield what each took, and how it grows with each size."""
        of = f"{self.n_scenarios:,} scenarios, {MONTHS} months, {ROLES} roles"
        yield f"### Simulating an income ({of})\n"
        names = ("simulated", "drawn alone", "drawn by NumPy", "written plainly")
        rows = [
            (_TOLD[name], *self._seconds(name), f"{self._ratio(name, 'simulated'):.2f}")
            for name in names
        ]
        heading = ("what", "processor, s", "range", "times the simulation")
        yield from table(heading, rows)
        yield from table(
            ("size", "a quarter, s", "a half, s", "whole, s", "power"),
            [self._growth(size) for size in ("scenarios", "roles", "months")],
        )

    def _seconds(self, name: str) -> tuple[str, str]:
        laps = self.laps[name]
        return f"{median(laps):.2f}", f"{min(laps):.2f}–{max(laps):.2f}"

    def _ratio(self, name: str, other: str) -> float:
        """Return the median over rounds of one by the other."""
        pairs = zip(self.laps[name], self.laps[other], strict=True)
        return median(one / two for one, two in pairs)

    def _growth(self, size: str) -> tuple[str, ...]:
        steps = (f"{size} / 4", f"{size} / 2", "simulated")
        walls = [median(self.laps[step]) for step in steps]
        power = exponent(walls, (1, 2, 4))
        return (size, *(f"{wall:.2f}" for wall in walls), f"{power:.2f}")


_TOLD = {
    "simulated": "plait: drawn, and all figures of it",
    "drawn alone": "the same random numbers, drawn alone",
    "drawn by NumPy": "as many by NumPy's own gamma",
    "written plainly": "a plain NumPy loop over months and roles",
}
