"""How rules on night work are worked out: the same as `kinds`, for nights."""

from dataclasses import dataclass
from typing import ClassVar

from plait.reference.working_time.kinds import Leave, Unit


@dataclass(frozen=True, slots=True)
class Nights:
    """What makes night work: hours of the clock, and how many in them are too many.

    A shift is one of the night with more than `more_than` hours between `starts`
    and `ends`, or with `at_least` so many.
    """

    starts: int
    ends: int
    more_than: float = 0
    at_least: float = 0


@dataclass(frozen=True, slots=True)
class NoWork:
    """No work at all between those hours of the clock."""

    nights: Nights
    limit: float = 0
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class NightMean:
    """Mean hours a day of somebody who usually works at night.

    That is whose days worked are for at least `share` with night work, or who works at
    night on `nights_a_year` days of a calendar year. Days are those of the weeks
    without one in seven for the weekly rest; where `working_days`, also without public
    holidays. `counts_elapsed`: while there are fewer weeks, those count. Where so many
    calendar months keep the limit (`exception_months`), up to `exception_limit` hours
    will do in the weeks, if claimed.
    """

    limit: float
    weeks: int
    nights: Nights
    share: float = 0.5
    nights_a_year: int = 0
    working_days: bool = False
    counts_elapsed: bool = False
    exception_months: int = 0
    exception_limit: float = 0
    unit: ClassVar = Unit.HOURS_A_DAY
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class NightShift:
    """Hours in a night shift; `longest` so often in 2 and in 52 weeks, with rest.

    `a_week`: judged are those of weeks from Monday with so many night shifts or more.
    """

    limit: float
    nights: Nights
    longest: float = 0
    times_in_2_weeks: int = 0
    times_in_52_weeks: int = 0
    rest_after_longest: float = 0
    a_week: int = 0
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class NightMany:
    """Mean hours a week over weeks that hold at least so many night shifts."""

    limit: float
    weeks: int
    shifts: int
    nights: Nights
    leave: Leave = Leave.NONE
    unit: ClassVar = Unit.HOURS_A_WEEK
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class NightRest:
    """Hours in a row after a night shift that ends later than an hour of the clock.

    Once in `exception_days` a rest of `exception_hours` will do, if claimed.
    """

    limit: float
    nights: Nights
    ends_after: int
    exception_hours: float = 0
    exception_days: int = 0
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class SeriesRest:
    """Hours in a row after at least so many night shifts one after another."""

    limit: float
    nights: Nights
    shifts: int
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class Series:
    """Shifts one after another, one of them at night at least.

    A rest of `ends_after` hours between two of them ends the row.
    """

    limit: float
    nights: Nights
    ends_after: float
    unit: ClassVar = Unit.SHIFTS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class NightCount:
    """Night shifts in any so many weeks that end later than an hour of the clock."""

    limit: float
    weeks: int
    nights: Nights
    ends_after: int = 0
    unit: ClassVar = Unit.SHIFTS
    is_least: ClassVar = False
