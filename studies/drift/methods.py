"""The contestants: what each says of a series, at a setting that makes it stricter."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import TOLERANCE
from plait.analysis.hours.drift.cusum import chart
from plait.analysis.hours.drift.run_length import threshold_for
from studies.drift import rivals
from studies.drift.run_lengths import ewma
from studies.drift.series import AGREED, Series

TWO_YEARS = 104
LATER = 8
_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Said:
    """The week of the first alarm, None where there is none, and hours over by then.

    `since` is the first week over; `low` and `high` are an 80 % range of the hours.
    """

    alarm: int | None
    over: float = 0.0
    since: int = 0
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A way to watch, its setting as promised or usual, and bounds to calibrate in.

    `later` is the size that it tells eight weeks after the alarm.
    """

    name: str
    says: Callable[[Series, float], Said]
    later: Callable[[Series, Said], float]
    setting: float
    bounds: tuple[float, float]


def _learned(series: Series, setting: float) -> Said:
    found = chart(series.hours, AGREED, threshold=setting, set_aside=series.set_aside)
    if not found.episodes:
        return Said(None)
    first = found.episodes[0]
    known = first.alarm + 1
    then = chart(
        series.hours[:known],
        AGREED,
        threshold=setting,
        set_aside=series.set_aside[:known],
    )
    size = then.size(then.episodes[0])
    return Said(first.alarm, size.over, first.since, size.low, size.high)


def _mean_since(series: Series, said: Said) -> float:
    """Return the mean since the drift was said to begin."""
    weeks = np.arange(len(series.hours))
    last = (said.alarm or 0) + LATER
    told = (weeks >= said.since) & (weeks <= last) & ~series.set_aside
    return float(series.hours[told].mean()) - AGREED


def _plug_in(series: Series, setting: float) -> Said:
    kept = np.flatnonzero(~series.set_aside)
    alarm = rivals.plug_in(series.hours[kept], AGREED, threshold=setting)
    return _of_four(series.hours[kept], alarm, kept)


def _ewma(series: Series, setting: float) -> Said:
    kept = np.flatnonzero(~series.set_aside)
    hours = series.hours[kept]
    alarm = rivals.ewma_alarm(hours, AGREED, weight=_WEIGHT, limit=setting)
    return _of_four(hours, alarm, kept)


def _naive(series: Series, setting: float) -> Said:
    """Say what the rule says as it is: it knows nothing of leave."""
    alarm = rivals.naive(series.hours, AGREED, margin=setting)
    return _of_four(series.hours, alarm, np.arange(len(series.hours)))


def _of_four(hours: Floats, alarm: int | None, weeks: np.ndarray) -> Said:
    """Say the mean of the last four weeks, for methods that tell no size of their own."""
    if alarm is None:
        return Said(None)
    over = float(hours[alarm - 3 : alarm + 1].mean()) - AGREED
    return Said(int(weeks[alarm]), over, int(weeks[alarm - 3]))


def _last_four(series: Series, said: Said) -> float:
    last = (said.alarm or 0) + LATER
    return float(series.hours[last - 3 : last + 1].mean()) - AGREED


def _limit() -> float:
    """Return the EWMA's limit for one false alarm upwards in two years.

    Between two limits there are then two, one upwards and one downwards.
    """
    low, high = 0.5, 4.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        is_short = ewma(_WEIGHT, middle) < TWO_YEARS / 2
        low, high = (middle, high) if is_short else (low, middle)
    return low


_THRESHOLD = threshold_for(TWO_YEARS)
SHIPPED = Method("CUSUM, learned", _learned, _mean_since, _THRESHOLD, (0.3, 20))
PLUG_IN = Method("CUSUM, first 8 weeks", _plug_in, _last_four, _THRESHOLD, (0.3, 40))
EWMA = Method("EWMA, first 8 weeks", _ewma, _last_four, _limit(), (0.3, 20))
NAIVE = Method("naive rule", _naive, _last_four, TOLERANCE, (0.0, 3.0))
METHODS = (SHIPPED, PLUG_IN, EWMA, NAIVE)
