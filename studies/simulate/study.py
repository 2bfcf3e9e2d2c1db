"""How simulated incomes hold on made-up lives of seven kinds.

    .venv/bin/python -m studies.simulate.study

Each life has a job of 2,000 a month and two clients of 1,000 and 600 whose months
vary, over five years; on top of that something happens. The back-test of the book
then says how often the 80 % range held, and by how much the middle and last year's
months were off. The table stands in docs/explanation/method-simulate.md.
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from plait.analysis.income.simulation.backtest import BackTest, back_test
from plait.reference.rates import published_rates
from tests.cast import Life

Floats = NDArray[np.float64]
Happens = Callable[[np.random.Generator, Floats], Floats]

N_LIVES, MONTHS = 30, 60
_USUAL = {"Job": (2000, 0.0), "Lessons": (1000, 0.3), "Workshops": (600, 0.8)}


def _nothing(rng: np.random.Generator, income: Floats) -> Floats:  # noqa: ARG001  # one of seven alike
    return income


def _ends(rng: np.random.Generator, income: Floats) -> Floats:
    """End each stream as often as all jobs do, for five and a half months on average."""
    for stream in range(income.shape[1]):
        month = 0
        while (month := month + int(rng.geometric(0.011))) < MONTHS:
            gone = int(rng.geometric(1 / 5.5))
            income[month : month + gone, stream] = 0
            month += gone
    return income


def _ends_often(rng: np.random.Generator, income: Floats) -> Floats:
    """End the lessons every second year, for good or for half a year."""
    for month in (int(rng.integers(14, 30)), int(rng.integers(36, 54))):
        income[month : month + 6, 1] = 0
    return income


def _wanders(rng: np.random.Generator, income: Floats) -> Floats:
    """Let the level of both clients walk by a tenth a month, in logarithms."""
    steps = rng.normal(0, 0.1, (MONTHS, 2))
    income[:, 1:] *= np.exp(np.cumsum(steps, axis=0))
    return income


def _grows(rng: np.random.Generator, income: Floats) -> Floats:  # noqa: ARG001
    return income * 1.01 ** np.arange(MONTHS)[:, None]


def _has_seasons(rng: np.random.Generator, income: Floats) -> Floats:  # noqa: ARG001
    """Let clients pay half more in spring and half less in autumn."""
    income[:, 1:] *= 1 + 0.5 * np.sin(2 * np.pi * np.arange(MONTHS) / 12)[:, None]
    return income


def _adds(rng: np.random.Generator, income: Floats) -> Floats:
    """Begin the workshops only in the third or fourth year."""
    income[: int(rng.integers(24, 48)), 2] = 0
    return income


KINDS: dict[str, Happens] = {
    "nothing": _nothing,
    "streams end as often as jobs": _ends,
    "one ends every second year": _ends_often,
    "the level wanders": _wanders,
    "all of it grows by 1% a month": _grows,
    "seasons": _has_seasons,
    "one begins later": _adds,
}


def tests_of(kind: str, seed: int) -> tuple[BackTest, ...]:
    """Return how forecasts of one made-up life held."""
    rng = np.random.default_rng(seed)
    income = np.stack([_varied(rng, *usual) for usual in _USUAL.values()], axis=1)
    income = KINDS[kind](rng, income)
    life = Life()
    for place, name in enumerate(_USUAL):
        life.role(name, kind="employment" if name == "Job" else "contract")
        life.is_paid_monthly(name, income[:, place].round(2).tolist())
    return back_test(life.portfolio(), published_rates(["EUR"]), rng=rng)


def _varied(rng: np.random.Generator, monthly: float, varies: float) -> Floats:
    if not varies:
        return np.full(MONTHS, monthly)
    return monthly * rng.gamma(varies**-2, varies**2, MONTHS)


def main() -> None:
    """Print the table: by kind and horizon, how often it held and how far it was off."""
    print("| what happens | 6 months held | 12 months held | off | last year off |")  # noqa: T201
    print("|---|---|---|---|---|")  # noqa: T201
    for kind in KINDS:
        found = [tests_of(kind, seed) for seed in range(N_LIVES)]
        six, twelve = (np.mean(np.array(of), axis=0) for of in zip(*found, strict=True))
        _, _, _, held_six, *_ = six
        _, _, _, held_twelve, error, naive = twelve
        print(  # noqa: T201
            f"| {kind} | {held_six:.0%} | {held_twelve:.0%}"
            f" | {error:,.0f} | {naive:,.0f} |"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
