"""What is said of a role's drift, in one sentence."""

from datetime import date

from plait.analysis.hours.drift.drift import Drift, Verdict
from plait.wording.words import Words


def drift_text(drift: Drift, words: Words) -> str:
    """Return the sentence: since when, how many hours, or why nothing is said."""
    _ = words.gettext
    if drift.verdict is Verdict.DRIFTING and drift.is_growing:
        return _(
            "%(over)s a week more than agreed, since the week of %(since)s; lately"
            " %(lately)s."
        ) % {
            "over": words.hours(drift.over or 0.0),
            "since": words.day(drift.since or date.min),
            "lately": words.number(drift.over_lately or 0.0),
        }
    if drift.verdict is Verdict.DRIFTING:
        return _("%(over)s a week more than agreed, since the week of %(since)s.") % {
            "over": words.hours(drift.over or 0.0),
            "since": words.day(drift.since or date.min),
        }
    if drift.verdict is Verdict.DRIFTED_AND_BACK:
        return _(
            "It took %(over)s a week more than agreed from the week of %(since)s to"
            " that of %(until)s, and is back."
        ) % {
            "over": words.hours(drift.over or 0.0),
            "since": words.day(drift.since or date.min),
            "until": words.day(drift.until or date.min),
        }
    if drift.verdict is Verdict.TOO_SHORT:
        return words.ngettext(
            "It is too early to tell: %(weeks)d week of %(needed)d.",
            "It is too early to tell: %(weeks)d weeks of %(needed)d.",
            drift.n_weeks,
        ) % {"weeks": drift.n_weeks, "needed": drift.weeks_needed}
    if drift.verdict is Verdict.NOT_AGREED:
        return _("No hours a week are agreed, so there is nothing to drift from.")
    return _("It keeps to what was agreed.")
