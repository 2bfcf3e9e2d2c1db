"""The forms of leave, of other weeks, and of what goes off beside the roles."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.domain.availability import AbsenceKind, OverheadKind, Season
from plait.domain.errors import BadValue
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.domain.roles import RoleKind
from plait.formats.quick_entry.part_of_day import part_of_day
from plait.web.forms.parts import DayField, NumberField
from plait.web.pages.errors import refusal
from plait.wording.hours.time_off import absence_text, overhead_text
from plait.wording.words import Words, words_for


class StretchForm(forms.Form):
    """Days from the first to the last, both included."""

    starts_on = DayField(
        label=_("First day"), error_messages={"required": _("Enter the first day.")}
    )
    ends_on = DayField(
        label=_("Last day"), error_messages={"required": _("Enter the last day.")}
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a stretch that ends before it begins."""
        values = self.cleaned_data
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on",
                _("The last day lies before the first: correct one of the two."),
            )
        return values

    def period(self) -> Period:
        """Return the days; they end the day after the last."""
        first, last = self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]
        return Period(first, last + timedelta(days=1) if last else None)


class RoleStretchForm(StretchForm):
    """Days that may belong to one role; `roles` are keys with names."""

    role = forms.ChoiceField(label=_("Which role"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", self.no_role), *roles]  # type: ignore[attr-defined]  # a choice field has choices

    no_role: Any = ""


class PartOfDayField(forms.CharField):
    """Hours of a day, as a number or from when to when; None where it is empty."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401  # Django's signature
        """Return the hours as a number."""
        text = super().clean(value)
        try:
            return part_of_day(text) if text else None
        except BadValue as bad:
            raise forms.ValidationError(refusal(bad)) from bad


class LeaveForm(RoleStretchForm):
    """Days away, from one role or from all."""

    no_role = _("all roles")
    kind = forms.ChoiceField(label=_("What it is"))
    hours = PartOfDayField(
        label=_("Hours of the day"),
        help_text=_("Such as 4 or 13:00-17:00. Leave empty for whole days."),
        required=False,
        max_length=20,
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    field_order = ("kind", "role", "starts_on", "ends_on", "hours", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            (kind.value, absence_text(_words(), kind)) for kind in AbsenceKind
        ]

    def chosen_kind(self) -> AbsenceKind:
        """Return what the days away are."""
        return AbsenceKind(self.cleaned_data["kind"])


class SeasonForm(StretchForm):
    """A stretch with another number of hours a week to give."""

    hours = NumberField(
        label=_("Hours a week"),
        max_value=Decimal(168),
        error_messages={
            "required": _("Enter how many hours a week you have then."),
            "max_value": _("A week has 168 hours."),
        },
    )

    def season(self) -> Season:
        """Return the stretch with its hours."""
        return Season(self.period(), self.cleaned_data["hours"])


class OverheadForm(RoleStretchForm):
    """Hours a week of travel, admin or rest."""

    no_role = _("no particular role")
    kind = forms.ChoiceField(label=_("What it is"))
    hours = NumberField(
        label=_("Hours a week"),
        max_value=Decimal(168),
        error_messages={
            "required": _("Enter how many hours a week it takes."),
            "max_value": _("A week has 168 hours."),
        },
    )
    field_order = ("kind", "hours", "starts_on", "ends_on", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            (kind.value, overhead_text(_words(), kind)) for kind in OverheadKind
        ]
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = _("Leave empty if it goes on.")

    def chosen_kind(self) -> OverheadKind:
        """Return what the hours go to."""
        return OverheadKind(self.cleaned_data["kind"])


def _words() -> Words:
    return words_for((get_language() or "en")[:2])


def roles_to_choose(portfolio: Portfolio) -> list[tuple[str, str]]:
    """Return the roles with hours, those that run now before those that are over.

    Archived ones are left out.
    """
    real = [
        role
        for role in portfolio.roles
        if role.kind is not RoleKind.OPPORTUNITY and not role.is_archived
    ]
    real.sort(key=lambda role: not role.is_held_on(portfolio.on))
    return [(role.key, role.name) for role in real]
