"""What to say where agreed days and times come to more than the agreed hours."""

from django.utils.translation import gettext as _

from plait.domain.roles import Agreement
from plait.wording.words import Words


def beyond_agreed(terms: Agreement, words: Words) -> str:
    """Return what to say where the times come to more than the hours, else ""."""
    hours, agreed = terms.hours_in_blocks, terms.hours_per_week
    if agreed is None or words.number(hours) == words.number(float(agreed)):
        return ""
    if hours < agreed:
        return ""
    values = {"hours": words.number(hours), "agreed": words.number(float(agreed))}
    return (
        _(
            "The days and times come to %(hours)s hours a week, and %(agreed)s are "
            "agreed. If breaks are not paid, leave them out of the times."
        )
        % values
    )
