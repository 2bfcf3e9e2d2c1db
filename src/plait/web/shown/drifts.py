"""Roles that left what was agreed: the line, the week it left, what that costs."""

from dataclasses import dataclass

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.agreed import agreed_by_week
from plait.analysis.hours.drift import Drift
from plait.review.drift import lately_given, worth_a_month
from plait.review.subject import Subject
from plait.web.charts import lines

WEEKS_SHOWN = 52


@dataclass(frozen=True, slots=True)
class DriftingShown:
    """One role that drifts."""

    name: str
    colour: int
    line: lines.Drift | None
    label: str
    agreed: str
    left: str
    over: str
    worth: str
    url: str
    talk_url: str


def drifting_shown(subject: Subject) -> tuple[DriftingShown, ...]:
    """Return the roles that drift now, the one that takes most first."""
    pairs = zip(subject.drifts, subject.balance.roles, strict=True)
    found = [
        (lately_given(one, hours) - (one.agreed or 0.0), one)
        for one, hours in pairs
        if one.is_over_now
    ]
    found.sort(key=lambda pair: -pair[0])
    return tuple(_drifting(subject, one, over) for over, one in found)


def _drifting(subject: Subject, one: Drift, over: float) -> DriftingShown:
    role, words = subject.role(one.role), subject.words
    worth = worth_a_month(role.agreement_on(subject.portfolio.on), over)
    since = words.day(one.since) if one.since else ""
    told = {"hours": words.hours(over), "day": since}
    return DriftingShown(
        name=role.name,
        colour=role.colour,
        line=_line(subject, one),
        label=_("%(hours)s a week more than agreed since %(day)s") % told,
        agreed=_("%(n)s h agreed") % {"n": words.number(one.agreed or 0.0)},
        left=_("left around %(day)s") % told,
        over=_("%(hours)s a week more than agreed") % told,
        worth=_("worth %(money)s a month") % {"money": words.money(*worth)}
        if worth
        else "",
        url=reverse("role", args=[role.key]),
        talk_url=reverse("agreement", args=[role.key]),
    )


def _line(subject: Subject, one: Drift) -> lines.Drift | None:
    mondays = subject.weeks.mondays[-WEEKS_SHOWN:]
    hours = subject.weeks.by_role[-WEEKS_SHOWN:, one.role]
    agreed = agreed_by_week(subject.role(one.role), mondays)
    begun = np.flatnonzero(~np.isnan(agreed))
    if not len(begun):
        return None
    shown = slice(int(begun[0]), None)
    left = np.flatnonzero(mondays[shown] == np.datetime64(one.since or 0, "D"))
    return lines.drift(
        hours[shown].tolist(),
        np.nan_to_num(agreed[shown]).tolist(),
        left_at=int(left[0]) if len(left) else None,
    )
