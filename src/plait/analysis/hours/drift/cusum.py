"""A one-sided CUSUM of hours against agreed hours: the statistic behind drift.

z = (hours - agreed) / spread, S = max(0, S + z - k), alarm where S > threshold.
With a known spread it is exactly that. Where the spread has to be learned, z is cut
to k and half the threshold, either way: then one wild week alone, or even two, can
never raise the alarm, nor can one empty week wipe it out. And none is raised before
the eighth week.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from plait.analysis.floats import Floats
from plait.analysis.hours.balance import WEEKS_NEEDED
from plait.analysis.hours.drift.onset import Episode, Size, size_of, watch
from plait.analysis.hours.drift.spread import learned_spreads
from plait.domain.columns import Bools, Ints

# Half a spread a week is given away, so that S falls back while nothing happens.
SLACK = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """A series under watch; all arrays have one value for each of its weeks.

    `z` and `spread` (in hours) are NaN in weeks that are not compared: set aside, or
    without agreed hours. `statistic` stays as it was in them. Episodes speak of weeks
    by their index.
    """

    beyond: Floats
    z: Floats
    spread: Floats
    statistic: Floats
    threshold: float
    episodes: tuple[Episode, ...]

    @property
    def is_compared(self) -> Bools:
        """Which weeks are compared at all."""
        return ~np.isnan(self.z)

    def size(self, episode: Episode) -> Size:
        """Return how many hours a week an episode takes, or took."""
        places = self._compared(episode)
        return size_of(self.beyond[places], float(self.spread[places[-1]]))

    def lately(self, episode: Episode, n: int) -> float:
        """Return the mean hours beyond the agreed ones in its last `n` weeks."""
        return float(self.beyond[self._compared(episode)[-n:]].mean())

    def _compared(self, episode: Episode) -> Ints:
        until = len(self.z) if episode.until is None else episode.until + 1
        places = np.flatnonzero(self.is_compared[:until])
        return places[places >= episode.since]


def chart(
    hours: Floats,
    agreed: ArrayLike,
    *,
    threshold: float,
    set_aside: Bools | None = None,
    spread: float | None = None,
    least: int = WEEKS_NEEDED,
) -> Chart:
    """Watch hours, one a week, against agreed hours (one number or one a week).

    NaN, or 0 hours agreed, and weeks set aside are passed over. `spread` is the
    standard deviation in hours where it is known; then no `least` weeks are needed.
    """
    level = np.broadcast_to(np.asarray(agreed, dtype=np.float64), hours.shape)
    is_compared = level > 0
    if set_aside is not None:
        is_compared = is_compared & ~set_aside
    compared = np.flatnonzero(is_compared)
    beyond = hours - level
    usual = _spreads(hours[compared] / level[compared] - 1, level[compared], spread)
    z = beyond[compared] / usual
    if spread is None:
        # A week adds half the threshold at most; to pass it takes three.
        most = SLACK + threshold / 2
        steps = (np.clip(z, -most, most) - SLACK).tolist()
        statistic, episodes = watch(steps, threshold, least=least)
    else:
        # Not cut: with a known spread the promise is exact.
        steps = (z - SLACK).tolist()
        _, episodes = watch(steps, threshold)
        statistic = textbook(steps)
    return Chart(
        beyond=beyond,
        z=_placed(z, compared, len(hours)),
        spread=_placed(usual, compared, len(hours)),
        statistic=_carried(np.array(statistic), compared, len(hours)),
        threshold=threshold,
        episodes=tuple(_in_weeks(episode, compared) for episode in episodes),
    )


def textbook(steps: list[float]) -> list[float]:
    """Return S = max(0, S + step) after each step, never begun anew."""
    s, found = 0.0, []
    for step in steps:
        s = max(0.0, s + step)
        found.append(s)
    return found


def _spreads(shares: Floats, level: Floats, spread: float | None) -> Floats:
    if spread is not None:
        return np.full(len(level), spread)
    return learned_spreads(shares) * level


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
