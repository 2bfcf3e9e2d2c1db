"""Agreed days and times, and what stands beside them, in the reader's words."""

from django.utils.translation import gettext as _

from plait.domain.roles import Agreement
from plait.formats.quick_entry.week_written import week_written
from plait.wording.words import Words


def week_told(terms: Agreement, words: Words) -> str:
    """Return the agreed days and times, "" where they are free."""
    return week_written(terms.blocks, words.locale)


def opt_out_told(terms: Agreement) -> str:
    """Return that a longer week was agreed in writing, "" where it was not."""
    return _("More than 48 h a week agreed in writing") if terms.has_opted_out else ""


def beyond_agreed(terms: Agreement, words: Words) -> str:
    """Return what to say where the times come to more than the hours, else ""."""
    hours, agreed = terms.hours_in_blocks, terms.hours_per_week
    if agreed is None or words.number(hours) == words.number(float(agreed)):
        return ""
    if hours < agreed:
        return ""
    told = {"hours": words.number(hours), "agreed": words.number(float(agreed))}
    return (
        _(
            "The days and times come to %(hours)s hours a week, and %(agreed)s are "
            "agreed. If breaks are not paid, leave them out of the times."
        )
        % told
    )
