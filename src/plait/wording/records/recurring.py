"""What recurs in words: what it is, how often, since when and until when."""

from datetime import date, timedelta

from plait.domain.money import Money
from plait.domain.recurring import Recurrence, Rhythm
from plait.wording.words import Words

_WEEK = 7


def figure_text(words: Words, amount: Money | None, seconds: int | None) -> str:
    """Return how much it is each time: €1,100.00, or 3 hours."""
    if amount is not None:
        return words.money(float(amount.number), amount.currency, 2)
    return words.hours((seconds or 0) / 3600)


def rhythm_text(words: Words, when: Recurrence) -> str:
    """Return how often it comes: every month, on the 1st."""
    n, first = when.every, when.starts_on
    if when.rhythm is Rhythm.WEEKS:
        text = words.ngettext(
            "every week on %(weekday)s", "every %(n)s weeks on %(weekday)s", n
        )
        return text % {"n": n, "weekday": _weekday(words, first)}
    if when.rhythm is Rhythm.MONTHS:
        text = words.ngettext(
            "every month on day %(day)s", "every %(n)s months on day %(day)s", n
        )
        return text % {"n": n, "day": first.day}
    text = words.ngettext(
        "every month on the %(which)s %(weekday)s",
        "every %(n)s months on the %(which)s %(weekday)s",
        n,
    )
    values = {"n": n, "which": _which(words, first), "weekday": _weekday(words, first)}
    return text % values


def span_text(words: Words, when: Recurrence, on: date) -> str:
    """Return since when it comes and when next, or when it came last."""
    _ = words.gettext
    since = _("since %(day)s") % {"day": words.day(when.starts_on)}
    if when.starts_on > on:
        return _("from %(day)s on") % {"day": words.day(when.starts_on)}
    following = when.after(on)
    if following is None and when.ends_on is not None:
        last = when.ends_on - timedelta(days=1)
        return _("%(since)s, until %(day)s") % {"since": since, "day": words.day(last)}
    if following is None:
        return since
    return _("%(since)s, next on %(day)s") % {
        "since": since,
        "day": words.day(following),
    }


def count_text(words: Words, n: int) -> str:
    """Return how often it has come so far."""
    if not n:
        return words.gettext("has not come yet")
    return words.ngettext("came once", "came %(n)s times", n) % {
        "n": words.number(n, 0)
    }


def _weekday(words: Words, day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "EEEE", locale=words.locale)


def _which(words: Words, day: date) -> str:
    _ = words.gettext
    names = (_("first"), _("second"), _("third"), _("fourth"), _("last"))
    return names[(day.day - 1) // _WEEK]
