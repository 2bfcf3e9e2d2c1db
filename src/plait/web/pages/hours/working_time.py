"""Working-time law: what the hours page says in a line, and every rule on its page."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import RuleVerdict, Verdict, WorktimeReport
from plait.answers.context import AnswerContext
from plait.reference.working_time.rules import Status
from plait.wording.words import Words
from plait.wording.working_time import (
    because_text,
    figure_text,
    pack_text,
    period_text,
    title_text,
    verdict_text,
)

_PILLS = {
    Verdict.OVER: "warn",
    Verdict.NOTICE: "warn",
    Verdict.NEAR: "warn",
    Verdict.WITHIN: "good",
}
_ORDER = (
    *(Verdict.OVER, Verdict.NOTICE, Verdict.OPEN, Verdict.ADVISORY),
    *(Verdict.NEAR, Verdict.WITHIN, Verdict.NOT_COVERED),
)
_UNSHOWN = {Because.AGE, Because.NOT_IN_FORCE}


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule with its verdict."""

    id: str
    title: str
    verdict: str
    pill: str
    figure: str
    when: str
    who: str
    because: str
    source: str
    is_confirmed: bool


@dataclass(frozen=True)
class WorktimeView:
    """The page; `sentence` also stands on the hours page."""

    law: str
    sentence: str
    as_of: str
    rules: tuple[RuleView, ...]
    idle: tuple[RuleView, ...]
    health: RuleView
    obligations: tuple[str, ...]
    not_covered: tuple[str, ...]
    notes: tuple[str, ...]


def worktime_view(context: AnswerContext) -> WorktimeView | None:
    """Return the rules of the person's country, None where none are known."""
    report, words = context.worktime, context.words
    if report is None:
        return None
    judged = [
        one
        for one in report.verdicts
        if one.verdict in _ORDER and one.because not in _UNSHOWN
    ]
    judged.sort(key=lambda one: _ORDER.index(one.verdict))
    told = report.with_verdict(Verdict.INFORMATION)
    return WorktimeView(
        law=pack_text(report.pack, words),
        sentence=_sentence(report, words),
        as_of=words.day(report.pack.as_of),
        rules=tuple(_rule(one, words) for one in judged if not _is_idle(one)),
        idle=tuple(_rule(one, words) for one in judged if _is_idle(one)),
        health=_rule(replace(report.guardrail, worst=None), words),
        obligations=tuple(title_text(one.rule, words) for one in told),
        not_covered=report.pack.not_covered,
        notes=tuple(_notes(report, words)),
    )


def _sentence(report: WorktimeReport, words: Words) -> str:
    law = {"law": pack_text(report.pack, words)}
    over = len(report.with_verdict(Verdict.OVER))
    near = len(report.with_verdict(Verdict.NEAR))
    judged = len(report.with_verdict(Verdict.WITHIN))
    if over:
        text = ngettext(
            "%(law)s: %(n)d limit on working hours was passed in the last year.",
            "%(law)s: %(n)d limits on working hours were passed in the last year.",
            over,
        )
        return text % {**law, "n": over}
    if near:
        return (
            _("%(law)s: within the law on working hours, but near one of its limits.")
            % law
        )
    if judged:
        return _("%(law)s: within the law on working hours.") % law
    return _("%(law)s: none of your hours count for the law on working hours.") % law


def _is_idle(one: RuleVerdict) -> bool:
    """Return whether nothing was worked that the rule is about."""
    return one.because is Because.NOT_ARISEN


def _rule(one: RuleVerdict, words: Words) -> RuleView:
    reading = one.worst or one.latest
    is_named = one.verdict in {Verdict.OVER, Verdict.NEAR, Verdict.NOTICE}
    names = list(reading.organisations) if reading and is_named else []
    return RuleView(
        id=one.rule.id,
        title=title_text(one.rule, words),
        verdict=verdict_text(one.verdict, words),
        pill=_PILLS.get(one.verdict, ""),
        figure=figure_text(one, reading, words),
        when=period_text(reading.period, words) if reading else "",
        who=words.listed(names) if names else "",
        because=because_text(one.because, words),
        source=one.rule.source,
        is_confirmed=one.rule.status is Status.LOOKED_UP,
    )


def _notes(report: WorktimeReport, words: Words) -> list[str]:
    notes = []
    if not report.is_age_known:
        notes.append(_("You told no day of birth, so you are taken for an adult."))
    if report.open_hours:
        notes.append(
            _("%(hours)s have no role yet and count for no law.")
            % {"hours": words.hours(report.open_hours)}
        )
    return notes
