"""Forms of the settings page."""

from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plait.web.forms.parts import NumberField, currencies


class SettingsForm(forms.Form):
    """What a person tells of themselves and how Plait speaks to them."""

    name = forms.CharField(label=_("Your name"), max_length=150)
    capacity = NumberField(
        label=_("Hours a week you have to give"),
        help_text=_("To all roles together, paid and unpaid. Leave it open if unsure."),
        min_value=Decimal("0.5"),
        max_value=Decimal(168),
        required=False,
        error_messages={
            "min_value": _("Half an hour is the least; leave it open if unsure."),
            "max_value": _("A week has 168 hours."),
        },
    )
    currency = forms.ChoiceField(
        label=_("Home currency"), help_text=_("Other currencies are converted to it.")
    )
    timezone = forms.ChoiceField(label=_("Time zone"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    theme = forms.ChoiceField(
        label=_("Colours"),
        choices=[
            ("auto", _("As the device has them")),
            ("light", _("Light")),
            ("dark", _("Dark")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["currency"].choices = currencies()  # type: ignore[attr-defined]  # a choice field has choices
        zones = sorted(z for z in available_timezones() if "/" in z or z == "UTC")
        self.fields["timezone"].choices = [(z, z.replace("_", " ")) for z in zones]  # type: ignore[attr-defined]  # the same
