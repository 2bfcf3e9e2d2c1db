"""Hours worked over a period, in words."""

from plait.wording.periods import with_change
from plait.wording.words import Words


def worked_text(
    words: Words, during: str, hours: str, change: str, *, is_running: bool
) -> str:
    """Return how much was worked, and how that is beside the same period before."""
    _ = words.gettext
    text = (
        _("%(during)s you worked %(hours)s so far")
        if is_running
        else _("%(during)s you worked %(hours)s")
    )
    sentence = text % {"during": during, "hours": hours}
    return with_change(sentence, change)


def known_until_text(words: Words) -> str:
    """Return the sentence that says until when all hours are known."""
    return words.gettext("Hours are known until %(day)s.")
