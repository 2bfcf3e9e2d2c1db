"""What the review says of working-time law over all employers, and of health."""

from collections.abc import Iterator

from plait.analysis.working_time.verdicts import RuleVerdict, Verdict, WorktimeReport
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.working_time import figure_text, pack_text, period_text, title_text


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
        "%(n)d limit on working hours was passed",
        "%(n)d limits on working hours were passed",
        len(over),
    )
    return Finding(
        kind=Kind.WORKTIME_OVER,
        weight=ranking.weight(Kind.WORKTIME_OVER),
        title=title % {"n": len(over)},
        sentence=_said(context, over[0]),
        why=_(
            "The limits count all your employment together; each employer may be held"
            " to them."
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
        title=_("A limit on working hours comes near"),
        sentence=_said(context, one),
        why=_("More hours with any employer would pass it."),
        step=Step(_("See every rule"), "worktime"),
        numbers=numbers(rules=(one.rule.id,), pack=report.pack.code),
        evidence=_evidence(context, report, one),
    )


def _said(context: AnswerContext, one: RuleVerdict) -> str:
    words, _ = context.words, context.words.gettext
    reading = one.worst or one.latest
    told = {
        "rule": title_text(one.rule, words),
        "figure": figure_text(one, reading, words),
        "when": period_text(reading.period, words) if reading else "",
    }
    return _("%(rule)s: %(figure)s, %(when)s.") % told


def _health(context: AnswerContext, one: RuleVerdict) -> Finding:
    words, _ = context.words, context.words.gettext
    figure = one.latest.figure if one.latest else 0.0
    limit = one.latest.limit if one.latest else 0.0
    return Finding(
        kind=Kind.HOURS_UNHEALTHY,
        weight=ranking.weight(Kind.HOURS_UNHEALTHY),
        title=_("You work more than is healthy for long"),
        sentence=_(
            "%(figure)s hours a week over the last four weeks, all roles together; from"
            " %(limit)s on, strokes and heart disease are more frequent."
        )
        % {"figure": words.number(figure), "limit": words.number(limit, 0)},
        why=_("No law counts hours of your own account; your body does."),
        step=Step(_("See the weeks ahead"), "hours"),
        numbers=numbers(figure=figure, limit=limit),
        evidence=Evidence(
            data=_("All hours logged in the last four weeks, each counted once."),
            method=_("Mean of the four weeks, set against the figure of the study."),
            assumptions=_("Averages over many people; yours may differ."),
            certainty=one.rule.status.value,
            source=one.rule.source,
            records=records.time_of_days(context, 28),
        ),
    )


def _evidence(
    context: AnswerContext, report: WorktimeReport, one: RuleVerdict
) -> Evidence:
    words, _ = context.words, context.words.gettext
    data = _("Hours of the last year in roles that count, by %(law)s law.") % {
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
