"""How much room a person has in a week, as a band: never the hours themselves.

The hours free in a week ahead are those of the capacity answer: hours available less
hours expected, over all roles, travel and the like. The band is that of the median
over the full weeks ahead until the share's last day, twelve at most: in half of the
weeks there is at least as much room.

Worked: 40 hours available, and 38, 35, 41, 34 expected, leave 2, 5, -1 and 6 free. The
median of -1, 2, 5, 6 is 3.5: more than half an hour, not more than four, so "up to
half a day". With 33 instead of 35 expected it is (2 + 6) / 2 = 4: still half a day.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from plait.analysis.hours.balance import LEAST_HOURS
from plait.analysis.hours.capacity.capacity import WEEKS_AHEAD, capacity
from plait.analysis.hours.capacity.known_weeks import first_week_ahead
from plait.analysis.series.weeks import weeks_of
from plait.domain.portfolio import Portfolio
from plait.domain.sharing import Band, Slice, SliceKind

HALF_DAY, DAY = 4, 8
"""Hours of half a day and of a day."""

_WEEK = timedelta(days=7)
_SUNDAY = timedelta(days=6)


def availability_band(portfolio: Portfolio, *, until: date) -> Slice:
    """Return the band of the weeks ahead, one at least, that begin by the day `until`.

    It is unknown where the hours available are not set.
    """
    first = first_week_ahead(portfolio.on)
    n_weeks = min(WEEKS_AHEAD, max(1, (until - first) // _WEEK + 1))
    ahead = capacity(portfolio, weeks_of(portfolio), n_weeks=n_weeks).weeks
    free = [week.free for week in ahead if week.free is not None]
    return Slice(
        kind=SliceKind.AVAILABILITY,
        on=portfolio.on,
        band=band_of(free),
        until=min(until, ahead[-1].monday + _SUNDAY),
    )


def band_of(free: Sequence[float]) -> Band:
    """Return the band of the median of hours free in each week; unknown for none.

    >>> band_of([2, 5, -1, 6]), band_of([9, 7, 12]), band_of([-3]), band_of([])
    (<Band.HALF_DAY: 'half a day'>, <Band.MORE: 'more'>, <Band.NONE: 'none'>, <Band.UNKNOWN: 'unknown'>)
    """
    if not free:
        return Band.UNKNOWN
    usual = median(free)
    if usual < LEAST_HOURS:
        return Band.NONE
    if usual <= HALF_DAY:
        return Band.HALF_DAY
    return Band.DAY if usual <= DAY else Band.MORE
