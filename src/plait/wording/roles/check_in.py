"""The weekly check-in in words: its questions, its week, what stands beside a role."""

from datetime import date

from plait.analysis.wellbeing.levels import Aspect
from plait.wording.words import Words


def aspect_text(words: Words, aspect: Aspect) -> str:
    """Return the name of one of the four answers, or of what a role gives."""
    _ = words.gettext
    return {
        Aspect.ENERGY: _("Energy"),
        Aspect.MEANING: _("Meaning"),
        Aspect.GROWTH: _("Growth"),
        Aspect.PRESSURE: _("Pressure"),
        Aspect.GIVES: _("What it gives"),
    }[aspect]


def ends_text(words: Words, aspect: Aspect) -> tuple[str, str]:
    """Return what 1 and 5 mean for one of the four answers."""
    _ = words.gettext
    return {
        Aspect.ENERGY: (_("drains me"), _("energises me")),
        Aspect.MEANING: (_("matters little"), _("matters a lot")),
        Aspect.GROWTH: (_("I stand still"), _("I learn a lot")),
        Aspect.PRESSURE: (_("no strain"), _("a heavy load")),
    }[aspect]


def title_text(words: Words, *, is_this_week: bool) -> str:
    """Return the question that heads the check-in."""
    _ = words.gettext
    if is_this_week:
        return _("How were your roles this week?")
    return _("How were your roles that week?")


def week_text(words: Words, week_on: date) -> str:
    """Return the week that is asked about, by its Monday."""
    return words.gettext("Week of %(day)s") % {"day": words.day(week_on)}
