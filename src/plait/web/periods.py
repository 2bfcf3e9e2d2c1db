"""The period in an address: `?period=2026-q4`, or two days of a form."""

from django.http import HttpRequest

from plait.domain.periods.choice import PeriodChoice
from plait.domain.periods.parsing import (
    UnknownPeriod,
    own_choice_from,
    period_choice_from,
)

PERIOD, FIRST, LAST = "period", "first", "last"


def period_asked(request: HttpRequest) -> PeriodChoice | None:
    """Return the period of the address, None where it names none or a slip."""
    word = request.GET.get(PERIOD, "")
    if word:
        try:
            return period_choice_from(word)
        except UnknownPeriod:
            return None
    return own_choice_from(request.GET.get(FIRST, ""), request.GET.get(LAST, ""))
