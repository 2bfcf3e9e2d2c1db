"""The hours of a role week by week, beside what was agreed at the time."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.balance import LEAST_HOURS
from plait.answers.context import AnswerContext
from plait.answers.windows import window
from plait.domain.period import Period, monday_of

WEEKS_LISTED = 52


@dataclass(frozen=True, slots=True)
class RoleWeek:
    """One full week, from its Monday.

    `agreed` is None where no hours were; `over` are the hours above them, None where
    that is less than half an hour.
    """

    week: date
    hours: float
    agreed: float | None
    over: float | None


@dataclass(frozen=True, slots=True)
class RoleWeeksAnswer:
    """The last year of a role's weeks, oldest first; none where it never had hours.

    With a period those in it and before it, a year at least: `within` says which of
    them have a day in it. All have where nobody chose one.
    """

    on: date
    language: str
    role: str
    colour: int
    weeks: tuple[RoleWeek, ...]
    within: tuple[bool, ...]


def role_weeks_answer(
    context: AnswerContext, index: int, period: Period | None = None
) -> RoleWeeksAnswer:
    """Return the weeks of the role at this index; those of a period with an end."""
    role, weeks = context.role(index), role_weeks(context, index, period)
    return RoleWeeksAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        role=role.key,
        colour=role.colour,
        weeks=weeks,
        within=tuple(
            period is None or bool(period.overlap_days(_days(one.week)))
            for one in weeks
        ),
    )


def _days(monday: date) -> Period:
    return Period(monday, monday + timedelta(weeks=1))


def role_weeks(
    context: AnswerContext, index: int, period: Period | None = None
) -> tuple[RoleWeek, ...]:
    """Return the last year of weeks, up to the last worked one of a role that ended.

    With a period those in it and before it, a year at least.
    """
    role, weeks = context.role(index), context.weeks
    worked = np.flatnonzero(weeks.by_role[:, index])
    if not len(worked):
        return ()
    is_held = context.portfolio.on in role.period
    end = int(weeks.known_of_role[index]) if is_held else int(worked[-1]) + 1
    chosen = _chosen(weeks.mondays, int(worked[0]), end, period)
    mondays = weeks.mondays[chosen]
    rows = zip(
        mondays.tolist(),
        weeks.by_role[chosen, index].tolist(),
        agreed_by_week(role, mondays).tolist(),
        strict=True,
    )
    return tuple(_week(*row) for row in rows)


def _chosen(
    mondays: NDArray[np.datetime64], first: int, end: int, period: Period | None
) -> slice:
    """Return the weeks to show, of those from the first one to the end."""
    if period is None or period.end is None:
        return slice(max(first, end - WEEKS_LISTED), end)
    begins, ends = (
        int(np.searchsorted(mondays, np.datetime64(day)))
        for day in (monday_of(period.start), period.end)
    )
    return window(first, end, (begins, ends), WEEKS_LISTED)


def _week(monday: date, hours: float, agreed: float) -> RoleWeek:
    if np.isnan(agreed):
        return RoleWeek(monday, hours, None, None)
    over = hours - agreed if agreed else 0.0
    return RoleWeek(monday, hours, agreed, over if over >= LEAST_HOURS else None)
