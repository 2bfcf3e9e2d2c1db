"""Hours forecast from a person's own level and rhythms, with how far off that may be.

A Gaussian process on the hours beside what is agreed and in series, one covariance
for all roles, so that their forecasts add up to that of the whole. Twenty-one
settings of it are weighed by how well each foretold the weeks of the past, the last
year most (dynamic model averaging); how far they differ is part of the uncertainty.

All origins at once: with K = L L' in the order of time and z = L^-1 y, what is
foretold of week t from j weeks before is y_t minus the sum of L[t, t-i] z[t-i] for
i < j, and its variance the sum of L[t, t-i]^2. One factor answers every origin.

Sources: C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine
Learning, ch. 2 and 5; A. E. Raftery and others, Technometrics 52 (2010) 52-66.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.naive import Horizon, window_sums
from plait.analysis.hours.capacity.rhythms import (
    CHANCE_KEPT,
    SETTINGS,
    covariances,
)
from plait.domain.columns import Bools, Ints

# Weeks of a role that is mostly free say little of the others.
_MOSTLY_THERE = 0.5
_RECENT = 13
# A week partly not known has more chance in it, one not known at all says nothing.
_PARTLY, _NOT_AT_ALL = 3.0, 1e3
_LAST_PART = 0.9
# Before any week is known: chance of 12 % of the usual load, believed as three weeks.
_CHANCE_BEFORE, _WEEKS_BEFORE = 0.12, 3.0
# How much of its weight what was foretold keeps a week later, and how much of it
# counts: neighbouring weeks are not as many as they look.
_KEPT, _COUNTS = 0.98, 0.6
# What is hardly ever likely is left out.
_LEAST_WEIGHT = 0.01
_LARGE = 1e6


@dataclass(frozen=True, eq=False)
class Modelled:
    """Forecasts of the model.

    `hours` is origins x weeks ahead x columns, `sd` origins x weeks ahead: the
    standard deviation of the sum in a week of which nothing is free.
    """

    hours: Floats
    sd: Floats


def modelled(known: KnownWeeks, horizon: Horizon) -> Modelled:
    """Forecast every week of the horizon from its origin.

    Weeks beyond the past are forecast from the last origin alone, 0 from others.
    """
    base, beside, noise = _beside(known)
    mean, sd = _Process(known, beside, noise).foretold(horizon)
    hours = mean + base[horizon.weeks]
    hours[..., :-1] = np.maximum(hours[..., :-1], 0)
    # The last column takes off hours that serve two roles, so it is never above 0.
    hours[..., -1] = np.minimum(hours[..., -1], 0)
    hours *= (known.foreseen * known.runs)[horizon.weeks] * known.is_tracked
    return Modelled(hours, sd)


def _beside(known: KnownWeeks) -> tuple[Floats, Floats, Floats]:
    """Return what is known beforehand of each week, what came beside it, its noise."""
    n = known.n_past
    base = _held(known.agreed) + known.events.series
    week = np.arange(n)[:, None]
    there = known.there[:n]
    is_known = (there >= _MOSTLY_THERE) & (week >= known.first) & (week < known.known)
    is_known &= (known.first >= 0) & known.is_usual[:, None]
    whole = known.given / np.where(is_known, there, 1)
    beside = np.where(is_known, whole - base[:n], 0)
    sums = window_sums(beside, np.arange(n), _RECENT)
    counts = window_sums(is_known.astype(np.float64), np.arange(n), _RECENT)
    recent = sums / np.maximum(counts, 1)
    return base, np.where(is_known, beside, recent), _noise(known, is_known)


def _held(agreed: Floats) -> Floats:
    """Return the hours agreed, where none are those before go on; else those after."""
    n = len(agreed)
    week = np.arange(n)[:, None]
    is_there = ~np.isnan(agreed)
    before = np.maximum.accumulate(np.where(is_there, week, -1), axis=0)
    first = np.where(is_there.any(axis=0), is_there.argmax(axis=0), 0)
    at = np.where(before >= 0, before, first)
    return np.nan_to_num(np.take_along_axis(agreed, at, axis=0))


def _noise(known: KnownWeeks, is_known: Bools) -> Floats:
    """Return how much more chance each week holds than a usual one."""
    usual = np.abs(known.given).mean(axis=0)
    total = max(float(usual.sum()), 1e-9)
    lacks = (~is_known * usual).sum(axis=1) / total
    noise = 1 + _PARTLY * lacks + _NOT_AT_ALL * (lacks > _LAST_PART)
    return np.concatenate([noise, np.ones(len(known.mondays) - known.n_past)])


class _Process:
    """The settings' factors, weights and scales, as they were known at each week."""

    def __init__(self, known: KnownWeeks, beside: Floats, noise: Floats) -> None:
        self.n, self.beside, self.noise = known.n_past, beside, noise
        factor, z = _factor(known, beside, noise)
        usual = max(float(known.load.mean()), 1e-6) * _CHANCE_BEFORE
        squares = (z.sum(axis=2, dtype=np.float64) ** 2).cumsum(axis=1)
        squares += _WEEKS_BEFORE * usual**2
        n_known = _WEEKS_BEFORE + np.arange(1, self.n + 1)
        diagonal = np.diagonal(factor, axis1=1, axis2=2)[:, : self.n]
        fits = -np.log(diagonal).cumsum(axis=1) - n_known / 2 * np.log(squares)
        weights = _weights(fits)
        counts = weights.max(axis=1) > _LEAST_WEIGHT
        self.factor, self.z = factor[counts], z[counts]
        self.variance = squares[counts] / n_known
        self.weights = weights[counts] / weights[counts].sum(axis=0)

    def foretold(self, horizon: Horizon) -> tuple[Floats, Floats]:
        """Return means by column and standard deviations of the sum."""
        lead, shape = horizon.lead.tolist(), horizon.weeks.shape
        mean = np.zeros((*shape, self.beside.shape[1]))
        variance = np.zeros(shape)
        weeks = np.arange(self.n)
        off, spread = np.zeros(self.z.shape), np.zeros(self.z.shape[:2])
        for step in range(min(lead[-1], self.n)):
            # From one week further back, one more innovation is not known.
            to, back = weeks[step:], weeks[step:] - step
            row = self.factor[:, to, back]
            off[:, step:] += row[..., None] * self.z[:, : self.n - step]
            spread[:, step:] += row**2
            if step + 1 < lead[0]:
                continue
            at = np.flatnonzero(horizon.weeks[:, step + 1 - lead[0]] < self.n)
            to = horizon.weeks[at, step + 1 - lead[0]]
            found = self.beside[to] - off[:, to]
            own = spread[:, to] - (1 - CHANCE_KEPT) * (self.noise[to] - 1)
            mixed = self._mixed(found, own, horizon.origins[at])
            mean[at, step + 1 - lead[0]], variance[at, step + 1 - lead[0]] = mixed
        mean[-1], variance[-1] = self._ahead(horizon.weeks[-1])
        return mean, np.sqrt(variance)

    def _ahead(self, weeks: Ints) -> tuple[Floats, Floats]:
        rows = self.factor[:, weeks]
        spread = (rows**2).sum(axis=2) - (rows[..., : self.n] ** 2).sum(axis=2)
        found = rows[..., : self.n] @ self.z
        return self._mixed(found, spread, np.full(len(weeks), self.n - 1))

    def _mixed(
        self, means: Floats, spread: Floats, origins: Ints
    ) -> tuple[Floats, Floats]:
        """Return the mean of the settings, by weight, and the variance of the sum."""
        weights = self.weights[:, origins]
        mean = np.einsum("mt,mtc->tc", weights, means)
        apart = means.sum(axis=2) - mean.sum(axis=1)
        own = np.maximum(spread, 0) * self.variance[:, origins]
        return mean, (weights * (own + apart**2)).sum(axis=0)


def _factor(known: KnownWeeks, beside: Floats, noise: Floats) -> tuple[Floats, Floats]:
    """Return L of all weeks, and z = L^-1 y of the past ones, for each setting.

    y goes along as further rows, of which the factor makes z by itself.
    """
    parts, chance = covariances(known.mondays, noise)
    n_weeks, (n, n_columns) = len(chance), beside.shape
    size = max(float(np.abs(beside).max()), 1e-6)
    room = [(0, n_columns), (0, n_columns)]
    common = np.pad(chance, room)
    common[n_weeks:, :n] = beside.T / size
    last = np.arange(n_weeks, n_weeks + n_columns)
    common[last, last] = _LARGE
    parts = np.pad(parts, [(0, 0), *room])
    whole = np.tensordot(SETTINGS, parts, 1)
    whole += common
    lower = np.linalg.cholesky(whole)
    z = lower[:, n_weeks:, :n].swapaxes(1, 2) * size
    return lower[:, :n_weeks, :n_weeks], z


def _weights(fits: Floats) -> Floats:
    """Return each setting's weight at each week, by what it foretold until then."""
    each = np.diff(fits, axis=1, prepend=fits[:, :1]) * _COUNTS
    week = np.arange(each.shape[1])
    kept = np.where(week[:, None] >= week, _KEPT ** np.abs(week[:, None] - week), 0)
    sums = each @ kept.T
    weights = np.exp(sums - sums.max(axis=0))
    found: Floats = weights / weights.sum(axis=0)
    return found
