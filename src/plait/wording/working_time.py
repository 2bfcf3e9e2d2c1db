"""Working-time verdicts in words: the rule, the figure against its limit, when, why."""

from datetime import timedelta

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Reading, RuleVerdict, Verdict
from plait.domain.period import Period
from plait.reference.working_time.kinds import Unit
from plait.reference.working_time.rules import Pack, Rule
from plait.wording.words import Words


def title_text(rule: Rule, words: Words) -> str:
    """Return what the rule asks, in the reader's language."""
    return words.text_of(rule, "title")


def pack_text(pack: Pack, words: Words) -> str:
    """Return whose law it is."""
    return words.text_of(pack, "name")


def verdict_text(verdict: Verdict, words: Words) -> str:
    """Return the verdict in a word or two."""
    _ = words.gettext
    return {
        Verdict.WITHIN: _("within"),
        Verdict.NEAR: _("near the limit"),
        Verdict.OVER: _("over the limit"),
        Verdict.ADVISORY: _("over in all, but each employer keeps it"),
        Verdict.OPEN: _("over in all; not decided in law"),
        Verdict.NOTICE: _("more than is healthy for long"),
        Verdict.NOT_COVERED: _("not judged"),
        Verdict.INFORMATION: _("good to know"),
    }[verdict]


def figure_text(one: RuleVerdict, reading: Reading | None, words: Words) -> str:
    """Return the figure against its limit, "" where there is none."""
    _ = words.gettext
    if reading is None:
        return ""
    told = {
        "figure": words.number(reading.figure, 2),
        "limit": words.number(reading.limit, 2),
    }
    if one.rule.how.is_least:
        text = _("%(figure)s, at least %(limit)s") % told
    else:
        text = _("%(figure)s, at most %(limit)s") % told
    unit = _unit(one.rule.how.unit, words)
    return f"{text} {unit}" if unit else text


def _unit(unit: Unit, words: Words) -> str:
    _ = words.gettext
    return {
        Unit.HOURS: _("hours"),
        Unit.HOURS_A_WEEK: _("hours a week"),
        Unit.MINUTES: _("minutes"),
        Unit.SUNDAYS: _("Sundays"),
    }.get(unit, "")


def period_text(period: Period, words: Words) -> str:
    """Return a period as its first and last day."""
    _ = words.gettext
    last = (period.end or period.start) - timedelta(days=1)
    if last <= period.start:
        return words.day(period.start)
    told = {"first": words.day(period.start), "last": words.day(last)}
    return _("%(first)s to %(last)s") % told


def because_text(because: Because | None, words: Words) -> str:
    """Return why nothing was judged, or what the verdict hangs on; "" for neither."""
    _ = words.gettext
    if because is None:
        return ""
    return {
        Because.NO_HOURS: _("no hours are known"),
        Because.NOT_COUNTED: _("none of your hours count for it"),
        Because.AGE: _("it holds for another age"),
        Because.NOT_IN_FORCE: _("it is not in force on that day"),
        Because.NO_CLOCK: _("it needs times of day, and only lengths are known"),
        Because.SOME_CLOCK: _("some hours have no times of day"),
        Because.NO_BREAKS: _("breaks are not told"),
        Because.TOO_SHORT: _("too few weeks are known"),
        Because.OPTED_OUT: _("you agreed in writing to work more"),
        Because.NOT_ARISEN: _("nothing was worked that it is about"),
        Because.EXCEPTION: _("unless your work falls under its exception"),
    }[because]
