"""The form of what several roles depend on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.schemas.book_records import CauseRecord
from plait.domain.schemas.role import LONGEST_NAME
from plait.web.forms.safety.fields import (
    percent_field,
    percent_of,
    set_choices,
    share_of,
)


class CauseForm(forms.Form):
    """What several roles depend on."""

    name = forms.CharField(
        label=_("What do these roles depend on?"),
        help_text=_("One ministry’s budget, one sector, your voice, your car."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Write what it is, in your own words.")},
    )
    chance = percent_field(
        label=_("Chance that it fails within a year, %"),
        help_text=_("Leave it empty if you don’t know."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Which roles would stop with it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick the roles that would stop if it failed."),
            "invalid_choice": _("Choose from your own roles."),
        },
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        roles: Iterable[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "roles", roles)

    def record(self) -> CauseRecord:
        """Return the cause, as a file would hold it."""
        values = self.cleaned_data
        roles, chance = tuple(values["roles"]), share_of(values["chance"])
        return CauseRecord("form", values["name"], roles, chance)


def cause_values(row: Any) -> dict[str, Any]:  # noqa: ANN401  # a row of the book
    """Return a cause as the form shows it."""
    return {
        "name": row.name,
        "chance": None if row.chance is None else percent_of(row.chance),
        "roles": [one.role.key for one in row.hanging.all()],
    }
