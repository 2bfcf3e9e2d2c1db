"""The hours page: agreed and worked, what drifts, the weeks ahead, value."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.context import AnswerContext
from plait.answers.hours.capacity import capacity_answer
from plait.answers.hours.drift import drift_answer
from plait.answers.hours.hours import hours_answer
from plait.answers.hours.hours_role import RoleAccount
from plait.answers.hours.working_time import working_time_at_home
from plait.answers.periods.hours import HoursInPeriod
from plait.answers.roles.wellbeing import wellbeing_answer
from plait.domain.periods.choice import PeriodChoice
from plait.domain.selection import RecordKind, Selection
from plait.web.charts.against import Against, against
from plait.web.pages.hours.ahead import AheadView, ahead_view
from plait.web.pages.hours.drifts import DriftingView, drifting_view
from plait.web.pages.hours.in_period import HoursInPeriodView, hours_in_period_view
from plait.web.pages.hours.wellbeing import ValueMapView, value_map_view
from plait.web.pages.hours.working_time import WorktimeView, worktime_view
from plait.web.pages.records.records import records_url
from plait.web.pages.roles.terms_link import terms_url
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RoleBar:
    """A role's hours a week against its agreement, and how its account stands.

    `since` is where the account begins, "" where that is as the table's head says.
    `given_url` opens the hours of the latest weeks, `balance_url` those since then.
    """

    name: str
    colour: int
    url: str
    bar: Against
    given: str
    agreed: str
    has_agreed: bool
    is_over: bool
    balance: str
    since: str
    given_url: str
    agreed_url: str
    balance_url: str


@dataclass(frozen=True)
class HoursView:
    """Everything on the page; `since` is the earliest day that an account begins."""

    sentence: str
    is_empty: bool
    roles: tuple[RoleBar, ...]
    since: str
    in_period: HoursInPeriod
    worked: HoursInPeriodView
    drifting: tuple[DriftingView, ...]
    ahead: AheadView | None
    law: WorktimeView | None
    value: ValueMapView | None


def hours_view(context: AnswerContext, choice: PeriodChoice | None = None) -> HoursView:
    """Return the page, with a period in it."""
    answer, words = hours_answer(context, period=choice), context.words
    roles = [
        one for one in answer.roles if one.given_a_week is not None or _agreed(one)
    ]
    roles.sort(key=lambda one: -max(one.given_a_week or 0.0, _agreed(one)))
    starts = [one.start for one in roles if one.balance is not None]
    since = min(starts, default=None)
    bars = against([(one.given_a_week, one.agreed_a_week) for one in roles])
    return HoursView(
        sentence=answer.sentence,
        is_empty=not context.portfolio.roles,
        roles=tuple(
            _bar(one, bar, since, words) for one, bar in zip(roles, bars, strict=True)
        ),
        since=words.day(since) if since else "",
        in_period=answer.in_period,
        worked=hours_in_period_view(answer.in_period, words),
        drifting=drifting_view(drift_answer(context), words),
        ahead=ahead_view(capacity_answer(context), words),
        law=worktime_view(working_time_at_home(context), words),
        value=value_map_view(wellbeing_answer(context), words),
    )


def _agreed(one: RoleAccount) -> float:
    return one.agreed_a_week or 0.0


def _bar(one: RoleAccount, bar: Against, since: date | None, words: Words) -> RoleBar:
    given = "" if one.given_a_week is None else words.number(one.given_a_week)
    begins = one.balance is not None and one.start != since
    return RoleBar(
        name=one.name,
        colour=one.colour,
        url=reverse("role", args=[one.role]),
        bar=bar,
        given=_("%(n)s h") % {"n": given} if given else _("no hours yet"),
        agreed=_("%(n)s h") % {"n": words.number(_agreed(one))}
        if one.agreed_a_week
        else _("none agreed"),
        has_agreed=one.agreed_a_week is not None,
        is_over=one.is_drifting,
        balance=one.balance_text,
        since=_("since %(day)s") % {"day": words.day(one.start)} if begins else "",
        given_url=records_url(one.records) if one.records else "",
        agreed_url=terms_url(one.role) if one.agreed_a_week else "",
        balance_url=records_url(
            Selection(RecordKind.TIME, one.role, start=one.start, end=one.end)
        )
        if one.balance is not None
        else "",
    )
