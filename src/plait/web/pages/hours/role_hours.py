"""The hours of one role, week by week, against what was agreed then."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from plait.answers.roles.role_weeks import RoleWeek, RoleWeeksAnswer
from plait.domain.selection import RecordKind, Selection
from plait.web.charts import vega
from plait.web.pages.records.records import records_url
from plait.web.pages.roles.terms_link import terms_url
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class WeekView:
    """A row of the table."""

    week: str
    hours: str
    agreed: str
    over: str
    url: str
    agreed_url: str


@dataclass(frozen=True, slots=True)
class RoleHoursView:
    """The chart and its table, newest week first in the table.

    `has_pale` is whether some weeks of the chart lie outside the period; those are not
    in the table.
    """

    spec: dict[str, Any]
    note: str
    has_pale: bool
    weeks: tuple[WeekView, ...]


def role_hours_view(answer: RoleWeeksAnswer, words: Words) -> RoleHoursView | None:
    """Return a year of weeks or those of a period, None where there never were hours."""
    if not answer.weeks:
        return None
    spec = vega.weekly_hours(
        [week.week for week in answer.weeks],
        [week.hours for week in answer.weeks],
        [week.agreed for week in answer.weeks],
        colour=answer.colour,
        language=words.language,
        within=answer.within if any(answer.within) else (),
    )
    pairs = zip(answer.weeks, answer.within, strict=True)
    listed = [week for week, is_within in pairs if is_within]
    return RoleHoursView(
        spec=spec,
        note=_("The bars are hours worked, the line is what was agreed at the time.")
        if any(week.agreed for week in answer.weeks)
        else _("The bars are hours worked; no hours were agreed."),
        has_pale=not all(answer.within),
        weeks=tuple(week_view(week, words, answer.role) for week in reversed(listed)),
    )


def week_view(week: RoleWeek, words: Words, role: str) -> WeekView:
    """Return a row of a table of weeks: hours worked and agreed, and what is above."""
    return WeekView(
        week=words.day(week.week),
        hours=_hours(week.hours, words),
        agreed=_hours(week.agreed, words) if week.agreed else "",
        over=_hours(week.over, words) if week.over else "",
        agreed_url=terms_url(role) if week.agreed else "",
        url=records_url(
            Selection(
                RecordKind.TIME,
                role=role,
                start=week.week,
                end=week.week + timedelta(weeks=1),
            )
        ),
    )


def _hours(hours: float | None, words: Words) -> str:
    return _("%(hours)s h") % {"hours": words.number(hours or 0.0)}
