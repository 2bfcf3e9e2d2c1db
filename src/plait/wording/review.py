"""The figures of a review in words, beside its findings."""

from collections.abc import Sequence

from plait.wording.words import Words

# Of half an hour a week nobody says that it does not fit.
_LEAST_HOURS = 0.5


def agreed_without_hours_text(words: Words, n_roles: int) -> str:
    """Return whose agreed hours a figure adds up, where none are logged."""
    sentence = words.ngettext(
        "as agreed in %(n)d role · nothing logged yet",
        "as agreed in %(n)d roles · nothing logged yet",
        n_roles,
    )
    return sentence % {"n": n_roles}


def agreed_alone_text(words: Words, free: float) -> str:
    """Return how what was agreed fits a week, before a full week is logged.

    `free` is what it leaves of the hours there are, below zero where it is too much.
    """
    _ = words.gettext
    if free <= -_LEAST_HOURS:
        return _("what you agreed to is %(hours)s a week more than you have") % {
            "hours": words.hours(-free)
        }
    if free < _LEAST_HOURS:
        return _("what you agreed to fills your week")
    return _("what you agreed to leaves you %(hours)s a week") % {
        "hours": words.hours(free)
    }


def of_capacity_text(words: Words, capacity: float | None) -> str:
    """Return what a figure of hours is of; the unit alone where that is not known."""
    _ = words.gettext
    if not capacity:
        return _("hours")
    return _("of %(capacity)s") % {"capacity": words.number(capacity)}


def agreed_text(words: Words, agreed: float, *, n_roles: int, n_weeks: int) -> str:
    """Return what was agreed, and which weeks the figure is the mean of."""
    return words.gettext(
        "%(agreed)s agreed over %(n)d roles · average of %(weeks)d weeks"
    ) % {"agreed": words.number(agreed), "n": n_roles, "weeks": n_weeks}


def range_text(words: Words, months: Sequence[float], currency: str) -> str:
    """Return between what the months of a year lay."""
    return words.gettext("between %(low)s and %(high)s in the last %(n)d months") % {
        "low": words.money(min(months), currency),
        "high": words.money(max(months), currency),
        "n": len(months),
    }


def so_far_text(words: Words, hours: float) -> str:
    """Return the hours of a week that is not over."""
    return words.gettext("%(hours)s hours so far") % {"hours": words.number(hours)}


def less_pressing_text(words: Words, n: int) -> str:
    """Return how many findings stand behind one line."""
    text = words.ngettext("%(n)d more, less pressing", "%(n)d more, less pressing", n)
    return text % {"n": n}
