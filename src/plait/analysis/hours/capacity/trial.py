"""The forecasts of all methods from all past weeks, and what came of them.

Errors are of the hours of all roles together, because roles err together: a quiet
week is quiet in several. Those of neighbouring horizons are taken together.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.away import away_again
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.model import Modelled, modelled
from plait.analysis.hours.capacity.naive import (
    METHODS,
    NAIVE,
    Horizon,
    Method,
    naive_forecasts,
)
from plait.analysis.hours.capacity.spread import Spread
from plait.domain.columns import Ints

# Errors to learn from come from as many origins before each, methods from fewer.
_LEARNT_FROM, _CHOSEN_FROM = 104, 52
# What the naive methods do not know is rare in the past and may be certain ahead: hours
# agreed anew, a training in the calendar.
_DOUBT_OF_NAIVE, _DOUBT_HOURS = 0.1, 0.25
_IS_NAIVE = np.array([method in NAIVE for method in METHODS])
# Hours vary with their size, but a little less than in proportion.
_BY_SIZE, _LEAST_SIZE, _LEAST_SCALE = 0.75, 0.1, 0.02
# A week that is mostly free says little of others.
_MOSTLY_THERE = 0.5
_NO_HOURS = 1e-6
# A week that is likelier away than not is forecast as one.
_LIKELY = 0.5


class Trial:
    """Forecasts by methods x origins x weeks ahead; `hours` also by column.

    `came` are the hours that came, NaN where they are not known yet.
    """

    def __init__(self, known: KnownWeeks, horizon: Horizon) -> None:
        lead = horizon.lead
        past = horizon.origins[:, None] + lead < known.n_past
        at = np.where(past, horizon.weeks, 0)
        self.lead, self.weeks = lead, horizon.weeks
        self.came = np.where(past, known.load[at], np.nan)
        self.away = away_again(known, horizon)
        found = modelled(known, horizon)
        self.hours = np.concatenate(
            [naive_forecasts(known, horizon), found.hours[None]]
        )
        self.hours = np.where(known.is_tracked, self.hours, 0)
        self.totals = self.hours.sum(axis=-1)
        self.scale = _scale(known, horizon, found)
        # A week away is no error of the hours of others: its chance is counted apart.
        there = known.foreseen[horizon.weeks, -1] >= _MOSTLY_THERE
        is_usual = known.is_usual[at] & past & there
        self.whole_errors = np.where(is_usual, self.came - self.totals, np.nan)
        self.whole_errors /= self.scale
        self.displayed = self.totals.copy()
        self.displayed[METHODS.index(Method.RHYTHMS)] *= self.away <= _LIKELY
        self.errors = self.came - self.displayed

    def choice(self) -> Ints:
        """Return the method of each origin: of least error in what it knew by then."""
        sizes = np.abs(self.errors)
        sums = self._known_by_origin(np.nan_to_num(sizes))
        n = self._known_by_origin((~np.isnan(sizes)).astype(float))
        means = np.where(
            (n > 0) & (2 * n >= n.max(axis=0)), sums / np.maximum(n, 1), np.inf
        )
        doubted = means * (1 + _DOUBT_OF_NAIVE) + _DOUBT_HOURS
        means = np.where(_IS_NAIVE[:, None], doubted, means)
        none_yet = ~np.isfinite(means).any(axis=0)
        usual = METHODS.index(Method.RHYTHMS)
        return np.where(none_yet, usual, means.argmin(axis=0))

    def spread(self, chosen: Ints, origins: Ints) -> Spread:
        """Return how sure the forecasts from these origins were: origins x ahead.

        Nothing that came later is used: an error is known once its week is over.
        """
        n_ahead = len(self.lead)
        ahead = np.arange(n_ahead)[:, None]
        back = origins[:, None, None] - self.lead[:, None] - np.arange(_LEARNT_FROM)
        method = chosen[origins][:, None, None]
        errors = self.whole_errors[method, np.maximum(back, 0), ahead]
        errors = np.where(back >= 0, errors, np.nan)
        n_weeks = (~np.isnan(errors)).sum(axis=-1).astype(np.float64)
        return Spread(
            load=self.totals[chosen[origins], origins],
            scale=self.scale[origins],
            errors=errors,
            n_weeks=n_weeks,
            lead=np.broadcast_to(self.lead.astype(np.float64), n_weeks.shape),
            away=self.away[origins],
        )

    def _known_by_origin(self, values: Floats) -> Floats:
        """Return sums over the weeks that were over at each origin: methods x origins."""
        # Running sums give the window of every origin by one subtraction.
        sums = np.concatenate([np.zeros_like(values[:, :1]), values.cumsum(1)], axis=1)
        n_origins, n_ahead = self.came.shape
        until = np.maximum(np.arange(n_origins)[:, None] - self.lead + 1, 0)
        since = np.maximum(until - _CHOSEN_FROM, 0)
        ahead = np.arange(n_ahead)
        known: Floats = (sums[:, until, ahead] - sums[:, since, ahead]).sum(axis=-1)
        return known


def _scale(known: KnownWeeks, horizon: Horizon, found: Modelled) -> Floats:
    """Return how unsure each forecast is, in hours.

    A full week varies more than a quiet one, and one of a single role more than the
    same hours shared by several: so it goes by the root of the squares of the roles.
    """
    size = np.sqrt((found.hours**2).sum(axis=-1))
    usual = np.sqrt((known.given**2).sum(axis=1)).cumsum()
    usual = (usual / np.arange(1, known.n_past + 1))[horizon.origins, None]
    there = (known.foreseen * known.runs)[horizon.weeks, -1]
    part = (size / np.maximum(usual, _NO_HOURS)) ** _BY_SIZE
    part = np.maximum(part, _LEAST_SIZE * there)
    least = _LEAST_SCALE * float(known.load.mean())
    scale: Floats = np.maximum(np.maximum(found.sd, least) * part, _NO_HOURS)
    return scale
