"""The form of a public holiday that is dropped or added."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.portfolio import Portfolio


class HolidayForm(forms.Form):
    """A day, whether it is off, and at which organisation."""

    day = forms.CharField(
        label=_("Which day"),
        help_text=_("Such as Good Friday, 2026-12-24, or 12-24 for every year."),
        max_length=60,
        error_messages={"required": _("Name the holiday, or enter its date.")},
    )
    is_free = forms.ChoiceField(
        label=_("Is it a day off?"),
        choices=[("yes", _("Yes, a day off")), ("no", _("No, it is worked"))],
    )
    organisation = forms.ChoiceField(label=_("Where"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        organisations: Iterable[str],
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]  # a choice field has choices
            ("", _("at every organisation")),
            *((name, name) for name in organisations),
        ]


def organisations_to_choose(portfolio: Portfolio) -> list[str]:
    """Return the organisations of roles that are not archived, each once."""
    held = (role for role in portfolio.roles if not role.is_archived)
    names = {role.organisation.name for role in held}
    return sorted(names, key=str.casefold)
