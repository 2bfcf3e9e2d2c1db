"""The biggest risk to the income in one sentence, and the one step to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.answers.context import AnswerContext
from plait.answers.findings import drift, income, resilience
from plait.answers.findings.finding import Finding
from plait.answers.findings.kinds import Kind
from plait.answers.stress import StressAnswer
from plait.wording.income import income as wording

# The chapters of the review that a next step for the income may come from.
_CHAPTERS = (drift, income, resilience)
_OF_INCOME = frozenset(
    {
        Kind.ROLE_OVER,
        Kind.ONE_PAYER,
        Kind.STREAM_DRY,
        Kind.NO_FALLBACK,
        Kind.WOULD_LAST,
    }
)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, and where: `place` and `key` as of a finding's `Step`."""

    text: str
    label: str
    place: str
    key: str = ""


def risk_sentence(context: AnswerContext, stress: StressAnswer | None) -> str:
    """Return the biggest risk to the income, or who pays most where no floor is known."""
    words, largest = context.words, context.payers.largest
    if largest is None:
        return wording.no_income_text(words)
    if stress is None or not stress.sentence:
        return wording.largest_text(words, *largest)
    return stress.sentence


def income_findings(context: AnswerContext) -> list[Finding]:
    """Return what the review finds about the income, the weightiest first."""
    found = [one for chapter in _CHAPTERS for one in chapter.findings(context)]
    return sorted(found, key=lambda one: -one.weight)


def next_step(context: AnswerContext, findings: Sequence[Finding]) -> NextStep | None:
    """Return the one thing to do now, None where nothing needs to be done."""
    words, portfolio = context.words, context.portfolio
    if portfolio.person.floor is None or portfolio.person.savings is None:
        return NextStep(*wording.floor_step(words), "safety")
    planned = [one for one in portfolio.fallbacks if one.step]
    if planned:
        on = portfolio.on
        first = min(planned, key=lambda f: (f.step_by is None, f.step_by or on))
        label = wording.see_role_label(words, context.role(first.role).name)
        return NextStep(first.step, label, "safety", context.role(first.role).key)
    for finding in findings:
        if finding.kind in _OF_INCOME:
            step = finding.step
            return NextStep(finding.title, step.label, step.place, step.key)
    return None
