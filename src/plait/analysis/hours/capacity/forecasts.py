"""Ways to forecast the hours of weeks ahead; a back-test chooses among them.

Three are naive: what was agreed, the mean of the last eight weeks, and the same week
a year before. The others begin with each role's recent level beside what is agreed
and what the calendar holds, and then add a drift, the rhythm of the month, or the
departures of the year before. All know of days off and of roles and terms that end.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.domain.columns import Ints

_YEAR = 52
_RECENT = 8
# Chosen, as the weights below, while looking at the sample, whose figures it flatters.
_LEVEL = 13
# With fewer full weeks of a role than these, what was agreed counts for the rest.
_WEEKS_NEEDED = 8
_SLOPE, _SLOPE_NEEDS = 26, 13
# Half of a straight line: few roles go on growing as they did.
_DAMPING = 0.5
# A phase of the month is believed as if four weeks had shown none of it.
_DOUBT = 4
_N_PHASES = 5
# How much of the departures of last year's same week is expected again, and how much
# of the rhythm of the month beside it; most years repeat themselves in part.
_AGAIN, _RHYTHM_BESIDE = 0.7, 0.5


class Method(StrEnum):
    """How the weeks ahead are forecast."""

    AGREED = "agreed hours"
    RECENT = "mean of the last 8 weeks"
    LAST_YEAR = "the same week last year"
    LEVEL = "recent level"
    DRIFT = "recent level and drift"
    MONTH = "recent level and rhythm of the month"
    YEAR = "recent level, rhythm of the month and last year"


METHODS = tuple(Method)
NAIVE = (Method.AGREED, Method.RECENT, Method.LAST_YEAR)


@dataclass(frozen=True, eq=False)
class Horizon:
    """From which weeks to which, as indices into the known weeks.

    `origins` are the last weeks known, `weeks` (origins x weeks ahead) those to forecast.
    """

    origins: Ints
    weeks: Ints


def forecasts(known: KnownWeeks, horizon: Horizon) -> Floats:
    """Return hours: methods x origins x weeks ahead x columns.

    NaN where a method has nothing to go by. Only what lies before an origin is used,
    and of what lies after it the agreements, days off and series of events.
    """
    residuals = _Residuals(known)
    level = residuals.level(horizon)
    ahead = residuals.known_ahead(horizon)
    rhythm = residuals.rhythm(horizon)
    plain = ahead + level[:, None]
    found = [
        np.nan_to_num(known.agreed)[horizon.weeks],
        np.repeat(_recent(known, horizon.origins)[:, None], horizon.weeks.shape[1], 1),
        _last_year(known, horizon.weeks),
        plain,
        plain + residuals.drift(horizon),
        plain + rhythm,
        plain + _RHYTHM_BESIDE * rhythm + residuals.last_year(horizon),
    ]
    share = (known.foreseen * known.runs)[horizon.weeks]
    return _within_reason(np.stack(found)) * share


def _recent(known: KnownWeeks, origins: Ints) -> Floats:
    n_weeks = np.minimum(origins + 1, _RECENT)[:, None]
    return _window(known.given, origins, _RECENT) / n_weeks


def _last_year(known: KnownWeeks, weeks: Ints) -> Floats:
    before = weeks - _YEAR
    is_known = (before >= 0)[..., None]
    return np.where(is_known, known.given[np.maximum(before, 0)], np.nan)


def _within_reason(hours: Floats) -> Floats:
    """Return hours that are not below nothing; shared ones not above it."""
    hours[..., :-1] = np.maximum(hours[..., :-1], 0)
    # The last column takes off hours that serve two roles, so it is never above 0.
    hours[..., -1] = np.minimum(hours[..., -1], 0)
    return hours


class _Residuals:
    """Hours beside those agreed and those of series, in weeks as if none were free."""

    def __init__(self, known: KnownWeeks) -> None:
        n = known.n_past
        self.known = known
        week = np.arange(n)[:, None]
        # A week away that nobody entered would pull the level down as if it were work.
        there = known.there[:n] * known.is_usual[:, None]
        is_known = (week >= known.first) & (known.first >= 0) & (week < known.known)
        self.there = there * is_known
        agreed = np.nan_to_num(known.agreed[:n])
        self.sums = known.given * (self.there > 0)
        self.sums -= self.there * (agreed + known.events.series[:n])

    def level(self, horizon: Horizon) -> Floats:
        """Return the recent mean: origins x columns.

        A role of few weeks counts as giving what was agreed in the weeks it lacks.
        """
        n_weeks = _window(self.there, horizon.origins, _LEVEL)
        sums = _window(self.sums, horizon.origins, _LEVEL)
        agreed = self.known.agreed[horizon.origins]
        # Sums are of hours beside the agreed ones, so a week kept to the terms adds 0.
        doubt = np.where(np.isnan(agreed), 0, np.maximum(_WEEKS_NEEDED - n_weeks, 0))
        return _ratio(sums, n_weeks + doubt)

    def known_ahead(self, horizon: Horizon) -> Floats:
        """Return hours agreed and in series: origins x weeks ahead x columns.

        Without hours agreed ahead those of the origin go on.
        """
        before = np.nan_to_num(self.known.agreed)[horizon.origins][:, None]
        agreed = self.known.agreed[horizon.weeks]
        agreed = np.where(np.isnan(agreed), before, agreed)
        return agreed + self.known.events.series[horizon.weeks]

    def drift(self, horizon: Horizon) -> Floats:
        """Return what a damped straight line adds to the level."""
        week = np.arange(len(self.there))[:, None]
        n, t, tt, y, ty = (
            _window(one, horizon.origins, _SLOPE)
            for one in (
                self.there,
                self.there * week,
                self.there * week**2,
                self.sums,
                self.sums * week,
            )
        )
        slope = np.where(n >= _SLOPE_NEEDS, _ratio(n * ty - t * y, n * tt - t * t), 0)
        # The level is that of the middle of its 13 weeks: growth counts from there.
        middle = horizon.origins[:, None] - (_LEVEL - 1) / 2
        return _DAMPING * slope[:, None] * (horizon.weeks - middle)[..., None]

    def rhythm(self, horizon: Horizon) -> Floats:
        """Return by how much the same week of the month departs from the year."""
        phases = np.arange(_N_PHASES)
        is_phase = self.known.phase[: len(self.there), None] == phases
        n = _window(is_phase[..., None] * self.there[:, None], horizon.origins, _YEAR)
        sums = _window(is_phase[..., None] * self.sums[:, None], horizon.origins, _YEAR)
        departs = (sums - n * self._year(horizon)[:, None]) / (n + _DOUBT)
        origin = np.arange(len(horizon.origins))[:, None]
        return departs[origin, self.known.phase[horizon.weeks]]

    def last_year(self, horizon: Horizon) -> Floats:
        """Return by how much the week a year before departed from the year since."""
        before = horizon.weeks - _YEAR
        is_known = (before[..., None] >= self.known.first) & (before >= 0)[..., None]
        before = np.maximum(before, 0)
        # Weeks away that nobody entered count whole: they may well come again.
        there = self.known.there[: len(self.there)]
        agreed = np.nan_to_num(self.known.agreed[: len(self.there)])
        whole = _ratio(self.known.given, np.maximum(there, 0.5))
        beside = np.where(
            there >= 0.5,
            whole - agreed - self.known.events.series[: len(there)],
            np.nan,
        )
        departs = beside[before] - self._year(horizon)[:, None]
        again = np.where(self.known.is_usual[before], _AGAIN, 1.0)[..., None]
        return np.where(is_known & ~np.isnan(departs), again * departs, 0)

    def _year(self, horizon: Horizon) -> Floats:
        sums = _window(self.sums, horizon.origins, _YEAR)
        return _ratio(sums, _window(self.there, horizon.origins, _YEAR))


def _ratio(above: Floats, below: Floats) -> Floats:
    found: Floats = np.divide(
        above, below, out=np.zeros(np.broadcast(above, below).shape), where=below > 0
    )
    return found


def _window(values: Floats, origins: Ints, n_weeks: int) -> Floats:
    """Return the sums over the last `n_weeks` up to and including each origin."""
    none = np.zeros((1, *values.shape[1:]))
    sums = np.concatenate([none, values.cumsum(axis=0)])
    found: Floats = sums[origins + 1] - sums[np.maximum(origins + 1 - n_weeks, 0)]
    return found
