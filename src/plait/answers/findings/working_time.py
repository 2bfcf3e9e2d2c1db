"""Findings on working-time law over all employers, and on health."""

from collections.abc import Iterator

from plait.analysis.working_time.verdicts import RuleVerdict, Verdict, WorktimeReport
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.hours.working_time import (
    figure_text,
    pack_text,
    status_text,
    title_text,
)
from plait.wording.periods import period_text


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield a limit that was passed or comes near, and weeks beyond what is healthy."""
    report = context.worktime
    if report is None:
        return
    over = report.with_verdict(Verdict.OVER)
    near = report.with_verdict(Verdict.NEAR)
    if over:
        yield _over(context, report, over)
    elif near:
        yield _near(context, report, near[0])
    if report.guardrail.verdict is Verdict.NOTICE:
        yield _health(context, report.guardrail)


def _over(
    context: AnswerContext, report: WorktimeReport, over: tuple[RuleVerdict, ...]
) -> Finding:
    words, _ = context.words, context.words.gettext
    title = words.ngettext(
        "%(n)d limit on working hours passed",
        "%(n)d limits on working hours passed",
        len(over),
    )
    return Finding(
        kind=Kind.WORKTIME_OVER,
        weight=ranking.weight(Kind.WORKTIME_OVER),
        title=title % {"n": len(over)},
        sentence=_sentence(context, over[0]),
        why=_(
            "The limits apply to all your employment together, and each employer can be"
            " held to them."
        ),
        step=Step(_("See every rule"), "worktime"),
        numbers=numbers(
            rules=tuple(one.rule.id for one in over), pack=report.pack.code
        ),
        evidence=_evidence(context, report, over[0]),
    )


def _near(context: AnswerContext, report: WorktimeReport, one: RuleVerdict) -> Finding:
    _ = context.words.gettext
    return Finding(
        kind=Kind.WORKTIME_NEAR,
        weight=ranking.weight(Kind.WORKTIME_NEAR),
        title=_("Close to a limit on working hours"),
        sentence=_sentence(context, one),
        why=_("More hours with any employer would take you over it."),
        step=Step(_("See every rule"), "worktime"),
        numbers=numbers(rules=(one.rule.id,), pack=report.pack.code),
        evidence=_evidence(context, report, one),
    )


def _sentence(context: AnswerContext, one: RuleVerdict) -> str:
    words, _ = context.words, context.words.gettext
    reading = one.worst or one.latest
    values = {
        "rule": title_text(one.rule, words),
        "figure": figure_text(one, reading, words),
        "when": period_text(words, reading.period) if reading else "",
    }
    return _("%(rule)s: %(figure)s, %(when)s.") % values


def _health(context: AnswerContext, one: RuleVerdict) -> Finding:
    words, _ = context.words, context.words.gettext
    figure = one.latest.figure if one.latest else 0.0
    limit = one.latest.limit if one.latest else 0.0
    return Finding(
        kind=Kind.HOURS_UNHEALTHY,
        weight=ranking.weight(Kind.HOURS_UNHEALTHY),
        title=_("You work more than is healthy in the long run"),
        sentence=_(
            "%(figure)s hours a week over the last four weeks, all roles together; from"
            " %(limit)s hours on, strokes and heart disease are more common."
        )
        % {"figure": words.number(figure), "limit": words.number(limit, 0)},
        why=_("The law does not count hours of self-employment; your body does."),
        step=Step(_("See the weeks ahead"), "hours"),
        numbers=numbers(figure=figure, limit=limit),
        evidence=Evidence(
            data=_("All hours logged in the last four weeks, each counted once."),
            method=_(
                "The mean of the four weeks against the limit found in the studies."
            ),
            assumptions=_("Averages over many people; your own limit may differ."),
            certainty=status_text(words, one.rule.status),
            source=one.rule.source,
            records=records.time_of_days(context, 28),
        ),
    )


def _evidence(
    context: AnswerContext, report: WorktimeReport, one: RuleVerdict
) -> Evidence:
    words, _ = context.words, context.words.gettext
    data = _("Hours of the last year in the roles that this law counts: %(law)s.") % {
        "law": pack_text(report.pack, words)
    }
    return Evidence(
        data=data,
        method=title_text(one.rule, words),
        assumptions=_("Collective agreements and exceptions may allow more."),
        certainty=_("A reading of public sources as of %(day)s, no legal advice.")
        % {"day": words.day(report.pack.as_of)},
        source=one.rule.source,
        records=records.time_of_days(context, since=report.since),
    )
