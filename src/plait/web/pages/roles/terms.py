"""The kinds of roles for a form's choices, and periods by their last day."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy

from plait.domain.period import Period
from plait.domain.schemas.role import KIND_LABELS
from plait.wording.roles.roles import days_text
from plait.wording.words import Words

KINDS = {kind: gettext_lazy(label) for kind, label in KIND_LABELS.items()}


def last_day(period: Period) -> date | None:
    """Return the last day that a period holds; people do not say half-open."""
    return period.end - timedelta(days=1) if period.end else None


def stretch_text(period: Period, words: Words) -> str:
    """Return a period in days."""
    return days_text(words, period)
