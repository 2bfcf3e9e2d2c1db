"""The evidence of a drift, week by week: the statistic that raises the alarm.

Each week asks which explains its hours better, that the role takes what is expected of
it, or that it takes a quarter more. The logarithm of that ratio is the week's step:

    step = d z - d^2 / 2,   z = (hours - expected) / spread,   d = a quarter more / spread

Summed over every week in which the drift may have begun, the ratios are R, and the
statistic is ln(1 + R) (see `onset.watch`). While nothing happens R grows by 1 a week on
average, so a threshold of ln(n) is passed about once in n weeks: that is the promise.
"""

import math
from dataclasses import dataclass

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import WEEKS_NEEDED
from plait.analysis.hours.drift.expected import expected
from plait.analysis.hours.drift.onset import Episode, Size, size_of, watch
from plait.analysis.hours.drift.spread import learned
from plait.domain.columns import Bools, Days, Ints

# The drift looked for, in shares of the agreed hours; in a role of very even weeks
# less, so that there an alarm takes as many weeks.
_DRIFT, _IN_SPREADS, _LEAST_DRIFT = 0.25, 1.25, 0.10
# What is expected of the weeks of a drift, beside the agreed hours, that is a season.
SEASON = 0.10
# One wild week must not raise the alarm, nor one empty week wipe a drift out.
_MOST_SPREADS, _LEAST_SPREADS = 3.0, -1.75


@dataclass(frozen=True, eq=False, slots=True)
class Weekly:
    """A role's weeks under watch, oldest first; all but `agreed` one value a week.

    `hours` are those given, `set_aside` the weeks passed over. Weeks before the index
    `begin` only teach: they were worked under other terms, or are too few. Without
    `mondays` nothing is known of months and quarters.
    """

    hours: Floats
    agreed: float
    set_aside: Bools
    mondays: Days | None = None
    begin: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """A series under watch; all arrays have one value for each of its weeks.

    `hours` are those given, `expected` and `spread` in hours too; `z` and `spread` are
    NaN in weeks that are not compared. `statistic` stays as it was in them, and `steps`
    has none for them. `knows_year` is where an earlier year could be looked at. Episodes speak of weeks by
    their index.
    """

    agreed: float
    hours: Floats
    expected: Floats
    z: Floats
    spread: Floats
    steps: list[float]
    statistic: Floats
    threshold: float
    knows_year: Bools
    episodes: tuple[Episode, ...]

    @property
    def is_compared(self) -> Bools:
        """Which weeks are compared at all."""
        return ~np.isnan(self.z)

    def is_in_season(self, episode: Episode) -> bool:
        """Whether its weeks usually take clearly more or less than was agreed."""
        places = self._compared(episode)
        return abs(float(self.expected[places].mean()) / self.agreed - 1) > SEASON

    def expected_in(self, episode: Episode) -> float:
        """Return the hours a week that it is set against: agreed, or of the season."""
        return float(self._expected(episode).mean())

    def size(self, episode: Episode) -> Size:
        """Return how many hours a week an episode takes, or took."""
        places = self._compared(episode)
        return size_of(self._beyond(episode), float(self.spread[places].mean()))

    def lately(self, episode: Episode, n: int) -> float:
        """Return the mean hours beyond the expected ones in its last `n` weeks."""
        return float(self._beyond(episode)[-n:].mean())

    def _beyond(self, episode: Episode) -> Floats:
        beyond: Floats = self.hours[self._compared(episode)] - self._expected(episode)
        return beyond

    def _expected(self, episode: Episode) -> Floats:
        """Return what its weeks are set against; outside a season simply what was agreed.

        So that who adds up the hours beyond the agreement finds the figure given.
        """
        expected = self.expected[self._compared(episode)]
        if self.is_in_season(episode):
            return expected
        return np.full(len(expected), self.agreed)

    def _compared(self, episode: Episode) -> Ints:
        until = len(self.z) if episode.until is None else episode.until + 1
        places = np.flatnonzero(self.is_compared[:until])
        return places[places >= episode.since]


def threshold_for(weeks_between_false_alarms: float) -> float:
    """Return the threshold that gives so many weeks between false alarms.

    >>> round(threshold_for(260), 2)
    5.56
    """
    return math.log(max(weeks_between_false_alarms, 1.0))


def chart(
    weekly: Weekly,
    *,
    threshold: float,
    spread: float | None = None,
    least: int = WEEKS_NEEDED,
) -> Chart:
    """Watch hours against what is expected of each week.

    Without hours agreed (NaN or 0) nothing is compared. `spread` is the standard
    deviation in hours where it is known; then every week is expected to take what was
    agreed. No alarm is raised before `least` weeks.
    """
    n_weeks = len(weekly.hours)
    kept = ~weekly.set_aside if weekly.agreed > 0 else np.zeros(n_weeks, dtype=bool)
    agreed = weekly.agreed if weekly.agreed > 0 else np.nan
    shares = np.where(kept, weekly.hours, 0.0) / (agreed if agreed > 0 else 1.0)
    known = expected(shares, kept, weekly.mondays)
    if spread is None:
        share = known.share
        sigma, own = learned(shares, known, kept)
    else:
        share, sigma = np.ones(n_weeks), np.full(n_weeks, spread / agreed)
        own = sigma
    compared = np.flatnonzero(kept & (np.arange(n_weeks) >= weekly.begin))
    z = ((shares - share) / own)[compared]
    steps = _steps(z, share[compared] * _drift(sigma[compared]) / own[compared])
    # With a known spread the promise is exact from the first week.
    statistic, episodes = watch(steps, threshold, least=1 if spread else least)
    return Chart(
        agreed=agreed,
        hours=weekly.hours,
        expected=share * agreed,
        z=_placed(z, compared, n_weeks),
        spread=_placed(own[compared] * agreed, compared, n_weeks),
        steps=steps,
        statistic=_carried(np.array(statistic), compared, n_weeks),
        threshold=threshold,
        knows_year=known.knows_year,
        episodes=tuple(_in_weeks(episode, compared) for episode in episodes),
    )


def _drift(sigma: Floats) -> Floats:
    return np.clip(_IN_SPREADS * sigma, _LEAST_DRIFT, _DRIFT)


def _steps(z: Floats, drift: Floats) -> list[float]:
    """Return the log-likelihood ratio of each week; `drift` is in spreads."""
    most = np.clip(z, _LEAST_SPREADS, _MOST_SPREADS)
    steps: list[float] = (drift * most - drift**2 / 2).tolist()
    return steps


def _placed(values: Floats, compared: Ints, n_weeks: int) -> Floats:
    placed = np.full(n_weeks, np.nan)
    placed[compared] = values
    return placed


def _carried(values: Floats, compared: Ints, n_weeks: int) -> Floats:
    """Return the value of the last week that was compared; 0 before the first."""
    before = np.searchsorted(compared, np.arange(n_weeks), side="right")
    return np.append(0.0, values)[before]


def _in_weeks(episode: Episode, compared: Ints) -> Episode:
    until = None if episode.until is None else int(compared[episode.until])
    return Episode(int(compared[episode.since]), int(compared[episode.alarm]), until)
