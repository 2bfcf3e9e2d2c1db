"""The records that a mean of the latest weeks was worked out from."""

from collections.abc import Sequence
from datetime import date, timedelta

from plait.analysis.hours.balance import RoleHours
from plait.answers.context import AnswerContext
from plait.domain.selection import RecordKind, Selection


def latest_weeks(context: AnswerContext) -> Selection | None:
    """Return the hours of the weeks that hours a week are a mean of, of all roles."""
    return _of_weeks(context, context.balance.weeks_used)


def latest_weeks_of(
    context: AnswerContext, hours: RoleHours | None
) -> Selection | None:
    """Return the same for a role, None without hours.

    From the first week to the last: weeks with days off between them are not counted
    in the mean, and stand in the list.
    """
    if hours is None or hours.actual is None:
        return None
    return _of_weeks(context, hours.weeks_used, context.role(hours.role).key)


def _of_weeks(
    context: AnswerContext, weeks: Sequence[int], role: str = ""
) -> Selection | None:
    if not weeks:
        return None
    mondays = context.weeks.mondays
    first: date = mondays[weeks[0]].astype(object)
    last: date = mondays[weeks[-1]].astype(object)
    return Selection(RecordKind.TIME, role, start=first, end=last + timedelta(weeks=1))
