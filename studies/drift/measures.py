"""What is measured: false alarms, delays, drifts missed, and how wrong the size is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from studies.drift.methods import LATER, Method
from studies.drift.series import Drifts, Series, Usual, series

SEED = 20261120
NO_DRIFT = Drifts("none")


@lru_cache(maxsize=256)
def many(
    usual: Usual, n_weeks: int, drift: Drifts, begins: int, n_series: int
) -> tuple[Series, ...]:
    """Return the same series for every method, whatever was asked before."""
    told = f"{usual.name} {n_weeks} {drift.name} {begins}"
    rng = np.random.default_rng([SEED, *told.encode()])
    return tuple(series(rng, usual, n_weeks, drift, begins) for _ in range(n_series))


@dataclass(frozen=True, slots=True)
class Alarms:
    """Of series without drift: weeks watched until the first alarm, and the alarms."""

    n_weeks: int
    n_alarms: int
    n_series: int

    @property
    def a_year(self) -> float:
        """False alarms a year of watching."""
        return 52 * self.n_alarms / self.n_weeks

    @property
    def share(self) -> float:
        """Share of the series with a false alarm in them."""
        return self.n_alarms / self.n_series


def false_alarms(
    method: Method, made: Sequence[Series], setting: float | None = None
) -> Alarms:
    """Count the alarms in series that have no drift."""
    setting = method.setting if setting is None else setting
    found = [(method.says(one, setting).alarm, len(one.hours)) for one in made]
    weeks = sum(n if alarm is None else alarm + 1 for alarm, n in found)
    return Alarms(weeks, sum(alarm is not None for alarm, _ in found), len(found))


@dataclass(frozen=True, slots=True)
class Seen:
    """Of series with a drift and no alarm before it.

    `delay` is the mean of the weeks from its first one to the alarm, that week counted
    in, over those that were seen; `missed` the share that never was.
    """

    n_series: int
    delay: float
    missed: float


def seen(method: Method, made: Sequence[Series], setting: float | None = None) -> Seen:
    """Return how soon and how well drifts are seen."""
    setting = method.setting if setting is None else setting
    alarms = [(one.begins, method.says(one, setting).alarm) for one in made]
    told = [(begins, alarm) for begins, alarm in alarms if not _is_early(begins, alarm)]
    delays = [alarm - begins + 1 for begins, alarm in told if alarm is not None]
    delay = float(np.mean(delays)) if delays else float("nan")
    return Seen(len(told), delay, 1 - len(delays) / max(1, len(told)))


def _is_early(begins: int, alarm: int | None) -> bool:
    return alarm is not None and alarm < begins


@dataclass(frozen=True, slots=True)
class Sized:
    """How wrong the size and the beginning of a drift are that a method tells.

    `bias` and `error` are the mean and the mean absolute difference from the truth, in
    hours a week, at the alarm; `bias_later` and `error_later` eight weeks on. `onset` is
    the mean absolute error of the first week, `held` how often an 80 % range held, None
    where there is none.
    """

    bias: float
    error: float
    bias_later: float
    error_later: float
    onset: float
    held: float | None


def sized(method: Method, made: Sequence[Series]) -> Sized:
    """Return how wrong a method is on drifts of one size that it saw in time."""
    now, later, onset, held = [], [], [], []
    for one in made:
        said = method.says(one, method.setting)
        if said.alarm is None or said.alarm < one.begins:
            continue
        truth = one.beyond[said.alarm]
        now.append(said.over - truth)
        onset.append(abs(said.since - one.begins))
        if said.low is not None and said.high is not None:
            held.append(said.low <= truth <= said.high)
        if said.alarm + LATER < len(one.hours):
            later.append(method.later(one, said) - one.beyond[said.alarm + LATER])
    return Sized(
        *_mean_and_error(now),
        *_mean_and_error(later),
        float(np.mean(onset)),
        float(np.mean(held)) if held else None,
    )


def _mean_and_error(wrong: Sequence[float]) -> tuple[float, float]:
    return float(np.mean(wrong)), float(np.mean(np.abs(wrong)))


def calibrated(method: Method, made: Sequence[Series], a_year: float) -> float:
    """Return the setting at which the method raises so many false alarms a year."""
    low, high = method.bounds
    for _ in range(14):
        middle = (low + high) / 2
        if false_alarms(method, made, middle).a_year > a_year:
            low = middle
        else:
            high = middle
    return high
