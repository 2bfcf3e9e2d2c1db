"""What share of the agreed hours a week is expected to take, from the role's own past.

Four calendars forecast each week from the weeks before it: none (every week alike), the
same weeks of up to three earlier years, the same week of the month, and the same week
of the quarter. Each is believed as far as it has forecast the role's own weeks of the
last two years better than the others did (weights exp(-loss / 0.3), loss the squared
error of the root of the share). Every calendar says how a week stands to the average
week, so a year in which a role already took too much does not make that usual.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.domain.columns import Bools, Days, Ints

YEAR = 52
_YEARS = 3
# Weeks up to eight away speak for a week, where they look like it.
_REACH = 8
_ALIKE = 0.3
# Weeks near one another stray together, so eight of them tell as much as one alone.
_WEIGHT_OF_A_WEEK = 1 / 8
_LEAST_WEEKS = 20
_REMEMBERED = 156
_DOUBT = 0.3
_JUDGED_WEEKS, _TEMPERATURE, _MOST_LOSS = 104, 0.3, 0.25
_LEVEL_PRIOR = 8
_LEAST_SHARE = 0.5
_KNOWN = 1e6
_THURSDAY = np.timedelta64(3, "D")


@dataclass(frozen=True, eq=False, slots=True)
class Expected:
    """What each week's share was expected to be; arrays are calendars x weeks.

    `shares` are NaN where a calendar has nothing to go by, `n` is how many weeks stand
    behind each, `weights` how far each is believed (they add up to 1 in every week).
    """

    shares: Floats
    n: Floats
    weights: Floats

    @property
    def share(self) -> Floats:
        """The blended share of each week."""
        return self.blended(np.where(np.isnan(self.shares), 1.0, self.shares))

    @property
    def doubt(self) -> Floats:
        """The variance of the forecast itself, as a part of a week's variance."""
        return self.blended(1 / np.maximum(self.n, 1))

    @property
    def knows_year(self) -> Bools:
        """In which weeks an earlier year could be looked at."""
        known: Bools = ~np.isnan(self.shares[1])
        return known

    def blended(self, values: Floats) -> Floats:
        """Return values of each calendar (calendars x weeks) as one for each week."""
        found: Floats = (self.weights * values).sum(axis=0)
        return found


def expected(shares: Floats, is_kept: Bools, mondays: Days | None) -> Expected:
    """Return what was expected of each week, from the weeks before it alone.

    `shares` are hours over the agreed ones. Weeks that are not kept (set aside) teach
    nothing. Without `mondays` there are neither months nor quarters.
    """
    found = [(np.ones(len(shares)), np.full(len(shares), _KNOWN))]
    found.append(_of_years(shares, is_kept))
    found += [_of_phase(shares, is_kept, phase) for phase in _phases(mondays)]
    forecasts, n = (np.stack(one) for one in zip(*found, strict=True))
    return Expected(forecasts, n, _weights(shares, is_kept, forecasts))


def _of_years(shares: Floats, is_kept: Bools) -> tuple[Floats, Floats]:
    """Return the mean of the same weeks of earlier years, over those years' own level.

    Its neighbours count as far as they look like it: a season is smooth where it can
    be and has edges where it must.
    """
    n_weeks = len(shares)
    means, counts = _year_windows(shares, is_kept)
    centre, n_centre = means[:, _REACH, None], counts[:, _REACH, None]
    size = np.maximum(0.5 * (means + centre), _LEAST_SHARE)
    noise = (_ALIKE * size) ** 2
    noise *= 1 / np.maximum(counts, 1) + 1 / np.maximum(n_centre, 1)
    weight = np.exp(-0.5 * (means - centre) ** 2 / noise) * counts
    total = weight.sum(axis=1)
    mean = (weight * means).sum(axis=1) / np.maximum(total, 1e-9)
    is_known = (counts[:, _REACH] > 0) & (np.arange(n_weeks) >= YEAR)
    return np.where(is_known, mean, np.nan), total * _WEIGHT_OF_A_WEEK


def _year_windows(shares: Floats, is_kept: Bools) -> tuple[Floats, Floats]:
    """Return mean and number of the weeks around the same one in earlier years.

    Weeks x places from `_REACH` before to `_REACH` after; each week over the mean of
    the 52 weeks around the middle.
    """
    week, place = np.arange(len(shares)), np.arange(-_REACH, _REACH + 1)
    sums = np.zeros((len(shares), len(place)))
    counts = np.zeros_like(sums)
    for year in range(1, _YEARS + 1):
        middle = week - YEAR * year
        level = _level_around(shares, is_kept, middle)
        at = middle[:, None] + place
        is_there = (at >= 0) & (at < week[:, None]) & (middle >= 0)[:, None]
        at = np.clip(at, 0, None).clip(max=len(shares) - 1)
        count = is_there & is_kept[at] & (level > 0)[:, None]
        sums += count * shares[at] / np.where(level > 0, level, 1)[:, None]
        counts += count
    return sums / np.maximum(counts, 1), counts


def _level_around(shares: Floats, is_kept: Bools, middle: Ints) -> Floats:
    """Return the mean of the year around each middle, 0 where too little is known."""
    week = np.arange(len(shares))
    first = np.clip(middle - YEAR // 2, 0, None)
    last = np.minimum(first + YEAR, week)
    first = np.minimum(first, last)
    sums, n = _cumulated(shares * is_kept), _cumulated(is_kept.astype(np.float64))
    kept = n[last] - n[first]
    mean = (sums[last] - sums[first]) / np.maximum(kept, 1)
    return np.where(kept >= _LEAST_WEEKS, mean, 0.0)


def _of_phase(shares: Floats, is_kept: Bools, phase: Ints) -> tuple[Floats, Floats]:
    """Return the mean of the same phase over the mean of all, of the last three years."""
    is_phase = phase == np.arange(int(phase.max(initial=0)) + 1)[:, None]
    counts = _lately(is_phase * is_kept)
    means = _lately(is_phase * (shares * is_kept)) / np.maximum(counts, 1)
    usual = is_phase.mean(axis=1)[:, None] * (counts > 0)
    level = (usual * means).sum(axis=0) / np.maximum(usual.sum(axis=0), 1e-9)
    own = (phase, np.arange(len(shares)))
    n = counts[own]
    is_known = (n >= 2) & (level > 0)
    mean = means[own] / np.where(level > 0, level, 1)
    mean = (mean * n + _DOUBT) / (n + _DOUBT)
    return np.where(is_known, mean, np.nan), n


def _phases(mondays: Days | None) -> list[Ints]:
    """Return the week of the month and of the quarter, by the Thursday of each week."""
    if mondays is None or not len(mondays):
        return []
    days = mondays + _THURSDAY
    months = days.astype("datetime64[M]")
    quarters = (months.astype(np.int64) // 3 * 3).astype("datetime64[M]")
    return [
        (days - first.astype("datetime64[D]")).astype(np.int64) // 7
        for first in (months, quarters)
    ]


def _weights(shares: Floats, is_kept: Bools, forecasts: Floats) -> Floats:
    """Return how far each calendar is believed, by its losses so far."""
    kept = is_kept.astype(np.float64)
    sums, n = _lately(shares * kept, YEAR), _lately(kept, YEAR)
    level = (sums + _LEVEL_PRIOR) / (n + _LEVEL_PRIOR)
    root = np.sqrt(np.maximum(np.where(np.isnan(forecasts), 1.0, forecasts), 0))
    loss = np.minimum((np.sqrt(np.maximum(shares, 0) / level) - root) ** 2, _MOST_LOSS)
    total = np.where(np.isnan(forecasts), np.inf, _lately(loss * kept, _JUDGED_WEEKS))
    weights = np.exp(-(total - total.min(axis=0)) / _TEMPERATURE)
    found: Floats = weights / weights.sum(axis=0)
    return found


def _lately(values: Floats, n_weeks: int = _REMEMBERED) -> Floats:
    """Return the sum over the last weeks before each, along the last axis."""
    sums = _cumulated(values)
    week = np.arange(values.shape[-1])
    found: Floats = sums[..., week] - sums[..., np.maximum(week - n_weeks, 0)]
    return found


def _cumulated(values: Floats) -> Floats:
    start = np.zeros((*values.shape[:-1], 1))
    return np.concatenate([start, np.cumsum(values, axis=-1)], axis=-1)
