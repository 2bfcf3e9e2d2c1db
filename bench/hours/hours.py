"""Drift, capacity and working time over the ten-year book, within one process."""

import json
import os
import subprocess
from collections.abc import Iterator
from statistics import median

from bench import life
from bench.programs import PLAIT, ROOT, Book
from bench.report import Target, table

MOST_MS = 100
_ANSWERS = {
    "drift": "roles",
    "capacity": "weeks ahead",
    "working time": "rules, all ten years",
}


class Hours:
    """The analyses of hours, asked of a book that the part before has filled."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.n: dict[str, int] = {}
        self.cold: dict[str, float] = {}
        self.warm: list[dict[str, float]] = []

    def measure(self) -> None:
        """Ask them in a new process, of one day after another."""
        answer = subprocess.run(
            [PLAIT / "python", "-m", "bench.hours.in_process"],
            cwd=ROOT,
            env={**os.environ, **self.book.env},
            capture_output=True,
            check=True,
        )
        self.read(answer.stdout)

    def read(self, told: bytes) -> None:
        """Take what the process printed: seconds and answers of each analysis."""
        laps = json.loads(told)
        self.n = {name: n for name, (_, n) in laps["cold"].items()}
        self.cold, *self.warm = (
            {name: 1000 * seconds for name, (seconds, _) in lap.items()}
            for lap in (laps["cold"], *laps["warm"])
        )

    def targets(self) -> Iterator[Target]:
        """Yield the bound on all three together."""
        ms = median(sum(lap.values()) for lap in self.warm)
        what = "drift, capacity and working time, together"
        yield Target(what, f"< {MOST_MS} ms", f"{ms:.0f} ms", ms < MOST_MS)

    def lines(self) -> Iterator[str]:
        """Yield the table; what is cold holds the reading in of public holidays."""
        yield (
            f"### Drift, capacity and working time over ten years"
            f" ({len(life.ROLES)} roles, with leave, blocks and public holidays)\n"
        )
        rows = [
            (name, f"{self.n[name]} {_ANSWERS[name]}", *_told(cold, warm))
            for name, cold in self.cold.items()
            for warm in [[lap[name] for lap in self.warm]]
        ]
        together = [sum(lap.values()) for lap in self.warm]
        rows.append(("together", "", *_told(sum(self.cold.values()), together)))
        heading = ("analysis", "answers", "cold, ms", "warm, ms", "range")
        yield from table(heading, rows)


def _told(cold: float, warm: list[float]) -> tuple[str, ...]:
    """Return the cells: the first time, the median after it, from least to most."""
    return (
        f"{cold:.0f}",
        f"{median(warm):.0f}",
        f"{min(warm):.0f}–{max(warm):.0f}",
    )
