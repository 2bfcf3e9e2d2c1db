"""The mean hours a day of people who usually work at night."""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.working_time.averages import rolling, window_starts
from plait.analysis.working_time.months import with_months
from plait.analysis.working_time.neutral import WORKING_DAYS, weeks_left
from plait.analysis.working_time.nights import are_enough
from plait.analysis.working_time.readings import Because, Readings, nothing, readings
from plait.analysis.working_time.work import Work
from plait.domain.columns import Bools, Ints
from plait.reference.working_time.kinds import Rolls
from plait.reference.working_time.night_kinds import NightMean

_WEEK = 7


def night_mean(how: NightMean, work: Work) -> Readings:
    """Return the mean hours a day over windows in which somebody is a night worker.

    Windows begin on any day; where public holidays count they are weeks from Monday.
    """
    at_night = are_enough(how.nights, work.hours_by_night(how.nights))
    if not at_night.any():
        return nothing(Because.NOT_ARISEN)
    rolls = Rolls.BY_WEEK if how.working_days else Rolls.BY_DAY
    starts, length = window_starts(work, how.weeks, rolls), how.weeks * _WEEK
    if not len(starts):
        if not how.counts_elapsed:
            return nothing(Because.TOO_SHORT)
        starts = np.array([work.first_worked])
        length = work.span.n_elapsed - work.first_worked
    rows = _is_night_worker(how, work, at_night, (starts, length))
    each = _days(how, work)
    days = rolling(each, starts, length)
    rows &= days >= length / _WEEK * WORKING_DAYS / 2
    figures = rolling(work.hours, starts, length)[rows] / days[rows]
    found = readings(starts[rows], starts[rows] + length, figures, how.limit)
    return with_months(found, how, work, (work.hours, each))


def _days(how: NightMean, work: Work) -> Floats:
    """Return how much of a day of work each day stands for: six of seven of a week."""
    if how.working_days:
        left = weeks_left(work, leave=True, working_days=True)
        return np.repeat(left * WORKING_DAYS / _WEEK, _WEEK)
    return np.where(work.is_leave, 0.0, WORKING_DAYS / _WEEK)


def _is_night_worker(
    how: NightMean, work: Work, at_night: Bools, windows: tuple[Ints, int]
) -> Bools:
    """Return the windows in which enough of the days worked held night work.

    Or that hold some, where a year of theirs holds as many nights as the law asks for.
    """
    starts, length = windows
    n_nights = rolling(at_night, starts, length)
    n_worked = rolling(work.begins, starts, length)
    found: Bools = n_nights >= how.share * n_worked
    if how.nights_a_year:
        days = work.span.monday + np.arange(work.span.n_days)
        year = days.astype("datetime64[Y]").astype(np.int64)
        year -= year[0]
        many = np.bincount(year, at_night)[year] >= how.nights_a_year
        found |= rolling(many, starts, length) > 0
    return found & (n_nights > 0)
