"""All roles in one list: what each takes and what each brings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from plait.analysis.hours.balance import RoleHours, Verdict
from plait.answers.context import AnswerContext
from plait.answers.income.role_income import role_income
from plait.domain.roles import Role, RoleKind
from plait.web.charts import bars
from plait.web.pages.roles import terms


@dataclass(frozen=True, slots=True)
class RowView:
    """A role for parts/role_row.html."""

    name: str
    colour: int
    url: str
    confirm_url: str
    organisation: str
    kind: str
    period: str
    to_confirm: str
    meter: bars.Meter | None
    hours: str
    agreed: str
    is_over: bool
    income: str
    income_note: str


@dataclass(frozen=True)
class RolesView:
    """The whole list: roles that run, opportunities, and what is past."""

    sentence: str
    roles: tuple[RowView, ...]
    opportunities: tuple[RowView, ...]
    past_roles: tuple[RowView, ...]


def roles_view(context: AnswerContext) -> RolesView:
    """Return the list, the roles that take most hours first."""
    everything, on = list(enumerate(context.portfolio.roles)), context.portfolio.on
    given = {hours.role: hours for hours in context.balance.roles}
    past = [(i, role) for i, role in everything if terms.has_ended(role, on)]
    kept = [(i, role) for i, role in everything if not terms.has_ended(role, on)]
    hopes = [(i, role) for i, role in kept if role.kind is RoleKind.OPPORTUNITY]
    running = [(i, role) for i, role in kept if role.kind is not RoleKind.OPPORTUNITY]
    running.sort(key=lambda held: -_weight(given.get(held[0])))
    past.sort(key=lambda held: held[1].period.end or on, reverse=True)
    return RolesView(
        sentence=_sentence(context, sum(i in given for i, _role in running)),
        roles=_rows(context, given, running),
        opportunities=_rows(context, given, hopes),
        past_roles=_rows(context, given, past),
    )


def _weight(hours: RoleHours | None) -> float:
    """Return the hours a week a role is placed by; those to come stand last."""
    if hours is None:
        return -1.0
    return hours.agreed or 0.0 if hours.actual is None else hours.actual


def _rows(
    context: AnswerContext,
    given: dict[int, RoleHours],
    held: Iterable[tuple[int, Role]],
) -> tuple[RowView, ...]:
    return tuple(_row(context, i, role, given.get(i)) for i, role in held)


def _row(
    context: AnswerContext, index: int, role: Role, hours: RoleHours | None
) -> RowView:
    money = role_income(context, index)
    taken, agreed = _hours(context, hours) if hours else _hoped(context, role)
    return RowView(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.key]),
        confirm_url=reverse("role_change", args=[role.key]),
        organisation=role.organisation.name,
        kind=terms.kind_told(role),
        period=terms.months_told(role.period, context.portfolio.on, context.words),
        to_confirm=terms.kind_asked(role),
        meter=_meter(hours) if hours else None,
        hours=taken,
        agreed=agreed,
        is_over=hours is not None and hours.verdict is Verdict.OVER,
        income=money.figure,
        income_note=money.note,
    )


def _hours(context: AnswerContext, hours: RoleHours) -> tuple[str, str]:
    """Return the hours of a week and what stands beside them."""
    number = context.words.number
    told = {
        "actual": number(hours.actual or 0.0),
        "agreed": number(hours.agreed or 0.0),
        "over": number(hours.over),
    }
    if hours.actual is None and hours.agreed is None:
        return "", _("No hours agreed or known")
    if hours.actual is None:
        return _("%(agreed)s h a week") % told, _("agreed; none known yet")
    taken = _("%(actual)s h a week") % told
    if hours.agreed is None:
        return taken, _("none agreed")
    if hours.verdict is Verdict.OVER:
        return taken, _("%(over)s over %(agreed)s agreed") % told
    return taken, _("%(agreed)s agreed") % told


def _hoped(context: AnswerContext, role: Role) -> tuple[str, str]:
    """Return the hours that an opportunity would take."""
    held = role.agreement_on(context.portfolio.on)
    if role.kind is not RoleKind.OPPORTUNITY or held is None or held.hours is None:
        return "", ""
    return terms.hours_told(held, context.words), _("if it comes")


def _meter(hours: RoleHours) -> bars.Meter | None:
    if hours.actual is None or not hours.agreed:
        return None
    return bars.meter(hours.actual, hours.agreed)


def _sentence(context: AnswerContext, n: int) -> str:
    """Return how many roles run and what was agreed for them."""
    if not context.portfolio.roles:
        return ""
    if not n:
        return _("No role runs today.")
    told = ngettext("%(many)s role", "%(many)s roles", n) % {"many": _many(n)}
    agreed = context.balance.agreed
    if not agreed:
        return _("%(roles)s, no hours agreed yet.") % {"roles": told}
    hours = ngettext("%(hours)s hour a week", "%(hours)s hours a week", _plural(agreed))
    return _("%(roles)s, %(hours)s agreed.") % {
        "roles": told,
        "hours": hours % {"hours": context.words.number(agreed)},
    }


def _plural(amount: float) -> int:
    """Return the number whose grammar an amount takes: 1 hour, but 1.5 hours."""
    return 1 if round(amount, 1) == 1 else 2


def _many(n: int) -> str:
    """Return a small number as the word that begins a sentence."""
    told = (
        pgettext("number of roles", "One"),
        pgettext("number of roles", "Two"),
        pgettext("number of roles", "Three"),
        pgettext("number of roles", "Four"),
        pgettext("number of roles", "Five"),
        pgettext("number of roles", "Six"),
        pgettext("number of roles", "Seven"),
        pgettext("number of roles", "Eight"),
        pgettext("number of roles", "Nine"),
        pgettext("number of roles", "Ten"),
        pgettext("number of roles", "Eleven"),
        pgettext("number of roles", "Twelve"),
    )
    return told[n - 1] if n <= len(told) else str(n)
