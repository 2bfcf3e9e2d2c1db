"""Roles that left what was agreed: the line, the week it left, what that costs."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.drift.drift import Drift
from plait.answers.context import AnswerContext
from plait.answers.findings.drift import worth_a_month
from plait.answers.talk import talk
from plait.web.charts import lines
from plait.web.pages.hours.role_hours import WeekView, week_view

WEEKS_SHOWN = 52


@dataclass(frozen=True, slots=True)
class DriftingView:
    """One role that drifts."""

    name: str
    colour: int
    line: lines.Drift | None
    label: str
    since: str
    left: str
    agreed: str
    now: str
    weeks: tuple[WeekView, ...]
    over: str
    worth: str
    url: str
    talk_url: str


def drifting_view(context: AnswerContext) -> tuple[DriftingView, ...]:
    """Return the roles that drift now, the one that takes most first."""
    found = sorted(context.drifting, key=lambda one: -(one.over_by_now or 0.0))
    return tuple(_drifting(context, one) for one in found)


def _drifting(context: AnswerContext, one: Drift) -> DriftingView:
    role, words = context.role(one.role), context.words
    over = one.over_by_now or 0.0
    worth = worth_a_month(role.agreement_on(context.portfolio.on), over)
    since = words.day(one.since) if one.since else ""
    told = {"hours": words.hours(over), "day": since}
    year = _year(context, one)
    return DriftingView(
        name=role.name,
        colour=role.colour,
        line=_line(year, one),
        label=_("%(hours)s a week more than agreed since %(day)s") % told,
        since=_("Hours a week since %(day)s") % {"day": words.day(year.mondays[0])}
        if year.mondays
        else "",
        left=_("left around %(day)s") % told,
        agreed=_("%(n)s h agreed") % {"n": words.number(one.agreed or 0.0)},
        now=_("%(n)s h in the last full week") % {"n": words.number(year.hours[-1])}
        if year.hours
        else "",
        weeks=tuple(week_view(context, *week) for week in zip(*year, strict=True))[
            ::-1
        ],
        over=_("%(hours)s a week more than agreed") % told,
        worth=_("worth %(money)s a month") % {"money": words.money(*worth)}
        if worth
        else "",
        url=reverse("role", args=[role.key]),
        talk_url=reverse("talk", args=[role.key]),
    )


@dataclass(frozen=True)
class TalkView:
    """The page with the draft of a note, "" where there is nothing to talk of."""

    name: str
    colour: int
    organisation: str
    drifting: DriftingView | None
    note: str
    n_lines: int
    url: str
    terms_url: str


def talk_view(context: AnswerContext, key: str) -> TalkView:
    """Return the page of one role, by its key."""
    roles = context.portfolio.roles
    index, role = next((i, role) for i, role in enumerate(roles) if role.key == key)
    one = next((d for d in context.drifting if d.role == index), None)
    note = talk(context, one) if one else ""
    return TalkView(
        name=role.name,
        colour=role.colour,
        organisation=role.organisation.name,
        drifting=_drifting(context, one) if one else None,
        note=note,
        # Long lines wrap on a phone: a few more than there are.
        n_lines=note.count("\n") + 6,
        url=reverse("role", args=[key]),
        terms_url=reverse("agreement", args=[key]),
    )


class _Year(NamedTuple):
    """A role's weeks since it had terms, a year at most: hours given and agreed."""

    mondays: list[date]
    hours: list[float]
    agreed: list[float | None]


def _year(context: AnswerContext, one: Drift) -> _Year:
    mondays = context.weeks.mondays[-WEEKS_SHOWN:]
    hours = context.weeks.by_role[-WEEKS_SHOWN:, one.role]
    agreed = agreed_by_week(context.role(one.role), mondays)
    begun = np.flatnonzero(~np.isnan(agreed))
    shown = slice(int(begun[0]) if len(begun) else len(agreed), None)
    return _Year(
        mondays[shown].tolist(),
        hours[shown].tolist(),
        [None if np.isnan(h) else h for h in agreed[shown].tolist()],
    )


def _line(year: _Year, one: Drift) -> lines.Drift | None:
    left = year.mondays.index(one.since) if one.since in year.mondays else None
    agreed = [hours or 0.0 for hours in year.agreed]
    return lines.drift(year.hours, agreed, left_at=left)
