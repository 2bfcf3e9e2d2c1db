"""The hours of one role, week by week, against what was agreed then."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.balance import LEAST_HOURS
from plait.answers.context import AnswerContext
from plait.web.charts import vega
from plait.web.pages.today import WEEKS_SHOWN


@dataclass(frozen=True, slots=True)
class WeekView:
    """A row of the table."""

    told: str
    hours: str
    agreed: str
    over: str


@dataclass(frozen=True, slots=True)
class RoleHoursView:
    """The chart and its table, newest week first in the table."""

    spec: dict[str, Any]
    note: str
    weeks: tuple[WeekView, ...]


def role_hours_view(context: AnswerContext, index: int) -> RoleHoursView | None:
    """Return the last year of weeks, None where the role never had hours."""
    role, weeks = context.role(index), context.weeks
    worked = np.flatnonzero(weeks.by_role[:, index])
    if not len(worked):
        return None
    held = context.portfolio.on in role.period
    end = len(weeks) if held else int(worked[-1]) + 1
    shown = slice(max(int(worked[0]), end - WEEKS_SHOWN), end)
    mondays = weeks.mondays[shown]
    hours = weeks.by_role[shown, index].tolist()
    agreed = [
        None if np.isnan(h) else h for h in agreed_by_week(role, mondays).tolist()
    ]
    spec = vega.weekly_hours(
        mondays.tolist(),
        hours,
        agreed,
        colour=role.colour,
        language=context.words.language,
    )
    rows = zip(mondays.tolist(), hours, agreed, strict=True)
    return RoleHoursView(
        spec=spec,
        note=_("Bars are hours given, the line is what was agreed at the time.")
        if any(agreed)
        else _("Bars are hours given; no hours were agreed."),
        weeks=tuple(week_view(context, *row) for row in rows)[::-1],
    )


def week_view(
    context: AnswerContext, monday: date, given: float, agreed: float | None
) -> WeekView:
    """Return a row of a table of weeks: hours given and agreed, and what is above."""
    words = context.words
    over = given - agreed if agreed else 0.0
    return WeekView(
        told=words.day(monday),
        hours=_told(context, given),
        agreed=_told(context, agreed) if agreed else "",
        over=_told(context, over) if over >= LEAST_HOURS else "",
    )


def _told(context: AnswerContext, hours: float) -> str:
    return _("%(hours)s h") % {"hours": context.words.number(hours)}
