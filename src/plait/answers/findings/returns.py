"""When a finding that was settled comes back: by a step of its inputs, never by a day.

One table, beside the ranking. What is compared are the figures at settling and those
of now; no date takes part. A finding that was put off comes back at half the step.
What is not listed comes back only for a further thing it is about (see `identity`), or
never: what is due on a date is done for that date, and the next one is another finding.
"""

from dataclasses import dataclass
from enum import StrEnum

from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import Value

PUT_OFF_PART = 0.5


class Way(StrEnum):
    """How a figure has to move."""

    RISES = "rises"
    FALLS = "falls"
    DIFFERS = "differs"


class Unit(StrEnum):
    """What a figure counts, for whoever says its limit."""

    HOURS = "hours"
    SHARE = "share"
    POINTS = "points"
    MONTHS = "months"
    COUNT = "count"
    MONEY = "money"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Return:
    """A figure, the way it has to move, and the step; a part of itself for money."""

    name: str
    way: Way
    by: float = 0.0
    unit: Unit = Unit.NONE

    def limit(self, was: float, part: float = 1.0) -> float:
        """Return the value that has to be passed; `part` is of the step."""
        step = self.by * part * (abs(was) if self.unit is Unit.MONEY else 1.0)
        return was + step if self.way is Way.RISES else was - step

    def is_passed(self, was: Value, now: Value, part: float = 1.0) -> bool:
        """Return whether a figure has moved by the step since; `part` is of the step.

        A figure that was not known, or is not now, has not moved.
        """
        if self.way is Way.DIFFERS:
            return None not in (was, now) and _plain(was) != _plain(now)
        if not _is_number(was) or not _is_number(now):
            return False
        limit = self.limit(float(was), part)  # type: ignore[arg-type]  # numbers, as just seen
        is_up = self.way is Way.RISES
        return float(now) > limit if is_up else float(now) < limit  # type: ignore[arg-type]  # the same


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _plain(value: Value) -> object:
    return tuple(value) if isinstance(value, tuple | list) else value


def _rises(name: str, by: float, unit: Unit) -> Return:
    return Return(name, Way.RISES, by, unit)


def _falls(name: str, by: float, unit: Unit) -> Return:
    return Return(name, Way.FALLS, by, unit)


def _differs(name: str) -> Return:
    return Return(name, Way.DIFFERS)


RETURNS: dict[Kind, tuple[Return, ...]] = {
    Kind.WEEK_TOO_FULL: (_rises("over", 2, Unit.HOURS),),
    Kind.ROLE_OVER: (_rises("over", 2, Unit.HOURS), _differs("agreed")),
    Kind.ROLE_UNDER: (_falls("over", 2, Unit.HOURS), _differs("agreed")),
    Kind.WEEKS_OVERFULL: (
        _rises("n", 2, Unit.COUNT),
        _rises("load", 4, Unit.HOURS),
    ),
    Kind.WORKTIME_OVER: (_differs("pack"),),
    Kind.WORKTIME_NEAR: (_differs("pack"),),
    Kind.HOURS_UNHEALTHY: (_rises("figure", 2, Unit.HOURS),),
    Kind.VALUE_LOW: (
        _falls("gives", 0.5, Unit.POINTS),
        _rises("takes", 0.5, Unit.POINTS),
    ),
    Kind.ENERGY_FALLS: (_falls("after", 0.5, Unit.POINTS),),
    Kind.CHECK_IN_DUE: (_differs("last_week_on"),),
    Kind.ONE_PAYER: (_rises("share", 0.05, Unit.SHARE),),
    Kind.ONE_CAUSE: (_rises("share", 0.05, Unit.SHARE),),
    Kind.NO_FALLBACK: (
        _rises("share", 0.05, Unit.SHARE),
        _rises("chance", 0.05, Unit.SHARE),
    ),
    Kind.WOULD_LAST: (_falls("months", 2, Unit.MONTHS),),
    Kind.STREAM_DRY: (_differs("last_on"),),
    Kind.STREAM_SHRINKS: (_falls("last_half", 0.2, Unit.MONEY),),
    Kind.PAYMENT_LATE: (_differs("due_on"),),
    Kind.HOURS_CRITERION: (_differs("status"),),
    Kind.TURNOVER_OVER: (_differs("limit"),),
    Kind.TURNOVER_NEAR: (_differs("limit"),),
    Kind.INBOX: (_rises("n_subjects", 2, Unit.COUNT),),
    Kind.GAP_MONEY_STOPS: (_differs("last_on"),),
    Kind.GAP_HOURS_STOP: (_differs("last_on"),),
}
