"""Whole commands in processes of their own: how long, how much of the processor, RAM."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Run(NamedTuple):
    """One run: seconds on the clock, seconds of processor, most MB in memory."""

    wall: float
    user: float
    system: float
    peak_mb: float


class Failed(Exception):
    """A measured command did not end as it should."""


@dataclass
class Stage:
    """A command with a name; `before` makes what it needs and is not measured.

    At most `most` rounds of it are run: some take half a minute. Exit codes in
    `good` count as done. What it prints goes to `answer`.
    """

    name: str
    command: Sequence[object]
    answer: Path
    env: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    most: int = 99
    good: tuple[int, ...] = (0,)
    runs: list[Run] = field(default_factory=list)

    def run(self) -> Run:
        """Run the command once and return what it took; raise `Failed`."""
        self.before()
        self.answer.parent.mkdir(parents=True, exist_ok=True)
        said = self.answer.with_suffix(".said")
        with self.answer.open("wb") as out, said.open("wb") as err:
            began = time.perf_counter()
            process = subprocess.Popen(
                list(map(str, self.command)),
                stdout=out,
                stderr=err,
                env={**os.environ, **self.env},
            )
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if code not in self.good:
            raise Failed(f"{self.name} ended with {code}: {said.read_text()[-2000:]}")
        # Linux counts the peak in pieces of 1,024 bytes.
        return Run(wall, used.ru_utime, used.ru_stime, used.ru_maxrss * 1024 / 1e6)

    def middle(self) -> Run:
        """Return the median of each figure over the runs."""
        return Run(*(median(figures) for figures in zip(*self.runs, strict=True)))


def measure(stages: Sequence[Stage], rounds: int) -> None:
    """Run the stages one after another, `rounds` times after a round not counted.

    In turns, so that a machine that is slow for a while is slow for all of them.
    """
    for number in range(rounds + 1):
        for stage in stages:
            if number > stage.most:
                continue
            run = stage.run()
            if number or stage.most == 0:
                stage.runs.append(run)


class Ratio(NamedTuple):
    """How many times faster: on the clock, and in processor time."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} × ({self.processor:.1f} × in processor time)"


def ratio(stages: Sequence[Stage], others: Sequence[Stage]) -> Ratio:
    """Return how many times faster: the median over rounds of sum by sum."""
    ours, theirs = _rounds(stages), _rounds(others)
    both = list(zip(ours, theirs, strict=False))
    return Ratio(
        median(their.wall / our.wall for our, their in both),
        median(their.processor / our.processor for our, their in both),
    )


class _Sum(NamedTuple):
    wall: float
    processor: float


def _rounds(stages: Sequence[Stage]) -> list[_Sum]:
    """Return the sums of each round over the stages."""
    return [
        _Sum(sum(r.wall for r in runs), sum(r.user + r.system for r in runs))
        for runs in zip(*(stage.runs for stage in stages), strict=False)
    ]
