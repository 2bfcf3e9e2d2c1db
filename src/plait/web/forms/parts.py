"""What several forms share: days, numbers as people write them, currencies."""

import re
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plait.domain.reach import FIRST_DAY, LAST_DAY
from plait.formats.values import BadValue, number

_USUAL = ("EUR", "GBP", "USD", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "RON")
_ENDED = {"BGN"}  # Bulgaria has paid in euros since 1 January 2026; babel has it later


class DayField(forms.DateField):
    """A day, chosen in the browser's calendar or typed with the year first."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # Django's signature
        super().__init__(input_formats=["%Y-%m-%d"], **options)
        self.error_messages["invalid"] = _(
            "This is not a day: write it as year-month-day, such as 2026-03-31."
        )

    def clean(self, value: Any) -> date | None:  # noqa: ANN401  # Django's signature
        """Refuse years that are slips of the finger."""
        day: date | None = super().clean(value)
        if day and not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(_("Check the year: it lies between 1900 and 2199."))
        return day


class NumberField(forms.DecimalField):
    """A number of two decimals at most, with a comma or a point, in any language."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # Django's signature
        options = {"decimal_places": 2, "min_value": 0, "localize": True} | options
        messages = {
            "invalid": _("This is not a number: write it such as 16 or 7.5."),
            "min_value": _("Write it without a minus."),
            "max_decimal_places": _("Two decimals are enough."),
        }
        super().__init__(
            error_messages=messages | options.pop("error_messages", {}), **options
        )

    def to_python(self, value: Any) -> Any:  # noqa: ANN401  # Django's signature
        """Return the number, whichever mark its decimals stand behind."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return number(text, decimal_mark(text))
        except BadValue as error:
            message = self.error_messages["invalid"]
            raise ValidationError(message, code="invalid") from error


def decimal_mark(text: str) -> str:
    """Return the mark before the decimals of a number with two of them at most.

    Of two sorts of marks the last one is it. A single one before three digits
    cannot be, nor one that stands twice: those set thousands apart.

    >>> [decimal_mark(t) for t in ("7,5", "7.5", "2.950", "2,950.00", "2.950,00")]
    [',', '.', ',', '.', ',']
    """
    marks: list[str] = re.findall(r"[.,]", text)
    if not marks:
        return "."
    last, other = marks[-1], "," if marks[-1] == "." else "."
    if other in marks:
        return last
    sets_thousands = re.fullmatch(r"\s*[1-9]\d{0,2}([.,]\d{3})+\s*", text)
    return other if sets_thousands or len(marks) > 1 else last


def currencies(*held: object) -> list[tuple[str, str]]:
    """Return each currency that people pay with, with its name; the usual ones first.

    Those `held` come last where nobody pays with them any more: what was written down
    in guilders can still be read and saved.
    """
    language = get_language() or "en"
    others = sorted(_in_use() - set(_USUAL))
    gone = {str(code) for code in held if code} - set(_USUAL) - set(others)
    every = (*_USUAL, *others, *sorted(gone))
    named = ((code, get_currency_name(code, locale=language)) for code in every)
    return [(code, f"{code} – {name}") for code, name in named]


def offer_currencies(form: forms.Form) -> None:
    """Offer a form's `currency` those in use, and the one that it begins with."""
    begun = form.get_initial_for_field(form.fields["currency"], "currency")
    form.fields["currency"].choices = currencies(begun)  # type: ignore[attr-defined]  # a choice field has choices


@cache
def _in_use() -> set[str]:
    """Return what is legal tender somewhere, as the version of babel knows it."""
    return {
        code
        for territory in Locale("en").territories
        for code in get_territory_currencies(str(territory))
    } - _ENDED
