"""The hours page: agreed and given, what drifts, the weeks ahead, value."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.analysis.hours.account import account
from plait.analysis.hours.balance import LEAST_HOURS, RoleHours
from plait.review.hours_sentence import hours_sentence
from plait.review.subject import Subject
from plait.web.charts.against import Against, against
from plait.web.shown.ahead import AheadShown, ahead_shown
from plait.web.shown.drifts import DriftingShown, drifting_shown
from plait.web.shown.value import ValueMapShown, value_map_shown
from plait.web.shown.worktime import WorktimeShown, worktime_shown


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
class HoursShown:
    """Everything on the page."""

    sentence: str
    is_empty: bool
    roles: tuple[RoleBar, ...]
    roles_note: str
    since: str
    drifting: tuple[DriftingShown, ...]
    ahead: AheadShown | None
    law: WorktimeShown | None
    value: ValueMapShown | None


def hours_shown(subject: Subject) -> HoursShown:
    """Return the page."""
    words, since = subject.words, account_since(subject.portfolio.on)
    return HoursShown(
        sentence=hours_sentence(subject),
        is_empty=not subject.portfolio.roles,
        roles=_bars(subject, since),
        roles_note=_(
            "Hours a week, the mean of the latest full weeks; the mark is what was agreed."
        ),
        since=words.day(since),
        drifting=drifting_shown(subject),
        ahead=ahead_shown(subject),
        law=worktime_shown(subject),
        value=value_map_shown(subject),
    )


def account_since(on: date) -> date:
    """Return since when accounts are shown: the first of the year, or of the one before.

    In January and February the year before is still the one that is asked about.
    """
    is_early = on.month <= 2
    return date(on.year - is_early, 1, 1)


def _bars(subject: Subject, since: date) -> tuple[RoleBar, ...]:
    told = [h for h in subject.balance.roles if h.actual is not None or h.agreed]
    told.sort(key=lambda h: -max(h.actual or 0.0, h.agreed or 0.0))
    bars = against([(h.actual, h.agreed) for h in told])
    drifting = {one.role for one in subject.drifting}
    return tuple(
        _bar(subject, hours, bar, since, is_over=hours.role in drifting)
        for hours, bar in zip(told, bars, strict=True)
    )


def _bar(
    subject: Subject, hours: RoleHours, bar: Against, since: date, *, is_over: bool
) -> RoleBar:
    role, number = subject.role(hours.role), subject.words.number
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
        account=_account(subject, hours, since),
    )


def _account(subject: Subject, hours: RoleHours, since: date) -> str:
    """Return how the account of the role stands, "" where nothing was agreed."""
    if hours.agreed is None or not len(subject.weeks):
        return ""
    found = account(subject.portfolio, hours.role, since, subject.portfolio.on)
    balance = found.total.balance
    told = {"hours": subject.words.number(abs(balance), 0)}
    if abs(balance) < LEAST_HOURS:
        return _("even")
    if balance > 0:
        return _("%(hours)s h more than due") % told
    return _("%(hours)s h less than due") % told
