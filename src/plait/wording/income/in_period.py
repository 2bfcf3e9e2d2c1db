"""What came in over a period, in words."""

from collections.abc import Mapping, Sequence
from datetime import date

from plait.wording.periods import with_change
from plait.wording.words import Words


def came_in_text(
    words: Words, during: str, amount: str, change: str, *, is_running: bool
) -> str:
    """Return what came in, and how that is beside the same period before.

    `during` begins the sentence ("In October 2026"); `change` ends it, "" where there
    is nothing to compare with.
    """
    _ = words.gettext
    text = (
        _("%(during)s %(amount)s came in so far")
        if is_running
        else _("%(during)s %(amount)s came in")
    )
    sentence = text % {"during": during, "amount": amount}
    return with_change(sentence, change)


def to_come_text(words: Words) -> str:
    """Return that a period has not begun."""
    return words.gettext("This period is still to come.")


def not_known_text(words: Words, until: date) -> str:
    """Return that nothing is known of a period."""
    return words.gettext(
        "Payments are known until %(day)s: what came in after it is not known yet."
    ) % {"day": words.day(until)}


def all_known_until_text(words: Words) -> str:
    """Return the sentence that says until when all payments are known."""
    return words.gettext("Payments are known until %(day)s.")


def known_until_text(
    words: Words, by_day: Mapping[date, Sequence[str]], all_text: str
) -> str:
    """Return until when the records of roles are known, "" where nothing lacks.

    `all_text` says it of all of them, "" where they differ.
    """
    _ = words.gettext
    if all_text:
        return all_text % {"day": words.day(next(iter(by_day)))}
    return " ".join(
        _("%(roles)s: known until %(day)s.")
        % {"roles": words.listed(list(names)), "day": words.day(until)}
        for until, names in sorted(by_day.items())
    )
