"""How forecasts of the past held: made from what was known then, week by week.

The figures are those that a person would have seen.
"""

from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.capacity.known_weeks import KnownWeeks
from plait.analysis.hours.capacity.naive import METHODS, Horizon, Method
from plait.analysis.hours.capacity.spread import EDGE, Spread
from plait.analysis.hours.capacity.trial import Trial
from plait.domain.columns import Bools, Ints

LISTED_ORIGINS = 52
FIRST_ORIGIN = 7
LEAST_ERRORS = 7
# Steps of the chances that are put in words.
STEPS = (0.0, 0.1, 0.35, 0.65, 0.9, 1.0)
# How far chances may be off and still be called by their words.
_OFF = 0.05
# Sums of hours carry rounding errors far below a second.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ChanceStep:
    """How often weeks were too full whose chance was from `least` to `most`.

    `chance` is the mean of those chances, `came` the share of the `n` weeks.
    """

    least: float
    most: float
    n: int
    chance: float
    came: float


@dataclass(frozen=True, slots=True)
class BackTest:
    """How forecasts of the past would have held.

    `coverage` is the share of weeks whose hours lay in their 80 % range, also for
    each week ahead (None without any); `error` is the mean absolute error in hours a
    week of what was shipped, `errors` those of each method, had it always been used.
    `chances` are those of too full weeks, empty where hours to give are not known.
    """

    n_origins: int
    n_forecasts: int
    n_ranges: int
    coverage: float | None
    coverage_ahead: tuple[float | None, ...]
    error: float
    error_ahead: tuple[float | None, ...]
    errors: dict[Method, float | None]
    chances: tuple[ChanceStep, ...]


@dataclass(frozen=True, eq=False)
class Forecast:
    """The forecast from the last week known: `hours` is weeks ahead x columns.

    `load` is what a week comes to, less than its hours where it is likely one away;
    `spread` says how sure it is, where enough weeks have shown that.
    """

    method: Method
    hours: Floats
    load: Floats
    spread: Spread | None
    test: BackTest | None


def forecast(known: KnownWeeks, lead: Ints) -> Forecast | None:
    """Forecast the weeks that lie `lead` weeks after the last; None for too few past.

    Weeks that are not over yet at an origin's end count for nothing.
    """
    origins = np.arange(FIRST_ORIGIN, known.n_past)
    if not len(origins):
        return None
    lead = np.asarray(lead)
    weeks = np.minimum(origins[:, None] + lead, len(known.mondays) - 1)
    trial = Trial(known, Horizon(origins, weeks, lead))
    chosen, now = trial.choice(), np.array([len(origins) - 1])
    last = trial.spread(chosen, now)
    return Forecast(
        method=METHODS[int(chosen[-1])],
        hours=trial.hours[int(chosen[-1]), -1],
        load=trial.displayed[int(chosen[-1]), -1],
        spread=last.first() if _is_known(last).all() else None,
        test=_test(known, trial, chosen),
    )


def may_be_sure(test: BackTest | None, chance: float | None) -> bool:
    """Return whether the person's own past lets a chance be called nearly sure.

    Forecasts as sure as this one came true as often as they said, within 5 points; or
    none was made in a whole year of them.
    """
    if test is None or chance is None:
        return False
    step = next(
        (one for one in test.chances if one.least <= round(chance, 2) < one.most), None
    )
    if step is None:
        return test.n_origins >= LISTED_ORIGINS
    return abs(step.came - step.chance) <= _OFF or (
        step.least - _OFF <= step.came <= step.most + _OFF
    )


def _is_known(spread: Spread) -> Bools:
    """Return where enough weeks have come to say how sure a forecast is."""
    found: Bools = (~np.isnan(spread.errors)).sum(axis=-1) >= LEAST_ERRORS
    return found


def _test(known: KnownWeeks, trial: Trial, chosen: Ints) -> BackTest | None:
    """Return how the origins of the last year did, None where no week has come yet."""
    end = len(chosen) - int(trial.lead[0])
    if end <= 0:
        return None
    last_year = np.arange(max(0, end - LISTED_ORIGINS), end)
    errors = trial.errors[chosen[last_year], last_year]
    came = trial.came[last_year]
    spread = trial.spread(chosen, last_year)
    has_range = ~np.isnan(came) & _is_known(spread)
    below = spread.below(np.nan_to_num(came))
    holds = has_range & (below >= EDGE - _ROUNDING) & (below <= 1 - EDGE + _ROUNDING)
    return BackTest(
        n_origins=len(last_year),
        n_forecasts=int((~np.isnan(came)).sum()),
        n_ranges=int(has_range.sum()),
        coverage=_share(holds.sum(), has_range.sum()),
        coverage_ahead=tuple(map(_share, holds.sum(axis=0), has_range.sum(axis=0))),
        error=float(np.nanmean(np.abs(errors))),
        error_ahead=tuple(_mean(errors[:, ahead]) for ahead in range(errors.shape[1])),
        errors=_errors_of_each(trial.errors[:, last_year]),
        chances=_chances(known, spread, came, trial.weeks[last_year], has_range),
    )


def _chances(
    known: KnownWeeks, spread: Spread, came: Floats, weeks: Ints, is_known: Bools
) -> tuple[ChanceStep, ...]:
    """Return how often weeks were too full, by the chance that was given for it."""
    room = known.room[weeks]
    is_known = is_known & ~np.isnan(room)
    if not is_known.any():
        return ()
    chance = 1 - spread.below(np.nan_to_num(room))[is_known]
    is_over = (came > room + _ROUNDING)[is_known]
    step = np.searchsorted(STEPS, chance, side="right") - 1
    return tuple(
        ChanceStep(
            least=STEPS[at],
            most=STEPS[at + 1],
            n=int((step == at).sum()),
            chance=float(chance[step == at].mean()),
            came=float(is_over[step == at].mean()),
        )
        for at in range(len(STEPS) - 1)
        if (step == at).any()
    )


def _errors_of_each(errors: Floats) -> dict[Method, float | None]:
    return dict(zip(METHODS, map(_mean, errors), strict=True))


def _mean(errors: Floats) -> float | None:
    known = np.abs(errors[~np.isnan(errors)])
    return float(known.mean()) if len(known) else None


def _share(part: int, whole: int) -> float | None:
    return float(part / whole) if whole else None
