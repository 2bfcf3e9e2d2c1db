"""A field of agreed days and times, written in one line as people do."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from plait.domain.blocks import Block
from plait.formats.quick_entry.week_text import NoWeek, blocks_of
from plait.web.pages.errors import refusal
from plait.wording.hours.agreed_days import week_written


class WeekField(forms.CharField):
    """Agreed blocks: written and read in the person's language, in one line."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"})

    def clean(self, value: Any) -> tuple[Block, ...]:  # noqa: ANN401  # Django's signature
        """Return the blocks; say what could not be read."""
        try:
            return blocks_of(super().clean(value))
        except NoWeek as unclear:
            raise ValidationError(refusal(unclear)) from unclear

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  # Django's signature
        """Return saved blocks as a person writes them, and typed text as it stands."""
        if isinstance(value, tuple):
            return week_written(value, get_language() or "en")
        return value
