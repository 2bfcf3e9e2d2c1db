"""Forecasts of the past, held against what came: which method, how sure.

At each past week the method is chosen that had erred least until then, and the range
is made of what it had erred until then; nothing that came later is used. So the
figures are those that a person would have seen, week by week.

Errors are of the hours of all roles together, because roles err together: a quiet
week is quiet in several. Those of neighbouring horizons are taken together.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.forecasts import (
    METHODS,
    NAIVE,
    Horizon,
    Method,
    forecasts,
)
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.domain.columns import Ints

LISTED_ORIGINS = 52
# Errors to learn from come from as many origins before each.
LEARNT_FROM = 52
FIRST_ORIGIN = 7
LEAST_ERRORS = 20
RANGE = 0.80
# Errors of the horizon itself and of so many on either side.
_NEIGHBOURS = 1
# A week mostly free says little of the others, and its small error would count large.
_MOSTLY_THERE = 0.5
# What the naive methods do not know is rare in the past and may be certain ahead: hours
# agreed anew, a training in the calendar. So they are shipped where they err less by
# more than a tenth.
_DOUBT_OF_NAIVE = 0.1
_IS_NAIVE = np.array([method in NAIVE for method in METHODS])
# A side of a range narrower than a quarter of an hour cannot be stretched.
_NARROW = 0.25
# Sums of hours carry rounding errors far below a second.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class BackTest:
    """How forecasts of the past would have held.

    `coverage` is the share of weeks whose hours lay in their 80 % range, also for
    each week ahead (None without any); `error` is the mean absolute error in hours a
    week of what was shipped, `errors` those of each method, had it always been used.
    """

    n_origins: int
    n_forecasts: int
    n_ranges: int
    coverage: float | None
    coverage_ahead: tuple[float | None, ...]
    error: float
    error_ahead: tuple[float | None, ...]
    errors: dict[Method, float | None]


@dataclass(frozen=True, eq=False)
class Forecast:
    """The forecast from the last week known, and the errors it can be judged by.

    `hours` is weeks ahead x columns; `errors` weeks ahead x errors, as of a week that
    is not free at all, sorted, NaN at the end; `share` is what is not free.
    """

    method: Method
    hours: Floats
    errors: Floats
    share: Floats
    test: BackTest | None


def forecast(known: KnownWeeks, lead: Ints) -> Forecast | None:
    """Forecast the weeks that lie `lead` weeks after the last; None for too few past.

    Weeks that are not over yet at an origin's end count for nothing.
    """
    last = known.n_past - 1
    start = max(FIRST_ORIGIN, last - LISTED_ORIGINS - LEARNT_FROM - int(lead[0]) + 1)
    origins = np.arange(start, last + 1)
    if not len(origins):
        return None
    horizon = Horizon(origins, origins[:, None] + lead)
    found = forecasts(known, horizon)
    trial = _Trial(known, horizon, found[..., known.is_tracked].sum(axis=-1))
    chosen = trial.choice()
    learnt = trial.learnt(chosen)
    learnt *= trial.stretch(chosen, learnt)[:, None, None]
    now = int(chosen[-1])
    return Forecast(
        method=METHODS[now],
        hours=found[now, -1],
        errors=learnt[-1],
        share=trial.share[-1],
        test=_test(trial, chosen, learnt),
    )


def quantiles(errors: Floats) -> tuple[Floats, Floats]:
    """Return the ends of the 80 % range of sorted errors, NaN where there are too few.

    Of n errors they are those in place (n + 1) / 10 from each end, so that one more
    would lie between them as often as promised. The forecast itself lies between too.
    """
    n = (~np.isnan(errors)).sum(axis=-1)
    edge = (1 - RANGE) / 2
    low = np.clip(np.floor((n + 1) * edge).astype(int) - 1, 0, None)
    high = np.clip(np.ceil((n + 1) * (1 - edge)).astype(int) - 1, 0, n - 1)
    ends = (np.take_along_axis(errors, at[..., None], -1)[..., 0] for at in (low, high))
    is_enough = n >= LEAST_ERRORS
    lowest, highest = (np.where(is_enough, end, np.nan) for end in ends)
    return np.minimum(lowest, 0), np.maximum(highest, 0)


class _Trial:
    """Forecasts of all methods from all origins: methods x origins x weeks ahead."""

    def __init__(self, known: KnownWeeks, horizon: Horizon, totals: Floats) -> None:
        past = horizon.weeks < known.n_past
        came = np.where(past, known.load[np.where(past, horizon.weeks, 0)], np.nan)
        self.lead = (horizon.weeks - horizon.origins[:, None])[0]
        self.totals = totals
        self.came = came
        self.errors = came - totals
        # As it could be foreseen: sickness is not known beforehand.
        self.share = known.foreseen[horizon.weeks, -1]
        mostly = self.share >= _MOSTLY_THERE
        shares = np.where(mostly, np.maximum(self.share, _MOSTLY_THERE), np.nan)
        self.whole_errors = self.errors / shares

    def choice(self) -> Ints:
        """Return the method of each origin: of least error in what it knew by then."""
        sizes = np.abs(self.errors)
        sums = self._known_by_origin(np.nan_to_num(sizes))
        n = self._known_by_origin((~np.isnan(sizes)).astype(float))
        means = np.where(
            (n > 0) & (2 * n >= n.max(axis=0)), sums / np.maximum(n, 1), np.inf
        )
        doubted = means * (1 + _DOUBT_OF_NAIVE) + _ROUNDING
        means = np.where(_IS_NAIVE[:, None], doubted, means)
        none_yet = ~np.isfinite(means).any(axis=0)
        usual = METHODS.index(Method.LEVEL)
        return np.where(none_yet, usual, means.argmin(axis=0))

    def learnt(self, chosen: Ints) -> Floats:
        """Return the errors each origin knew of its method, sorted: origins x ahead x n."""
        n_origins, n_ahead = self.came.shape
        ahead = np.arange(n_ahead)[:, None]
        near = ahead + np.arange(-_NEIGHBOURS, _NEIGHBOURS + 1)
        is_there = (near >= 0) & (near < n_ahead)
        near = np.clip(near, 0, n_ahead - 1)[..., None]
        origin = np.arange(n_origins)[:, None, None, None]
        # Nothing that came later is used: an error is known once its week is over.
        back = origin - self.lead[near] - np.arange(LEARNT_FROM)
        found = self.whole_errors[
            chosen[:, None, None, None], np.maximum(back, 0), near
        ]
        found = np.where((back >= 0) & is_there[..., None], found, np.nan)
        return np.sort(found.reshape(n_origins, n_ahead, -1), axis=-1)

    def stretch(self, chosen: Ints, learnt: Floats) -> Floats:
        """Return how much wider each origin's range has to be, at least 1.

        A range made of errors holds too seldom where a life has changed. So it is
        stretched until four in five of the ranges of the last year would have held.
        """
        origin = np.arange(len(chosen))
        errors = self.whole_errors[chosen, origin]
        low, high = quantiles(learnt)
        # How often the error goes into the side of the range that it lies on.
        side = np.where(
            errors < 0, np.minimum(low, -_NARROW), np.maximum(high, _NARROW)
        )
        needed = errors / side
        back = origin[:, None, None] - self.lead[:, None] - np.arange(LEARNT_FROM)
        ahead = np.arange(len(self.lead))[:, None]
        found = np.where(back >= 0, needed[np.maximum(back, 0), ahead], np.nan)
        found = np.sort(found.reshape(len(chosen), -1), axis=-1)
        n = (~np.isnan(found)).sum(axis=-1)
        at = np.clip(np.ceil((n + 1) * RANGE).astype(int) - 1, 0, np.maximum(n - 1, 0))
        factor = found[origin, at]
        return np.where(n >= LEAST_ERRORS, np.maximum(factor, 1), 1)

    def _known_by_origin(self, values: Floats) -> Floats:
        """Return sums over the weeks that were over at each origin: methods x origins."""
        # Running sums give the window of every origin by one subtraction.
        sums = np.concatenate([np.zeros_like(values[:, :1]), values.cumsum(1)], axis=1)
        n_origins, n_ahead = self.came.shape
        until = np.maximum(np.arange(n_origins)[:, None] - self.lead + 1, 0)
        since = np.maximum(until - LEARNT_FROM, 0)
        ahead = np.arange(n_ahead)
        known: Floats = (sums[:, until, ahead] - sums[:, since, ahead]).sum(axis=-1)
        return known


def _test(trial: _Trial, chosen: Ints, learnt: Floats) -> BackTest | None:
    """Return how the origins of the last year did, None where no week has come yet."""
    end = len(chosen) - int(trial.lead[0])
    if end <= 0:
        return None
    last_year = slice(max(0, end - LISTED_ORIGINS), end)
    errors = trial.errors[chosen, np.arange(len(chosen))][last_year]
    share = trial.share[last_year]
    # Errors were learnt as of whole weeks; a week half free has half the range.
    low, high = (end * share for end in quantiles(learnt[last_year]))
    came = ~np.isnan(errors)
    has_range = came & ~np.isnan(low)
    holds = has_range & (errors >= low - _ROUNDING) & (errors <= high + _ROUNDING)
    return BackTest(
        n_origins=end - last_year.start,
        n_forecasts=int(came.sum()),
        n_ranges=int(has_range.sum()),
        coverage=_share(holds.sum(), has_range.sum()),
        coverage_ahead=tuple(map(_share, holds.sum(axis=0), has_range.sum(axis=0))),
        error=float(np.nanmean(np.abs(errors))),
        error_ahead=tuple(_mean(errors[:, ahead]) for ahead in range(errors.shape[1])),
        errors=_errors_of_each(trial.errors[:, last_year]),
    )


def _errors_of_each(errors: Floats) -> dict[Method, float | None]:
    return dict(zip(METHODS, map(_mean, errors), strict=True))


def _mean(errors: Floats) -> float | None:
    known = np.abs(errors[~np.isnan(errors)])
    return float(known.mean()) if len(known) else None


def _share(part: int, whole: int) -> float | None:
    return float(part / whole) if whole else None
