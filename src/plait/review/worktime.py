"""What the review says of working-time law over all employers, and of health."""

from collections.abc import Iterator

from plait.analysis.hours.worktime.verdicts import (
    RuleVerdict,
    Verdict,
    WorktimeReport,
)
from plait.review.finding import Evidence, Finding, Step
from plait.review.subject import Subject
from plait.review.worktime_said import (
    figure_said,
    pack_said,
    period_said,
    title_said,
)


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield a limit that was passed or comes near, and weeks beyond what is healthy."""
    report = subject.worktime
    if report is None:
        return
    over = report.with_verdict(Verdict.OVER)
    near = report.with_verdict(Verdict.NEAR)
    if over:
        yield _over(subject, report, over)
    elif near:
        yield _near(subject, report, near[0])
    if report.guardrail.verdict is Verdict.NOTICE:
        yield _health(subject, report.guardrail)


def _over(
    subject: Subject, report: WorktimeReport, over: tuple[RuleVerdict, ...]
) -> Finding:
    words, _ = subject.words, subject.words.gettext
    title = words.ngettext(
        "%(n)d limit on working hours was passed",
        "%(n)d limits on working hours were passed",
        len(over),
    )
    return Finding(
        kind="worktime-over",
        weight=66,
        title=title % {"n": len(over)},
        sentence=_said(subject, over[0]),
        why=_(
            "The limits count all your employment together; each employer may be held"
            " to them."
        ),
        step=Step(_("See every rule"), "worktime"),
        numbers={"rules": [one.rule.id for one in over], "pack": report.pack.code},
        evidence=_evidence(subject, report, over[0]),
    )


def _near(subject: Subject, report: WorktimeReport, one: RuleVerdict) -> Finding:
    _ = subject.words.gettext
    return Finding(
        kind="worktime-near",
        weight=42,
        title=_("A limit on working hours comes near"),
        sentence=_said(subject, one),
        why=_("More hours with any employer would pass it."),
        step=Step(_("See every rule"), "worktime"),
        numbers={"rules": [one.rule.id], "pack": report.pack.code},
        evidence=_evidence(subject, report, one),
    )


def _said(subject: Subject, one: RuleVerdict) -> str:
    words, _ = subject.words, subject.words.gettext
    reading = one.worst or one.latest
    told = {
        "rule": title_said(one.rule, words),
        "figure": figure_said(one, reading, words),
        "when": period_said(reading.period, words) if reading else "",
    }
    return _("%(rule)s: %(figure)s, %(when)s.") % told


def _health(subject: Subject, one: RuleVerdict) -> Finding:
    words, _ = subject.words, subject.words.gettext
    figure = one.latest.figure if one.latest else 0.0
    limit = one.latest.limit if one.latest else 0.0
    return Finding(
        kind="hours-unhealthy",
        weight=62,
        title=_("You work more than is healthy for long"),
        sentence=_(
            "%(figure)s hours a week over the last four weeks, all roles together; from"
            " %(limit)s on, strokes and heart disease are more frequent."
        )
        % {"figure": words.number(figure), "limit": words.number(limit, 0)},
        why=_("No law counts hours of your own account; your body does."),
        step=Step(_("See the weeks ahead"), "hours"),
        numbers={"figure": figure, "limit": limit},
        evidence=Evidence(
            data=_("All hours logged in the last four weeks, each counted once."),
            method=_("Mean of the four weeks, set against the figure of the study."),
            assumptions=_("Averages over many people; yours may differ."),
            certainty=one.rule.status.value,
            source=one.rule.source,
        ),
    )


def _evidence(subject: Subject, report: WorktimeReport, one: RuleVerdict) -> Evidence:
    words, _ = subject.words, subject.words.gettext
    data = _("Hours of the last year in roles that count, by %(law)s law.") % {
        "law": pack_said(report.pack, words)
    }
    return Evidence(
        data=data,
        method=title_said(one.rule, words),
        assumptions=_("Collective agreements and exceptions may allow more."),
        certainty=_("A reading of public sources as of %(day)s, no legal advice.")
        % {"day": words.day(report.pack.as_of)},
        source=one.rule.source,
    )
