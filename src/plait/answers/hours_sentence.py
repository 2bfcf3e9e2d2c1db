"""The one sentence above the hours page: roles that take more, and weeks ahead."""

from plait.analysis.hours.drift.drift import Verdict
from plait.answers.context import AnswerContext
from plait.answers.findings.ahead import overfull

_SEEN = {Verdict.STEADY, Verdict.DRIFTED_AND_BACK}


def hours_sentence(context: AnswerContext) -> str:
    """Return what is so of the hours: what drifts, then what does not fit ahead."""
    _ = context.words.gettext
    if not context.portfolio.roles:
        return _("No roles yet, so no hours to keep.")
    if not len(context.portfolio.hours):
        return _("No hours yet: log some, or import them.")
    said = {"one": _drift(context), "two": _ahead(context)}
    if said["one"] and said["two"]:
        text = _("%(one)s, and %(two)s.") % said
    elif said["one"] or said["two"]:
        text = _("%(one)s.") % {"one": said["one"] or said["two"]}
    else:
        return _calm(context)
    return text[:1].upper() + text[1:]


def _calm(context: AnswerContext) -> str:
    """Return what can be said where nothing drifts and no week ahead is too full."""
    _ = context.words.gettext
    verdicts = {one.verdict for one in context.drifts}
    if not verdicts & _SEEN:
        if Verdict.TOO_SHORT in verdicts:
            return _("Too few weeks yet to say whether your roles keep to their hours.")
        return _("No hours a week were agreed, so none can be outgrown.")
    if all(week.supply is None for week in context.capacity.weeks):
        return _("Your roles keep to what was agreed.")
    return _("Your roles keep to what was agreed, and the weeks ahead fit.")


def _drift(context: AnswerContext) -> str:
    words, _ = context.words, context.words.gettext
    over = {one.role: one.over_by_now or 0.0 for one in context.drifting}
    if not over:
        return ""
    worst = max(over, key=lambda role: over[role])
    return _("%(role)s takes %(hours)s a week more than was agreed") % {
        "role": context.role(worst).name,
        "hours": words.hours(over[worst]),
    }


def _ahead(context: AnswerContext) -> str:
    words, weeks = context.words, context.capacity.weeks
    n = len(overfull(weeks))
    if not n:
        return ""
    return words.ngettext(
        "%(n)d of the %(all)d weeks ahead is too full",
        "%(n)d of the %(all)d weeks ahead are too full",
        n,
    ) % {"n": n, "all": len(weeks)}
