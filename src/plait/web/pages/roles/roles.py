"""All roles in one list: what each takes and what each brings."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.roles.roles import RolesAnswer, RoleState, RoleSummary
from plait.web.charts import bars
from plait.web.pages.records.records import records_url
from plait.web.pages.steps import Link


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
    agreed_url: str
    is_over: bool
    income: str
    income_note: str
    share: str
    hours_url: str
    income_url: str
    share_url: str


@dataclass(frozen=True)
class RolesView:
    """The whole list: current roles, opportunities, and what is past."""

    sentence: str
    roles: tuple[RowView, ...]
    opportunities: tuple[RowView, ...]
    past_roles: tuple[RowView, ...]
    archived: tuple[Link, ...]


def roles_view(answer: RolesAnswer) -> RolesView:
    """Return the list in its three parts."""
    return RolesView(
        sentence=answer.sentence,
        roles=_rows(answer, RoleState.CURRENT),
        opportunities=_rows(answer, RoleState.OPPORTUNITY),
        past_roles=_rows(answer, RoleState.PAST),
        archived=tuple(
            Link(one.name, reverse("role", args=[one.role])) for one in answer.archived
        ),
    )


def _rows(answer: RolesAnswer, state: RoleState) -> tuple[RowView, ...]:
    return tuple(_row(role) for role in answer.roles if role.state is state)


def _row(role: RoleSummary) -> RowView:
    return RowView(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.role]),
        confirm_url=reverse("role_change", args=[role.role]),
        organisation=role.organisation,
        kind=role.kind_text,
        period=role.period,
        to_confirm=role.kind_question,
        meter=hours_meter(role),
        hours=role.hours_text,
        agreed=role.agreed_text,
        agreed_url=reverse("agreement_now", args=[role.role]),
        is_over=role.is_drifting,
        income=role.income.figure,
        income_note=role.income.note,
        share=role.share_text,
        hours_url=records_url(role.records) if role.records else "",
        income_url=records_url(role.income.records)
        if role.income.records and role.income.a_month
        else "",
        share_url=f"{reverse('safety')}#concentration-title" if role.share_text else "",
    )


def hours_meter(role: RoleSummary) -> bars.Meter | None:
    """Return the hours given against those agreed, None where one is not known."""
    if role.given_a_week is None or not role.agreed_a_week:
        return None
    return bars.meter(role.given_a_week, role.agreed_a_week)
