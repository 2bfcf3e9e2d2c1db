"""The hours of a role week by week, beside what was agreed at the time."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.balance import LEAST_HOURS
from plait.answers.context import AnswerContext

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
    """The last year of a role's weeks, oldest first; none where it never had hours."""

    on: date
    language: str
    role: str
    colour: int
    weeks: tuple[RoleWeek, ...]


def role_weeks_answer(context: AnswerContext, index: int) -> RoleWeeksAnswer:
    """Return the weeks of the role at this index of the portfolio."""
    role = context.role(index)
    return RoleWeeksAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        role=role.key,
        colour=role.colour,
        weeks=role_weeks(context, index),
    )


def role_weeks(context: AnswerContext, index: int) -> tuple[RoleWeek, ...]:
    """Return the last year of weeks, up to the last worked one of a role that ended."""
    role, weeks = context.role(index), context.weeks
    worked = np.flatnonzero(weeks.by_role[:, index])
    if not len(worked):
        return ()
    is_held = context.portfolio.on in role.period
    end = int(weeks.known_of_role[index]) if is_held else int(worked[-1]) + 1
    last_year = slice(max(int(worked[0]), end - WEEKS_LISTED), end)
    mondays = weeks.mondays[last_year]
    rows = zip(
        mondays.tolist(),
        weeks.by_role[last_year, index].tolist(),
        agreed_by_week(role, mondays).tolist(),
        strict=True,
    )
    return tuple(_week(*row) for row in rows)


def _week(monday: date, hours: float, agreed: float) -> RoleWeek:
    if np.isnan(agreed):
        return RoleWeek(monday, hours, None, None)
    over = hours - agreed if agreed else 0.0
    return RoleWeek(monday, hours, agreed, over if over >= LEAST_HOURS else None)
