"""Working-time verdicts in words: the rule, the figure against its limit, and why."""

from collections.abc import Iterator

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import (
    Reading,
    RuleVerdict,
    Verdict,
    WorktimeReport,
)
from plait.reference.working_time.kinds import Unit
from plait.reference.working_time.rules import Pack, Rule, Status
from plait.wording.periods import period_text
from plait.wording.words import Words

# Whose hours made the figure matters where a limit is passed, or nearly.
_NAMES_ORGANISATIONS = {
    *(Verdict.OVER, Verdict.OPEN, Verdict.ADVISORY, Verdict.NEAR, Verdict.NOTICE),
}
# How often these were broken can be counted; the windows of the others overlap.
_COUNTED_APART = {
    *("most_per_week", "most_per_day", "most_per_shift", "most_unbroken", "break"),
    *("daily_rest", "night_shift", "night_rest", "most_days", "no_work"),
    "day_for_sunday",
}


def title_text(rule: Rule, words: Words) -> str:
    """Return what the rule asks, in the reader's language."""
    return words.text_of(rule, "title")


def note_text(rule: Rule, words: Words) -> str:
    """Return what there is to know of how the rule is read, "" for nothing."""
    return words.text_of(rule, "note")


def exception_text(rule: Rule, words: Words) -> str:
    """Return what the law lets pass that figures cannot know, "" for nothing."""
    return words.text_of(rule, "exception")


def pack_text(pack: Pack, words: Words) -> str:
    """Return whose law it is."""
    return words.text_of(pack, "name")


def not_covered_text(pack: Pack, words: Words) -> tuple[str, ...]:
    """Return what of the law is not judged, each in a sentence."""
    return words.lines_of(pack, "not_covered")


def headline_text(words: Words, report: WorktimeReport) -> str:
    """Return how the hours stand to the law as a whole, in a sentence."""
    _ = words.gettext
    law = {"law": pack_text(report.pack, words)}
    n_over = len(report.with_verdict(Verdict.OVER))
    if n_over and report.since:
        return words.ngettext(
            "%(law)s: %(n)d limit on working hours passed since %(day)s.",
            "%(law)s: %(n)d limits on working hours passed since %(day)s.",
            n_over,
        ) % {**law, "n": n_over, "day": words.day(report.since)}
    if n_over:
        return words.ngettext(
            "%(law)s: %(n)d limit on working hours passed.",
            "%(law)s: %(n)d limits on working hours passed.",
            n_over,
        ) % {**law, "n": n_over}
    if report.with_verdict(Verdict.NEAR):
        return (
            _("%(law)s: within the law on working hours, but close to a limit.") % law
        )
    if report.with_verdict(Verdict.WITHIN):
        return _("%(law)s: within the law on working hours.") % law
    return _("%(law)s: none of your hours fall under the law on working hours.") % law


def verdict_text(verdict: Verdict, words: Words) -> str:
    """Return the verdict in a word or two."""
    _ = words.gettext
    return {
        Verdict.WITHIN: _("within the limit"),
        Verdict.NEAR: _("near the limit"),
        Verdict.OVER: _("over the limit"),
        Verdict.ADVISORY: _("over in total, allowed"),
        Verdict.OPEN: _("over in total, undecided"),
        Verdict.NOTICE: _("unhealthy in the long run"),
        Verdict.NOT_COVERED: _("not judged"),
        Verdict.INFORMATION: _("good to know"),
    }[verdict]


def details_text(
    words: Words, one: RuleVerdict, reading: Reading | None
) -> Iterator[str]:
    """Yield the figure against its limit, when, for whom, and what it depends on."""
    if reading is not None:
        yield figure_text(one, reading, words)
        yield period_text(words, reading.period)
    if reading and reading.organisations and one.verdict in _NAMES_ORGANISATIONS:
        yield words.listed(list(reading.organisations))
    if one.times_over > 1 and _are_apart(one.rule):
        yield (
            words.ngettext("%(n)d time", "%(n)d times", one.times_over)
            % {"n": one.times_over}
        )
    yield from filter(
        None,
        (because_text(one.because, words), _across_text(words, one.verdict)),
    )
    if reading is not None and reading.is_provisional:
        yield words.gettext("may still change: days that count are still to come")


def _are_apart(rule: Rule) -> bool:
    """Return whether its periods lie apart, so that breaches can be counted."""
    return rule.kind in _COUNTED_APART or getattr(rule.how, "by_week", False)


def figure_text(one: RuleVerdict, reading: Reading | None, words: Words) -> str:
    """Return the figure with its unit against its limit, "" where there is none."""
    _ = words.gettext
    if reading is None:
        return ""
    values = {
        "figure": amount_text(words, one.rule.how.unit, reading.figure),
        "limit": words.number(reading.limit, 2),
    }
    if one.rule.how.is_least:
        return _("%(figure)s, at least %(limit)s") % values
    return _("%(figure)s, at most %(limit)s") % values


def amount_text(words: Words, unit: Unit, figure: float, digits: int = 2) -> str:
    """Return a rule's figure with its unit."""
    _ = words.gettext
    amount = {
        Unit.HOURS_A_WEEK: _("%(n)s hours a week"),
        Unit.HOURS_A_DAY: _("%(n)s hours a day"),
        Unit.HOURS: _("%(n)s hours"),
        Unit.MINUTES: _("%(n)s minutes"),
        Unit.SHIFTS: _("%(n)s shifts"),
        Unit.SUNDAYS: _("%(n)s Sundays"),
        Unit.DAYS: _("%(n)s days"),
        Unit.NONE: "%(n)s",
    }[unit]
    return amount % {"n": words.number(figure, digits)}


def because_text(because: Because | None, words: Words) -> str:
    """Return why nothing was judged, or what the verdict depends on; "" for neither."""
    _ = words.gettext
    if because is None:
        return ""
    return {
        Because.NO_HOURS: _("no hours are known"),
        Because.NOT_COUNTED: _("none of the hours count for it"),
        Because.AGE: _("it is for another age"),
        Because.NOT_IN_FORCE: _("it is not in force on that day"),
        Because.NO_CLOCK: _("it needs start and end times; only hours are known"),
        Because.SOME_CLOCK: _("some hours have no start and end times"),
        Because.NO_BREAKS: _("breaks were not recorded"),
        Because.TOO_SHORT: _("too few weeks are known"),
        Because.OPTED_OUT: _("you agreed in writing to work more"),
        Because.NOT_ARISEN: _("you did no work of this kind"),
        Because.EXCEPTION: _("unless its exception applies to your work"),
    }[because]


def _across_text(words: Words, verdict: Verdict) -> str:
    _ = words.gettext
    return {
        Verdict.ADVISORY: _(
            "each employer keeps to it, all together they do not; the law allows that"
        ),
        Verdict.OPEN: _(
            "each employer keeps to it, all together they do not; no court has decided"
        ),
    }.get(verdict, "")


def status_text(words: Words, status: Status) -> str:
    """Return how well a rule is known."""
    _ = words.gettext
    return {
        Status.LOOKED_UP: _("looked up"),
        Status.OWN_KNOWLEDGE: _("own knowledge, to be confirmed"),
    }[status]


def notes_text(words: Words, report: WorktimeReport) -> Iterator[str]:
    """Yield what a reader should know of the hours and the age behind the verdicts."""
    _ = words.gettext
    if not report.is_age_known:
        yield _("No date of birth is known, so the rules for adults apply.")
    again = report.pack.look_again_on
    if again and report.on >= again:
        yield _(
            "These rules were to be looked at again on %(day)s. The law may have"
            " changed since."
        ) % {"day": words.day(again)}
    if report.open_hours:
        yield _(
            "%(hours)s have no role yet and count for no law: assign them in the inbox."
        ) % {"hours": words.hours(report.open_hours)}


def disclaimer_text(words: Words) -> str:
    """Return that this is no advice, and whom to ask."""
    return words.gettext(
        "This is a reading of public sources, not legal advice. Ask the labour"
        " inspectorate or a lawyer before you rely on it."
    )
