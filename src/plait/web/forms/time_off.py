"""The forms of leave, of other weeks, and of what goes off beside the roles."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.web.forms.parts import DayField, NumberField

ABSENCES = {
    AbsenceKind.LEAVE: _("Leave"),
    AbsenceKind.SICKNESS: _("Sickness"),
    AbsenceKind.PARENTAL: _("Parental leave"),
    AbsenceKind.OTHER: _("Other days off"),
}
OVERHEADS = {
    OverheadKind.TRAVEL: _("Travel"),
    OverheadKind.ADMIN: _("Admin"),
    OverheadKind.REST: _("Rest"),
    OverheadKind.OTHER: _("Something else"),
}


class StretchForm(forms.Form):
    """Days from the first to the last, both included."""

    starts_on = DayField(
        label=_("First day"), error_messages={"required": _("Say from which day.")}
    )
    ends_on = DayField(
        label=_("Last day"), error_messages={"required": _("Say up to which day.")}
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a stretch that ends before it begins."""
        told = self.cleaned_data
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on", _("This lies before the first day: correct one of the two.")
            )
        return told

    def period(self) -> Period:
        """Return the days; they end the day after the last."""
        first, last = self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]
        return Period(first, last + timedelta(days=1) if last else None)


class RoleStretchForm(StretchForm):
    """Days that may belong to one role; `roles` are keys with names."""

    role = forms.ChoiceField(label=_("Of which role"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", self.no_role), *roles]  # type: ignore[attr-defined]  # a choice field has choices

    no_role: Any = ""


class LeaveForm(RoleStretchForm):
    """Days away, from one role or from all."""

    no_role = _("all of them")
    kind = forms.ChoiceField(
        label=_("What it is"), choices=[(k.value, told) for k, told in ABSENCES.items()]
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    field_order = ("kind", "role", "starts_on", "ends_on", "note")


class SeasonForm(StretchForm):
    """A stretch with another number of hours a week to give."""

    hours = NumberField(
        label=_("Hours a week"),
        max_value=Decimal(168),
        error_messages={
            "required": _("Say how many hours a week you have then."),
            "max_value": _("A week has 168 hours."),
        },
    )

    def season(self) -> Season:
        """Return the stretch with its hours."""
        return Season(self.period(), self.cleaned_data["hours"])


class OverheadForm(RoleStretchForm):
    """Hours a week of travel, admin or rest."""

    no_role = _("none in particular")
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[(k.value, told) for k, told in OVERHEADS.items()],
    )
    hours = NumberField(
        label=_("Hours a week"),
        max_value=Decimal(168),
        error_messages={
            "required": _("Say how many hours a week it takes."),
            "max_value": _("A week has 168 hours."),
        },
    )
    field_order = ("kind", "hours", "starts_on", "ends_on", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = _("Empty while it goes on.")


def roles_to_choose(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return the roles with hours, those that run now before those that are over."""
    real = [role for role in portfolio.roles if role.kind is not RoleKind.OPPORTUNITY]
    real.sort(key=lambda role: not role.is_held_on(portfolio.on))
    return [(role.key, role.name) for role in real]
