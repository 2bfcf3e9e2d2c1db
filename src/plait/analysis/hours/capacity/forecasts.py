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
from plait.analysis.hours.capacity.known_weeks import Grid
from plait.domain.columns import Ints

_YEAR = 52
_RECENT = 8
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
class Steps:
    """From which weeks to which, as indices into the grid.

    `origins` are the last weeks known, `weeks` (origins x weeks ahead) those asked for.
    """

    origins: Ints
    weeks: Ints


def forecasts(grid: Grid, steps: Steps) -> Floats:
    """Return hours: methods x origins x weeks ahead x columns.

    NaN where a method has nothing to go by. Only what lies before an origin is used,
    and of what lies after it the agreements, days off and series of events.
    """
    beside = _Beside(grid)
    level = beside.level(steps)
    ahead = beside.known_ahead(steps)
    rhythm = beside.rhythm(steps)
    plain = ahead + level[:, None]
    found = [
        np.nan_to_num(grid.agreed)[steps.weeks],
        np.repeat(_recent(grid, steps.origins)[:, None], steps.weeks.shape[1], 1),
        _last_year(grid, steps.weeks),
        plain,
        plain + beside.drift(steps),
        plain + rhythm,
        plain + _RHYTHM_BESIDE * rhythm + beside.last_year(steps),
    ]
    share = (grid.foreseen * grid.runs)[steps.weeks]
    return _within_reason(np.stack(found)) * share


def _recent(grid: Grid, origins: Ints) -> Floats:
    n_weeks = np.minimum(origins + 1, _RECENT)[:, None]
    return _window(grid.given, origins, _RECENT) / n_weeks


def _last_year(grid: Grid, weeks: Ints) -> Floats:
    before = weeks - _YEAR
    is_known = (before >= 0)[..., None]
    return np.where(is_known, grid.given[np.maximum(before, 0)], np.nan)


def _within_reason(hours: Floats) -> Floats:
    """Return hours that are not below nothing; shared ones not above it."""
    hours[..., :-1] = np.maximum(hours[..., :-1], 0)
    hours[..., -1] = np.minimum(hours[..., -1], 0)
    return hours


class _Beside:
    """Hours beside those agreed and those of series, in weeks as if none were free."""

    def __init__(self, grid: Grid) -> None:
        n = grid.n_past
        self.grid = grid
        week = np.arange(n)[:, None]
        there = grid.there[:n] * grid.is_usual[:, None]
        self.there = there * ((week >= grid.first) & (grid.first >= 0))
        agreed = np.nan_to_num(grid.agreed[:n])
        self.sums = grid.given * (self.there > 0)
        self.sums -= self.there * (agreed + grid.events.series[:n])

    def level(self, steps: Steps) -> Floats:
        """Return the recent mean: origins x columns.

        A role of few weeks counts as giving what was agreed in the weeks it lacks.
        """
        n_weeks = _window(self.there, steps.origins, _LEVEL)
        sums = _window(self.sums, steps.origins, _LEVEL)
        agreed = self.grid.agreed[steps.origins]
        doubt = np.where(np.isnan(agreed), 0, np.maximum(_WEEKS_NEEDED - n_weeks, 0))
        return _ratio(sums, n_weeks + doubt)

    def known_ahead(self, steps: Steps) -> Floats:
        """Return hours agreed and in series: origins x weeks ahead x columns.

        Without hours agreed ahead those of the origin go on.
        """
        before = np.nan_to_num(self.grid.agreed)[steps.origins][:, None]
        agreed = self.grid.agreed[steps.weeks]
        agreed = np.where(np.isnan(agreed), before, agreed)
        return agreed + self.grid.events.series[steps.weeks]

    def drift(self, steps: Steps) -> Floats:
        """Return what a damped straight line adds to the level."""
        week = np.arange(len(self.there))[:, None]
        n, t, tt, y, ty = (
            _window(one, steps.origins, _SLOPE)
            for one in (
                self.there,
                self.there * week,
                self.there * week**2,
                self.sums,
                self.sums * week,
            )
        )
        slope = np.where(n >= _SLOPE_NEEDS, _ratio(n * ty - t * y, n * tt - t * t), 0)
        middle = steps.origins[:, None] - (_LEVEL - 1) / 2
        return _DAMPING * slope[:, None] * (steps.weeks - middle)[..., None]

    def rhythm(self, steps: Steps) -> Floats:
        """Return by how much the same week of the month departs from the year."""
        phases = np.arange(_N_PHASES)
        is_phase = self.grid.phase[: len(self.there), None] == phases
        n = _window(is_phase[..., None] * self.there[:, None], steps.origins, _YEAR)
        sums = _window(is_phase[..., None] * self.sums[:, None], steps.origins, _YEAR)
        departs = (sums - n * self._year(steps)[:, None]) / (n + _DOUBT)
        origin = np.arange(len(steps.origins))[:, None]
        return departs[origin, self.grid.phase[steps.weeks]]

    def last_year(self, steps: Steps) -> Floats:
        """Return by how much the week a year before departed from the year since."""
        before = steps.weeks - _YEAR
        is_known = (before[..., None] >= self.grid.first) & (before >= 0)[..., None]
        before = np.maximum(before, 0)
        # Weeks away that nobody told of count whole: they may well come again.
        told = self.grid.there[: len(self.there)]
        agreed = np.nan_to_num(self.grid.agreed[: len(self.there)])
        whole = _ratio(self.grid.given, np.maximum(told, 0.5))
        beside = np.where(
            told >= 0.5, whole - agreed - self.grid.events.series[: len(told)], np.nan
        )
        departs = beside[before] - self._year(steps)[:, None]
        again = np.where(self.grid.is_usual[before], _AGAIN, 1.0)[..., None]
        return np.where(is_known & ~np.isnan(departs), again * departs, 0)

    def _year(self, steps: Steps) -> Floats:
        sums = _window(self.sums, steps.origins, _YEAR)
        return _ratio(sums, _window(self.there, steps.origins, _YEAR))


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
