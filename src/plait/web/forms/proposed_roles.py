"""The forms of proposed roles: one for each, told apart by its key."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.answers.roles.proposals import ProposedNewRole, RoleChoice
from plait.domain.roles import RoleKind
from plait.domain.schemas.role import KIND_LABELS, LONGEST_NAME
from plait.web.forms.parts import NumberField

_HOURS_OF_A_WEEK = 168


class ProposedRoleForm(forms.Form):
    """Whether to make a role of it, and what it is called."""

    take = forms.BooleanField(required=False)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME, required=False)
    organisation = forms.CharField(
        label=_("Organisation"), max_length=LONGEST_NAME, required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    hours = NumberField(
        label=_("Hours a week"), required=False, max_value=_HOURS_OF_A_WEEK
    )

    def __init__(self, sent: Mapping[str, Any] | None, one: ProposedNewRole) -> None:
        first = {"take": not one.is_over, "name": one.name, "kind": one.kind.value}
        first |= {"organisation": one.organisation, "hours": _whole(one.hours_a_week)}
        super().__init__(sent, prefix=one.key, initial=first)
        kinds = [(k.value, label) for k, label in KIND_LABELS.items() if k in _KINDS]
        self.fields["kind"].choices = [(v, _(t)) for v, t in kinds]  # type: ignore[attr-defined]  # a choice field has choices
        self.one = one

    def choice(self) -> RoleChoice:
        """Return what the person says of the proposal."""
        given = self.cleaned_data
        hours = given["hours"]
        return RoleChoice(
            name=given["name"] or None,
            organisation=given["organisation"] or None,
            kind=RoleKind(given["kind"]) if given["kind"] else None,
            hours=Decimal(0) if hours is None else hours,
        )


def _whole(hours: float | None) -> float | None:
    """Return whole hours without a decimal."""
    return int(hours) if hours is not None and hours.is_integer() else hours


_KINDS = set(RoleKind) - {RoleKind.OPPORTUNITY}


def forms_of(
    proposals: Iterable[ProposedNewRole], sent: Mapping[str, Any] | None = None
) -> list[ProposedRoleForm]:
    """Return the form of each proposal."""
    return [ProposedRoleForm(sent, one) for one in proposals]
