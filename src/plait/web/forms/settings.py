"""Forms of the settings page."""

from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from babel.numbers import get_currency_name, list_currencies
from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_USUAL = ("EUR", "GBP", "USD", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "RON")


class SettingsForm(forms.Form):
    """What a person tells of themselves and how Plait speaks to them."""

    name = forms.CharField(label=_("Your name"), max_length=150)
    capacity = forms.DecimalField(
        label=_("Hours a week you have to give"),
        help_text=_("To all roles together, paid and unpaid. Leave it open if unsure."),
        min_value=Decimal("0.5"),
        max_value=Decimal(168),
        decimal_places=2,
        required=False,
        localize=True,
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
        self.fields["currency"].choices = _currencies()  # type: ignore[attr-defined]  # a choice field has choices
        zones = sorted(z for z in available_timezones() if "/" in z or z == "UTC")
        self.fields["timezone"].choices = [(z, z.replace("_", " ")) for z in zones]  # type: ignore[attr-defined]  # the same


def _currencies() -> list[tuple[str, str]]:
    language = get_language() or "en"
    others = sorted(c for c in list_currencies() if c not in _USUAL)
    named = ((c, get_currency_name(c, locale=language)) for c in (*_USUAL, *others))
    return [(code, f"{code} – {name}") for code, name in named]
