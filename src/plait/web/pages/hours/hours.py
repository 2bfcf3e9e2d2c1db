"""The hours page: agreed and given, what drifts, the weeks ahead, value."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.account import account
from plait.analysis.hours.balance import LEAST_HOURS, RoleHours
from plait.answers.context import AnswerContext
from plait.answers.hours_sentence import hours_sentence
from plait.web.charts.against import Against, against
from plait.web.pages.hours.ahead import AheadView, ahead_view
from plait.web.pages.hours.drifts import DriftingView, drifting_view
from plait.web.pages.hours.wellbeing import ValueMapView, value_map_view
from plait.web.pages.hours.working_time import WorktimeView, worktime_view


@dataclass(frozen=True, slots=True)
class RoleBar:
    """A role's hours a week against its agreement, and its account this year."""

    name: str
    colour: int
    url: str
    bar: Against
    given: str
    agreed: str
    has_agreed: bool
    is_over: bool
    account: str


@dataclass(frozen=True)
class HoursView:
    """Everything on the page."""

    sentence: str
    is_empty: bool
    roles: tuple[RoleBar, ...]
    roles_note: str
    since: str
    drifting: tuple[DriftingView, ...]
    ahead: AheadView | None
    law: WorktimeView | None
    value: ValueMapView | None


def hours_view(context: AnswerContext) -> HoursView:
    """Return the page."""
    words, since = context.words, account_since(context.portfolio.on)
    return HoursView(
        sentence=hours_sentence(context),
        is_empty=not context.portfolio.roles,
        roles=_bars(context, since),
        roles_note=_(
            "Hours a week, the mean of the latest full weeks; the mark is what was agreed."
        ),
        since=words.day(since),
        drifting=drifting_view(context),
        ahead=ahead_view(context),
        law=worktime_view(context),
        value=value_map_view(context),
    )


def account_since(on: date) -> date:
    """Return since when accounts are shown: the first of the year, or of the one before.

    In January and February the year before is still the one that is asked about.
    """
    is_early = on.month <= 2
    return date(on.year - is_early, 1, 1)


def _bars(context: AnswerContext, since: date) -> tuple[RoleBar, ...]:
    told = [h for h in context.balance.roles if h.actual is not None or h.agreed]
    told.sort(key=lambda h: -max(h.actual or 0.0, h.agreed or 0.0))
    bars = against([(h.actual, h.agreed) for h in told])
    drifting = {one.role for one in context.drifting}
    return tuple(
        _bar(context, hours, bar, since, is_over=hours.role in drifting)
        for hours, bar in zip(told, bars, strict=True)
    )


def _bar(
    context: AnswerContext,
    hours: RoleHours,
    bar: Against,
    since: date,
    *,
    is_over: bool,
) -> RoleBar:
    role, number = context.role(hours.role), context.words.number
    given = None if hours.actual is None else number(hours.actual)
    agreed = None if hours.agreed is None else number(hours.agreed)
    return RoleBar(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.key]),
        bar=bar,
        given=_("%(n)s h") % {"n": given} if given is not None else _("no hours yet"),
        agreed=_("%(n)s h") % {"n": agreed} if agreed else _("none agreed"),
        has_agreed=agreed is not None,
        is_over=is_over,
        account=_account(context, hours, since),
    )


def _account(context: AnswerContext, hours: RoleHours, since: date) -> str:
    """Return how the account of the role stands, "" where nothing was agreed."""
    if hours.agreed is None or not len(context.weeks):
        return ""
    found = account(context.portfolio, hours.role, since, context.portfolio.on)
    balance = found.total.balance
    told = {"hours": context.words.number(abs(balance), 0)}
    if abs(balance) < LEAST_HOURS:
        return _("even")
    if balance > 0:
        return _("%(hours)s h more than due") % told
    return _("%(hours)s h less than due") % told
