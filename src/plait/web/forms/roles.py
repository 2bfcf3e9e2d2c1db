"""The form of a role."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from plait.domain.roles import RoleKind
from plait.web.forms.parts import DayField
from plait.web.forms.work import WorkForm, work_as_told
from plait.web.pages.roles.terms import KINDS

_EXPLAINED: dict[RoleKind, Promise] = {
    RoleKind.EMPLOYMENT: _("A job with an employer and a salary."),
    RoleKind.CONTRACT: _("Assignments that you invoice, for one client or several."),
    RoleKind.VENTURE: _("Something you run yourself: a shop, a flat you let."),
    RoleKind.BOARD: _("A seat on a board or a council, paid or not."),
    RoleKind.MENTORING: _("People you guide or coach."),
    RoleKind.VOLUNTEERING: _("Other unpaid work for a cause."),
    RoleKind.STUDY: _("A course or a degree you follow."),
    RoleKind.OPPORTUNITY: _("Not agreed yet: something you may take on."),
}


class RoleForm(WorkForm):
    """One part of a working life."""

    name = forms.CharField(
        label=_("What do you call it?"),
        help_text=_("As you would say it: practice manager, Atlas project."),
        max_length=200,
        error_messages={"required": _("Give the role a name that you recognise.")},
    )
    organisation = forms.CharField(
        label=_("Where, or for whom?"),
        help_text=_("An employer, a client, a charity, a school, or yourself."),
        max_length=200,
        error_messages={
            "required": _("Name the place; your own name will do if it is yours.")
        },
    )
    kind = forms.ChoiceField(
        label=_("What sort of role is it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what comes closest; you can change it later."),
            "invalid_choice": _("Choose one of the sorts that are listed."),
        },
    )
    is_paid = forms.BooleanField(
        label=_("It is paid"),
        help_text=_("Leave it out if only your costs are paid back."),
        required=False,
        initial=True,
    )
    starts_on = DayField(
        label=_("First day"),
        help_text=_("About right will do."),
        error_messages={"required": _("Say since when; about right will do.")},
    )
    ends_on = DayField(
        label=_("Last day"), help_text=_("Empty while it runs."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            (kind.value, _explained(kind)) for kind in RoleKind
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a role that ends before it begins."""
        told = self.cleaned_data
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and last < first:
            self.add_error(
                "ends_on", _("This lies before the first day: correct one of the two.")
            )
        return told

    def told(self) -> dict[str, Any]:
        """Return the fields of a role; it ends the day after its last."""
        told, last = self.cleaned_data, self.cleaned_data["ends_on"]
        return {
            "name": told["name"],
            "organisation": told["organisation"],
            "kind": RoleKind(told["kind"]),
            "is_paid": told["is_paid"],
            "started_on": told["starts_on"],
            "ended_on": last + timedelta(days=1) if last else None,
            **self.work(),
        }


def _explained(kind: RoleKind) -> str:
    told = '<span>{}<br><span class="helptext">{}</span></span>'
    return format_html(told, KINDS[kind], _EXPLAINED[kind])


def as_told(role: Any) -> dict[str, Any]:  # noqa: ANN401  # a row of the book
    """Return a role as the form shows it."""
    last = role.ended_on
    return {
        "name": role.name,
        "organisation": role.organisation.name,
        "kind": role.kind,
        "is_paid": role.is_paid,
        "starts_on": role.started_on,
        "ends_on": last - timedelta(days=1) if last else None,
        **work_as_told(role),
    }
