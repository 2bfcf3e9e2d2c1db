"""Forms of the calendar pages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.network.calendars.find import Found


class AddForm(forms.Form):
    """The address of a calendar, or of a server that has several."""

    address = forms.CharField(
        label=_("Address"),
        help_text=_(
            "As your calendar shows it for sharing: it begins with https:// or"
            " webcal://. Or that of a CalDAV server."
        ),
        max_length=2_000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    username = forms.CharField(
        label=_("User"),
        help_text=_("For CalDAV, or where the calendar asks for one."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label=_("Password"),
        help_text=_(
            "Best one made for this app alone. It is stored in your book unencrypted, and"
            " never shown."
        ),
        max_length=500,
        required=False,
        strip=False,
        # Sent back to the page that asks which calendars are meant, and to no other.
        widget=forms.PasswordInput(
            render_value=True, attrs={"autocomplete": "new-password"}
        ),
    )
    titles = forms.BooleanField(
        label=_("Keep titles and places of its events"),
        help_text=_(
            "Leave it off where they may be private to others, such as a patient's name."
            " Times are always kept."
        ),
        required=False,
    )


class ChooseForm(AddForm):
    """Which of the calendars that were found are meant."""

    chosen = forms.MultipleChoiceField(
        label=_("Calendars"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one of them.")},
    )

    def __init__(self, *args: Any, found: Sequence[Found] = (), **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(one.address, one.name) for one in found]  # type: ignore[attr-defined]  # a choice field has choices
        for name in ("address", "username", "password", "titles"):
            self.fields[name].widget = forms.HiddenInput()
