"""How a working-time rule is worked out: one class for each sort of computation.

Each holds the rule's numbers, and says in which unit its figure is and whether the
limit is the least or the most. `Information` has no figure: a duty, or how hours
count.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Unit(StrEnum):
    """What a rule's figure counts."""

    HOURS_A_WEEK = "hours a week"
    HOURS_A_DAY = "hours a day"
    HOURS = "hours"
    MINUTES = "minutes"
    SHIFTS = "shifts"
    SUNDAYS = "Sundays"
    DAYS = "days"
    NONE = ""


class Leave(StrEnum):
    """What a day of leave or sickness does to a mean.

    Replaced: it counts for nothing, and a day worked after the weeks takes its place.
    Worked: the hours not worked count as if they were. Neutral: the weeks are as
    much shorter, by the days of the week that the person works. None: it is a day
    without work.
    """

    REPLACED = "replaced"
    WORKED = "worked"
    NEUTRAL = "neutral"
    NONE = "none"


class Rolls(StrEnum):
    """With which day the weeks of a mean may begin: any day, or Monday."""

    BY_DAY = "day"
    BY_WEEK = "week"


class Elapsed(StrEnum):
    """What a mean counts while there are fewer weeks than it is over.

    No: nothing is judged yet. Days: the days since the first work. Weeks: the weeks
    begun since then.
    """

    NO = "no"
    DAYS = "days"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean hours a week over any so many weeks.

    `can_opt_out`: the person may agree to more. `elapsed`: what counts while there
    are fewer weeks. `is_broken_at_limit`: the limit itself is too much. `working_days`:
    a week has six, Monday to Saturday, and a public holiday is none. Where so many
    calendar months keep the limit (`exception_months`), up to `exception_limit` hours
    will do in the weeks, if claimed.
    """

    limit: float
    weeks: int
    rolls: Rolls = Rolls.BY_WEEK
    leave: Leave = Leave.NONE
    can_opt_out: bool = False
    elapsed: Elapsed = Elapsed.NO
    is_broken_at_limit: bool = False
    working_days: bool = False
    exception_months: int = 0
    exception_limit: float = 0
    unit: ClassVar = Unit.HOURS_A_WEEK
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class MostPerDay:
    """Hours between a midnight and the next."""

    limit: float
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class MostPerShift:
    """Hours in a shift: all work between two rests."""

    limit: float
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class DailyRest:
    """Hours in a row after a shift; `within` so many hours of its start, if not 0.

    Once in `exception_days` a rest of `exception_hours` will do, if claimed.
    """

    limit: float
    within: float = 24
    exception_hours: float = 0
    exception_days: int = 0
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to have the weekly rest, within `days` of any start of work.

    `pieces` rests of at least `least` hours each; where `hours` is given, all rests
    of at least `least` together come to `hours`.
    """

    days: int
    least: float
    pieces: int = 1
    hours: float = 0

    @property
    def limit(self) -> float:
        """The hours that the figure is held against."""
        return self.hours or self.least


@dataclass(frozen=True, slots=True)
class WeeklyRest:
    """Long rests within so many days; one alternative is enough.

    The days begin with any work, or are whole weeks from Monday (`by_week`). Of a rest
    `outside` hours may lie outside the week, such as the daily rest that it comes on
    top of; one over Sunday midnight serves two weeks if it is long enough for both.
    """

    alternatives: tuple[Alternative, ...]
    by_week: bool = False
    outside: float = 0
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = True

    @property
    def limit(self) -> float:
        """The hours of the usual way, which stands first."""
        return self.alternatives[0].limit


@dataclass(frozen=True, slots=True)
class Break:
    """Minutes off in a shift of more than `after` hours, in pieces of `piece`.

    `longer_after` and `longer` are a second step. `from_after`: the hours themselves
    are enough to need one.
    """

    limit: float
    after: float
    longer_after: float = 0
    longer: float = 0
    piece: float = 15
    from_after: bool = False
    unit: ClassVar = Unit.MINUTES
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class MostUnbroken:
    """Hours of work without a break of `piece` minutes."""

    limit: float
    piece: float = 15
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class FreeSundays:
    """Sundays without work in any so many weeks."""

    limit: float
    weeks: int
    unit: ClassVar = Unit.SUNDAYS
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class DayForSunday:
    """Days off from Monday to Saturday for each Sunday worked, each for one of them.

    They lie within `days` that the Sunday is one of; public holidays and leave are none.
    """

    limit: float
    days: int
    unit: ClassVar = Unit.DAYS
    is_least: ClassVar = True


@dataclass(frozen=True, slots=True)
class MostDays:
    """Days with work in a week from Monday to Sunday."""

    limit: float
    unit: ClassVar = Unit.DAYS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class Overtime:
    """Hours of a calendar year that pass `above` in their week, Monday to Sunday."""

    limit: float
    above: float
    unit: ClassVar = Unit.HOURS
    is_least: ClassVar = False


@dataclass(frozen=True, slots=True)
class Information:
    """Nothing to work out: what the law asks for, or how it counts."""

    limit: ClassVar = None
    unit: ClassVar = Unit.NONE
    is_least: ClassVar = False
