"""Periods in words, by their first and last day: nobody speaks of half-open ones."""

from datetime import date, timedelta

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


def with_change(sentence: str, change: str) -> str:
    """Return a sentence about a period, ended by how that is beside the one before.

    `change` is a sentence part of its own, "" where there is nothing to compare with.
    """
    if not change:
        return f"{sentence}."
    return f"{sentence}, {change[0].lower()}{change[1:]}."


def days_text(words: Words, period: Period) -> str:
    """Return a stretch of days with an end, by its months where it is whole ones.

    >>> from datetime import date
    >>> from plait.wording.words import words_for
    >>> words = words_for("en")
    >>> days_text(words, Period(date(2026, 5, 1), date(2026, 6, 1)))
    'May 2026'
    >>> days_text(words, Period(date(2026, 4, 1), date(2026, 7, 1)))
    'April to June 2026'
    >>> days_text(words, Period(date(2025, 11, 1), date(2026, 11, 1)))
    'November 2025 to October 2026'
    >>> days_text(words, Period(date(2026, 4, 6), date(2026, 7, 6)))
    '6 April to 5 July 2026'
    >>> days_text(words, Period(date(2026, 11, 1), date(2026, 11, 29)))
    '1 to 28 November 2026'
    """
    first, end = period.start, period.end or period.start
    last = end - timedelta(days=1)
    if last <= first:
        return words.day(first)
    if first.day == end.day == 1:
        return _months_text(words, first, last)
    texts = {"first": words.day(first), "last": words.day(last)}
    if first.year == last.year:
        texts["first"] = _part(words, first, "d MMMM")
        if first.month == last.month:
            texts["first"] = str(first.day)
    return words.gettext("%(first)s to %(last)s") % texts


def _months_text(words: Words, first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return words.month(first)
    texts = {"first": words.month(first), "last": words.month(last)}
    if first.year == last.year:
        texts["first"] = _part(words, first, "MMMM")
    return words.gettext("%(first)s to %(last)s") % texts


def _part(words: Words, day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=words.locale)


def year_text(year: Period) -> str:
    """Return a tax year as people call it: 2026, or 2026-27 where it spans two."""
    last = (year.end or year.start) - timedelta(days=1)
    if last.year == year.start.year:
        return f"{last.year}"
    return f"{year.start.year}-{last.year % 100:02}"
