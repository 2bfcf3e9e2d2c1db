"""The naive ways to forecast: what was agreed, the last eight weeks, last year.

They know of days off and of roles and terms that end, and of nothing else.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.domain.columns import Ints

YEAR = 52
_RECENT = 8


class Method(StrEnum):
    """How the weeks ahead are forecast."""

    AGREED = "agreed hours"
    RECENT = "mean of the last 8 weeks"
    LAST_YEAR = "the same week last year"
    RHYTHMS = "level and rhythms of your own past"


METHODS = tuple(Method)
NAIVE = (Method.AGREED, Method.RECENT, Method.LAST_YEAR)


@dataclass(frozen=True, eq=False)
class Horizon:
    """From which weeks to which, as indices into the known weeks.

    `origins` are the last weeks known, `weeks` (origins x weeks ahead) those to
    forecast; `lead` is how many weeks each of them lies after its origin.
    """

    origins: Ints
    weeks: Ints
    lead: Ints


def naive_forecasts(known: KnownWeeks, horizon: Horizon) -> Floats:
    """Return hours: naive methods x origins x weeks ahead x columns.

    NaN where a method has nothing to go by.
    """
    n_ahead = horizon.weeks.shape[1]
    recent = _recent(known, horizon.origins)
    found = [
        np.nan_to_num(known.agreed)[horizon.weeks],
        np.repeat(recent[:, None], n_ahead, 1),
        _last_year(known, horizon.weeks),
    ]
    return np.stack(found) * (known.foreseen * known.runs)[horizon.weeks]


def _recent(known: KnownWeeks, origins: Ints) -> Floats:
    n_weeks = np.minimum(origins + 1, _RECENT)[:, None]
    return window_sums(known.given, origins, _RECENT) / n_weeks


def _last_year(known: KnownWeeks, weeks: Ints) -> Floats:
    before = weeks - YEAR
    is_known = ((before >= 0) & (before < known.n_past))[..., None]
    there = known.given[np.clip(before, 0, known.n_past - 1)]
    return np.where(is_known, there, np.nan)


def window_sums(values: Floats, origins: Ints, n_weeks: int) -> Floats:
    """Return the sums over the last `n_weeks` up to and including each origin."""
    none = np.zeros((1, *values.shape[1:]))
    sums = np.concatenate([none, values.cumsum(axis=0)])
    found: Floats = sums[origins + 1] - sums[np.maximum(origins + 1 - n_weeks, 0)]
    return found
