"""Made-up lives of which it is known whether and when a role began to take more.

Four years of weeks in shares of the agreed hours. Every life takes, over the years, what
was agreed; the weeks vary by a fifth and resemble their neighbours by a fifth. Half of
the lives take a quarter more from a week between two years and nine months and three
years and five months on.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Bools, Days

N_WEEKS = 208
FIRST_JUDGED = 104
MONDAYS: Days = np.datetime64("2022-12-05", "D") + 7 * np.arange(N_WEEKS)
_THURSDAYS = MONDAYS + np.timedelta64(3, "D")
_MONTHS = _THURSDAYS.astype("datetime64[M]")
_QUARTERS = (_MONTHS.astype(np.int64) // 3 * 3).astype("datetime64[M]")
WEEK = np.arange(N_WEEKS) % 52
_MONTH = _MONTHS.astype(np.int64) % 12
OF_MONTH = ((_THURSDAYS - _MONTHS.astype("datetime64[D]")).astype(np.int64)) // 7
OF_QUARTER = ((_THURSDAYS - _QUARTERS.astype("datetime64[D]")).astype(np.int64)) // 7
_SPREAD, _ALIKE = 0.2, 0.2


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of life: its shape over the weeks, and how its hours were agreed.

    With `has_leave` the weeks without any hours are entered as leave and the agreed
    hours are those of a working week. `months` is how many months were agreed at a
    time, 0 for a week.
    """

    name: str
    shape: Callable[[np.random.Generator], Floats]
    months: int = 0
    has_leave: bool = False
    spread: float = _SPREAD


@dataclass(frozen=True, eq=False, slots=True)
class Life:
    """Shares of the agreed hours, and the week a drift began in, None without one."""

    shares: Floats
    set_aside: Bools
    begins: int | None
    months: int


def _even(_: np.random.Generator) -> Floats:
    return np.ones(N_WEEKS)


def _teacher(_: np.random.Generator) -> Floats:
    off = np.isin(WEEK, [3, 4, 12, 21, 22, *range(34, 40), 46])
    busy = np.isin(WEEK, [6, 7, 8, 28, 29, 30])
    return np.where(off, 0.0, np.where(busy, 1.35, 1.0))


def _quarter_ends(_: np.random.Generator) -> Floats:
    return np.where(np.isin(OF_QUARTER, [0, 1, 2, 12]), 1.9, 0.62)


def _events(_: np.random.Generator) -> Floats:
    return np.where((_MONTH >= 4) & (_MONTH <= 8), 1.65, 0.55)


def _board(rng: np.random.Generator) -> Floats:
    papers = np.where(rng.random(N_WEEKS) < 0.3, 0.8, 0.25)
    return np.where(OF_MONTH == 0, 3.2, papers)


def _year_end(_: np.random.Generator) -> Floats:
    return np.where(_MONTH <= 2, 2.2, np.where(_MONTH == 6, 0.2, 0.75))


def _closing(_: np.random.Generator) -> Floats:
    last = np.append(_MONTHS[1:] != _MONTHS[:-1], False)
    return np.where(last, 2.2, 0.65)


def _projects(rng: np.random.Generator) -> Floats:
    """Return blocks of four to nine weeks, busy and calm in turn."""
    blocks = [np.full(rng.integers(4, 10), 1.35 if i % 2 else 0.65) for i in range(60)]
    return np.concatenate(blocks)[:N_WEEKS]


def _wave(rng: np.random.Generator) -> Floats:
    return 1 + 0.3 * np.sin(2 * np.pi * (WEEK / 52 + rng.random()))


SORTS = (
    Sort("even weeks, by the week", _even),
    Sort("school terms, by the year", _teacher, 12),
    Sort("school terms, leave entered", _teacher, 0, has_leave=True),
    Sort("school terms, by the week", _teacher),
    Sort("quarter ends, by the week", _quarter_ends),
    Sort("quarter ends, by the month", _quarter_ends, 1),
    Sort("quarter ends, by the quarter", _quarter_ends, 3),
    Sort("event season, by the week", _events),
    Sort("event season, by the month", _events, 1),
    Sort("event season, by the year", _events, 12),
    Sort("board, by the month", _board, 1),
)
# Made after the method was fixed.
LATER = (
    Sort("year end and summer rest", _year_end),
    Sort("month's closing", _closing),
    Sort("projects without a rhythm", _projects),
    Sort("a wave over the year", _wave),
    Sort("very even weeks", _even, spread=0.08),
    Sort("lively weeks", _even, spread=0.4),
)


def lives(
    sort: Sort, n: int, seed: int, *, step: float = 0.25, slope: float = 0.0
) -> tuple[Life, ...]:
    """Return `n` lives without a drift and `n` with one."""
    rng = np.random.default_rng([seed, *sort.name.encode()])
    return tuple(_life(rng, sort, step, slope, drifts=i >= n) for i in range(2 * n))


def _life(
    rng: np.random.Generator, sort: Sort, step: float, slope: float, *, drifts: bool
) -> Life:
    shape = sort.shape(rng)
    away = (shape == 0) & sort.has_leave
    mean = shape[shape > 0].mean() if sort.has_leave else shape[52:].mean()
    shares = shape / mean * np.exp(_noise(rng, sort.spread) - sort.spread**2 / 2)
    begins = int(rng.integers(N_WEEKS - 60, N_WEEKS - 30)) if drifts else None
    if begins is not None:
        since = np.arange(N_WEEKS - begins)
        shares[begins:] *= 1 + step + slope * since
    return Life(shares, away, begins, sort.months)


def _noise(rng: np.random.Generator, spread: float) -> Floats:
    fresh = rng.normal(0, spread, N_WEEKS)
    noise = np.empty(N_WEEKS)
    noise[0] = fresh[0]
    for week in range(1, N_WEEKS):
        part = np.sqrt(1 - _ALIKE**2) * fresh[week]
        noise[week] = _ALIKE * noise[week - 1] + part
    return noise


def starting(seed: int, n: int, n_weeks: int, begins: int | None) -> list[Life]:
    """Return even lives of few weeks, to see what is known without a past."""
    rng = np.random.default_rng([seed, n_weeks])
    made = []
    for _ in range(n):
        shares = np.exp(_noise(rng, _SPREAD)[:n_weeks] - _SPREAD**2 / 2)
        if begins is not None:
            shares[begins:] *= 1.25
        made.append(Life(shares, np.zeros(n_weeks, dtype=bool), begins, 0))
    return made
