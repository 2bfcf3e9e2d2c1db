"""Ranges of the income ahead on made-up lives, beside naive ones.

    .venv/bin/python -m studies.forecast.study          # 100 lives a kind: minutes
    .venv/bin/python -m studies.forecast.study 1000     # in full

At nine months of each life, three apart, the next six and twelve months are forecast
from what was known then. The table stands in docs/explanation/method-forecast.md.
"""

import sys
from typing import NamedTuple

import numpy as np

from plait.analysis.income.forecast import HORIZONS, ahead
from plait.analysis.income.forecast.running import RoleMonths, as_running
from studies.forecast.lives import KINDS, LATER, MONTHS, SECOND, Floats, Kind, Life

ORIGINS = range(24, MONTHS - 13, 3)
_SEED = 80_000
_DRAWN = 400
_YEAR = 12
# The target of a cell, and of all of them.
CELL, POOLED = (0.73, 0.87), (0.78, 0.82)
MOST_OFF = 1.05


class Cell(NamedTuple):
    """A kind and horizon: what was held, the interval score and the mean error.

    `score` and `naive_score` are of 80 % ranges (the width, and ten times what lies
    outside), the naive one of a bootstrap of last year's months; `naive_off` is the
    better of last year's months and of its mean.
    """

    kind: str
    months: int
    held: float
    naive_held: float
    score: float
    naive_score: float
    off: float
    naive_off: float


def cells(kind: str, make: Kind, n_lives: int, *, seed: int = _SEED) -> list[Cell]:
    """Return the cells of a kind, over so many lives."""
    lives = [make(np.random.default_rng([seed, n])) for n in range(n_lives)]
    totals = np.stack([sum(role.months for role in life) for life in lives])
    rng = np.random.default_rng(seed)
    found: dict[int, list[list[float]]] = {horizon: [] for horizon in HORIZONS}
    for month in ORIGINS:
        known = np.stack([as_running(known_at(life, month), month) for life in lives])
        for one in ahead(known, totals[:, :month]):
            row = _judged(
                totals, month, one.months, (one.low, one.middle, one.high), rng
            )
            found[one.months].append(row)
    means = {months: np.mean(rows, axis=0).tolist() for months, rows in found.items()}
    return [Cell(kind, months, *row) for months, row in means.items()]


def known_at(life: Life, month: int) -> list[RoleMonths]:
    """Return the roles of a life as they are known in a month."""
    return [
        RoleMonths(
            net=role.months[:month],
            begin=role.begin,
            is_over=role.end is not None and role.end <= month,
            is_job=role.is_job,
        )
        for role in life
        if role.begin < month
    ]


def _judged(
    totals: Floats,
    month: int,
    horizon: int,
    of: tuple[Floats, Floats, Floats],
    rng: np.random.Generator,
) -> list[float]:
    low, middle, high = of
    came = totals[:, month + 1 : month + 1 + horizon].sum(axis=1)
    before = min(month + 1 - _YEAR, month - horizon)
    year = totals[:, month - _YEAR : month]
    naive = [
        totals[:, before : before + horizon].sum(axis=1),
        year.mean(axis=1) * horizon,
    ]
    drawn = year[:, rng.integers(0, _YEAR, (_DRAWN, horizon))].sum(axis=2)
    naive_low, naive_high = np.quantile(drawn, (0.1, 0.9), axis=1)
    return [
        float(((low <= came) & (came <= high)).mean()),
        float(((naive_low <= came) & (came <= naive_high)).mean()),
        _score(low, high, came),
        _score(naive_low, naive_high, came),
        float(abs(middle - came).mean()),
        min(float(abs(one - came).mean()) for one in naive),
    ]


def _score(low: Floats, high: Floats, came: Floats) -> float:
    """Return the mean interval score of 80 % ranges (Gneiting and Raftery 2007)."""
    outside = np.maximum(low - came, 0) + np.maximum(came - high, 0)
    return float((high - low + 10 * outside).mean())


def main() -> None:
    """Print the table, then which targets were met."""
    n_lives = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("| kind | months | held | bootstrap held | score | off |")  # noqa: T201
    print("|---|---|---|---|---|---|")  # noqa: T201
    groups = {"the twelve": KINDS, "the second three": SECOND, "the last": LATER}
    for name, kinds in groups.items():
        found: list[Cell] = []
        for kind, make in kinds.items():
            found += cells(kind, make, n_lives)
            for one in found[-2:]:
                print(  # noqa: T201
                    f"| {kind} | {one.months} | {one.held:.0%} | {one.naive_held:.0%}"
                    f" | {one.score / one.naive_score:.2f}"
                    f" | {one.off / one.naive_off:.2f} |",
                    flush=True,
                )
        print(f"\n{name}: {summary(found)}\n")  # noqa: T201


def summary(found: list[Cell]) -> str:
    """Return which targets the cells meet."""
    held = float(np.mean([one.held for one in found]))
    inside = sum(CELL[0] <= one.held <= CELL[1] for one in found)
    narrower = sum(one.score < one.naive_score for one in found)
    near = sum(one.off <= MOST_OFF * one.naive_off for one in found)
    return (
        f"{held:.1%} held; {inside} of {len(found)} cells from {CELL[0]:.0%} to"
        f" {CELL[1]:.0%}; score below the bootstrap in {narrower}; off at most"
        f" {MOST_OFF} times the best naive one in {near}"
    )


if __name__ == "__main__":
    main()
