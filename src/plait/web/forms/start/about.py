"""The first screen: what Plait has to know of somebody, and no more."""

from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.accounts.models import Person
from plait.accounts.operations import PersonSettings
from plait.domain.schemas.person import LONGEST_NAME, WEEK_HOURS
from plait.reference.country_names import countries, country_of_zone
from plait.reference.home_guess import HomeGuess
from plait.web.forms.parts import NumberField, currencies

_CHOOSE = ("", _("Choose one"))


class AboutForm(forms.Form):
    """Name, country, currency, time zone, hours and language."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write what you are called.")},
    )
    country = forms.ChoiceField(
        label=_("Country you live in"),
        help_text=_("For its public holidays, tax dates and rules on working time."),
        error_messages={"required": _("Choose the country you live in.")},
    )
    currency = forms.ChoiceField(
        label=_("Home currency"),
        help_text=_("Other currencies are converted to it."),
        error_messages={"required": _("Choose the currency you count in.")},
    )
    timezone = forms.ChoiceField(
        label=_("Time zone"),
        error_messages={"required": _("Choose your time zone.")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(*args, **kwargs)
        zones = sorted(z for z in available_timezones() if "/" in z or z == "UTC")
        self._offer("country", list(countries(get_language() or "en").items()))
        self._offer("currency", currencies())
        self._offer("timezone", [(z, z.replace("_", " ")) for z in zones])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [_CHOOSE, *choices]  # type: ignore[attr-defined]  # a choice field has choices

    def changes(self) -> PersonSettings:
        """Return what the person confirmed."""
        values, hours = self.cleaned_data, self.cleaned_data["capacity"]
        return {
            "name": values["name"],
            "country": values["country"],
            "currency": values["currency"],
            "timezone": values["timezone"],
            "language": values["language"],
            "capacity_minutes": None if hours is None else round(hours * 60),
            "has_confirmed": True,
        }


def about_initial(
    person: Person, guess: HomeGuess, language: str
) -> dict[str, str | Decimal | None]:
    """Return what the form shows first: what the person said, else the guess.

    Before they confirmed anything, what differs from a new book's defaults was said
    on the command line; the rest is guessed, and open where there is no guess.
    """
    minutes = person.capacity_minutes
    first: dict[str, str | Decimal | None] = {
        "name": person.name,
        "country": chosen_country(person) or guess.country,
        "currency": _own(person, "currency") or guess.currency,
        "timezone": _own(person, "timezone") or guess.timezone,
        "language": _own(person, "language") or language,
        "capacity": None if minutes is None else Decimal(minutes) / 60,
    }
    return first


def chosen_country(person: Person) -> str:
    """Return the country that the person chose, "" where it came with a new book."""
    usual = country_of_zone(Person().timezone)
    is_chosen = person.has_confirmed or person.country != usual
    return person.country if is_chosen else ""


def _own(person: Person, name: str) -> str:
    """Return a setting that the person chose, "" where it is a new book's default."""
    value: str = getattr(person, name)
    is_chosen = person.has_confirmed or value != getattr(Person(), name)
    return value if is_chosen else ""
