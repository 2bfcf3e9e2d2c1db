"""Periods in words, by their first and last day: nobody speaks of half-open ones."""

from datetime import timedelta

from plait.domain.period import Period
from plait.wording.words import Words


def period_text(words: Words, period: Period) -> str:
    """Return a period as short as it can be written.

    >>> from datetime import date
    >>> from plait.wording.words import words_for
    >>> words = words_for("en")
    >>> period_text(words, Period(date(2026, 11, 2), date(2026, 11, 9)))
    '2 to 8 November 2026'
    >>> period_text(words, Period(date(2026, 11, 2), date(2026, 11, 3)))
    '2 November 2026'
    >>> period_text(words, Period(date(2026, 11, 2)))
    'from 2 November 2026'
    """
    _ = words.gettext
    first = words.day(period.start)
    if period.end is None:
        return _("from %(first)s") % {"first": first}
    last = period.end - timedelta(days=1)
    if last <= period.start:
        return first
    if (period.start.year, period.start.month) == (last.year, last.month):
        first = str(period.start.day)
    return _("%(first)s to %(last)s") % {"first": first, "last": words.day(last)}
