"""Positions of a CV in words: from when until when, and what was left out."""

from datetime import date, timedelta

from plait.wording.words import Words


def position_days_text(words: Words, started_on: date, ended_on: date | None) -> str:
    """Return the months of a position; `ended_on` is the day after its last.

    >>> from datetime import date
    >>> from plait.wording.words import words_for
    >>> words = words_for("en")
    >>> position_days_text(words, date(2012, 2, 1), date(2019, 9, 1))
    'February 2012 to August 2019'
    >>> position_days_text(words, date(2025, 3, 1), None)
    'since March 2025'
    """
    first = words.month(started_on)
    if ended_on is None:
        return words.gettext("since %(month)s") % {"month": first}
    last = words.month(ended_on - timedelta(days=1))
    return words.gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def left_out_text(words: Words, n: int) -> str:
    """Return how many positions become no role, and how to take them by command."""
    text = words.ngettext(
        "%(n)s position was left out. To make a role of it too, import the file with"
        " --positions all.",
        "%(n)s positions were left out. To make roles of them too, import the file with"
        " --positions all.",
        n,
    )
    return text % {"n": words.number(n, 0)}
