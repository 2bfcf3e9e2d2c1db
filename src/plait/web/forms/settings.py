"""Forms of the settings page."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.answers.findings.groups import FindingGroup
from plait.domain.schemas.person import (
    LONGEST_NAME,
    MOST_TRAVEL_MINUTES,
    WEEK_HOURS,
)
from plait.domain.writing import Dates, Numbers
from plait.reference.country_names import countries, regions
from plait.web.forms.parts import DayField, NumberField, offer_currencies
from plait.wording.finding_groups import group_hides, group_title
from plait.wording.words import Words, words_for


def _group(words: Words, group: str) -> SafeString:
    title, hides = group_title(words, group), group_hides(words, group)
    return format_html(
        '<span>{}<br><span class="helptext">{}</span></span>', title, hides
    )


class RegionField(forms.ChoiceField):
    """A part of a country; which ones there are is known once that is chosen."""

    def valid_value(self, value: Any) -> bool:  # noqa: ANN401, ARG002  # Django's signature
        """Let the form look at it, which knows the country."""
        return True


class OwnSettingsForm(forms.Form):
    """What is about the person alone, and how Plait speaks to them."""

    name = forms.CharField(label=_("Your name"), max_length=LONGEST_NAME)
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
    numbers = forms.ChoiceField(
        label=_("Numbers"),
        required=False,
        choices=[("", _("As usual")), *((n, n) for n in Numbers if n)],
    )
    dates = forms.ChoiceField(
        label=_("Dates"),
        required=False,
        choices=[
            ("", _("In words")),
            (Dates.DASHES, "30-11-2026"),
            (Dates.SLASHES, "30/11/2026"),
            (Dates.AMERICAN, "11/30/2026"),
            (Dates.ISO, "2026-11-30"),
        ],
    )
    clock = forms.ChoiceField(
        label=_("Times"),
        required=False,
        choices=[
            ("", _("As usual")),
            ("24", "19:00"),
            ("12", "7:00 pm"),
        ],
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        self.today = today
        zones = sorted(z for z in available_timezones() if "/" in z or z == "UTC")
        self._offer("timezone", [(z, z.replace("_", " ")) for z in zones])

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field has choices


class SettingsForm(OwnSettingsForm):
    """A person's own settings, and how Plait speaks to them."""

    capacity = NumberField(
        label=_("Hours a week you have to give"),
        help_text=_("To all roles together, paid and unpaid. Leave it open if unsure."),
        min_value=Decimal("0.5"),
        max_value=Decimal(WEEK_HOURS),
        required=False,
        error_messages={
            "min_value": _("Half an hour is the least; leave it open if unsure."),
            "max_value": _("A week has 168 hours."),
        },
    )
    travel_minutes = forms.IntegerField(
        label=_("Minutes from one place to the next"),
        help_text=_("As it usually is, to see whether two appointments clash."),
        min_value=0,
        max_value=MOST_TRAVEL_MINUTES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number of minutes, such as 30."),
            "required": _("Write 0 if it takes no time."),
            "min_value": _("Write it without a minus."),
            "max_value": _("A day has 1,440 minutes."),
        },
    )
    country = forms.ChoiceField(
        label=_("Country you live in"),
        help_text=_("For its public holidays and its rules on working time."),
        required=False,
    )
    region = RegionField(
        label=_("Region"),
        help_text=_("Where its public holidays are not the country’s."),
        required=False,
    )
    born_on = DayField(
        label=_("Date of birth"),
        help_text=_("Only for the rules for people under 18; leave it open otherwise."),
        required=False,
    )
    currency = forms.ChoiceField(
        label=_("Home currency"), help_text=_("Other currencies are converted to it.")
    )

    hidden_findings = forms.MultipleChoiceField(
        label=_("Leave out of Today"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    has_shortcuts = forms.BooleanField(
        label=_("Shortcuts: single keys that open pages"),
        help_text=_("Press ? for the list. Turn them off if you dictate."),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, today=today, **kwargs)
        offer_currencies(self)
        self._offer("country", [("", "–"), *countries(get_language() or "en").items()])
        self._offer("region", [("", _("the whole country")), *self._regions().items()])

        words = words_for((get_language() or "en")[:2])
        self._offer("hidden_findings", [(g, _group(words, g)) for g in FindingGroup])

    def clean_hidden_findings(self) -> str:
        """Return the groups in one text."""
        return ",".join(self.cleaned_data["hidden_findings"])

    def _regions(self) -> dict[str, str]:
        """Return the parts of the country that is chosen, and the one that is kept."""
        sent = self.data.get("country") if self.is_bound else None
        country = self.initial.get("country", "") if sent is None else str(sent)
        parts = dict(regions(country))
        kept = self.initial.get("region")
        if kept and country == self.initial.get("country"):
            parts.setdefault(kept, kept)
        return parts

    @property
    def has_regions(self) -> bool:
        """Whether the chosen country has parts to choose from."""
        return bool(self._regions())

    def clean_region(self) -> str:
        """Drop a region of the country that was chosen before."""
        region: str = self.cleaned_data["region"]
        return region if region in self._regions() else ""

    def clean_born_on(self) -> date | None:
        """Refuse a day to come."""
        day: date | None = self.cleaned_data["born_on"]
        if day and day > self.today:
            raise ValidationError(_("This day is yet to come: check the year."))
        return day
