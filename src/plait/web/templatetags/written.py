"""Numbers and dates on pages as the person writes them.

These take the place of Django's own filters in every template, so that no page has to
think of it: `date` with a pattern of a whole day, and `floatformat`.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.template import defaultfilters
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from plait.domain.writing import Clock, Dates, writing, written_number

register = template.Library()

# Of each way: with the year and without, in Django's letters.
_DAYS = {
    Dates.DASHES: ("d-m-Y", "d-m"),
    Dates.SLASHES: ("d/m/Y", "d/m"),
    Dates.AMERICAN: ("m/d/Y", "m/d"),
    Dates.ISO: ("Y-m-d", "m-d"),
}


def written_pattern(usual: str) -> str:
    """Return a pattern as the person writes; one that is no whole day stays.

    A day of the week before it and a time after it stay where they are.
    """
    pattern = usual
    both = _DAYS.get(writing().dates)
    if both is not None:
        for month in "FMbN":
            pattern = pattern.replace(f"j {month} Y", both[0])
            pattern = pattern.replace(f"j {month}", both[1])
    if writing().clock == Clock.HOURS_12:
        pattern = pattern.replace("H:i", "g:i a")
    return pattern


def written_day(day: date | datetime, usual: str) -> str:
    """Return a day in a pattern of Django's, as the person writes it."""
    return date_format(day, written_pattern(usual))


@register.filter("date", expects_localtime=True, is_safe=False)
def date_filter(value: Any, pattern: str | None = None) -> str:  # noqa: ANN401  # whatever a template has
    """Return a date as Django's filter does, in the person's own way."""
    wanted = pattern if pattern is None else written_pattern(str(pattern))
    return defaultfilters.date(value, wanted)


@register.filter("floatformat", is_safe=True)
def floatformat(value: Any, digits: Any = -1) -> SafeString:  # noqa: ANN401  # whatever a template has
    """Return a number as Django's filter does, in the person's own way."""
    text = str(defaultfilters.floatformat(value, digits))
    # Django's filter returns digits and marks alone.
    return mark_safe(written_number(text, (get_language() or "en")[:2]))  # noqa: S308  # see above
