"""Drift, capacity and working time of a book within one process, as JSON.

    PLAIT_HOME=FOLDER python -m bench.hours.in_process

Cold is the first of a new process, which reads the library of public holidays in.
Each one after it is asked of another day's picture, so that nothing is remembered.
The picture is loaded before, which is not measured.
"""

import json
import sys
import time
from collections.abc import Callable, Sized
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.life import FIRST, REVIEW_ON
from plait.cli import run

if TYPE_CHECKING:
    from plait.domain.portfolio import Portfolio

TIMES = 9
RULES = "nl"

# Seconds, and how many answers there were.
Lap = tuple[float, int]


def main() -> None:
    """Print seconds and the number of answers by analysis: cold, then each time."""
    viewer = run.viewer()
    from plait.book.queries import load_portfolio

    days = [REVIEW_ON - timedelta(day) for day in range(TIMES + 1)]
    laps = [ask(load_portfolio(viewer=viewer, on=day)) for day in days]
    told = {"cold": laps[0], "warm": laps[1:]}
    json.dump(told, sys.stdout)


def ask(portfolio: "Portfolio") -> dict[str, Lap]:
    """Ask the three analyses of the whole life, one after the other."""
    from plait.analysis.hours.capacity.capacity import capacity
    from plait.analysis.hours.drift.drift import drifts
    from plait.analysis.hours.free_days import set_aside_weeks
    from plait.analysis.series.weeks import weeks_of
    from plait.analysis.working_time.report import worktime
    from plait.reference.working_time.packs import pack

    def drift() -> Sized:
        weeks = weeks_of(portfolio)
        return drifts(portfolio, weeks, set_aside_weeks(portfolio, weeks))

    return {
        "drift": _lap(drift),
        "capacity": _lap(lambda: capacity(portfolio, weeks_of(portfolio)).weeks),
        "working time": _lap(
            lambda: worktime(portfolio, pack(RULES), since=FIRST).verdicts
        ),
    }


def _lap(answer: Callable[[], Sized]) -> Lap:
    began = time.perf_counter()
    n_answers = len(answer())
    return time.perf_counter() - began, n_answers


if __name__ == "__main__":
    main()
