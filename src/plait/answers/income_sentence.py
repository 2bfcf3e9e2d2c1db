"""The one sentence above the income page, and the one step to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.analysis.income.stress import HORIZON, Stressed
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Finding
from plait.answers.findings.kinds import Kind as FindingKind
from plait.domain.scenarios import Kind
from plait.wording import income as wording
from plait.wording.stress import months_text, scenario_text

_OF_INCOME = frozenset(
    {
        FindingKind.ROLE_OVER,
        FindingKind.ONE_PAYER,
        FindingKind.STREAM_DRY,
        FindingKind.NO_FALLBACK,
        FindingKind.WOULD_LAST,
    }
)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, and where: `place` and `key` as of a finding's `Step`."""

    text: str
    label: str
    place: str
    key: str = ""


def income_sentence(context: AnswerContext, stressed: Sequence[Stressed] | None) -> str:
    """Return the biggest risk to the income, or who pays most where no floor is known."""
    words, largest = context.words, context.payers.largest
    if largest is None:
        return wording.no_income_text(words)
    worst = _worst(stressed or ())
    if worst is None:
        return wording.largest_text(words, *largest)
    if worst.weak.months is None:
        return wording.no_risk_text(words)
    names = {role.key: role.name for role in context.portfolio.roles}
    risk = scenario_text(worst.scenario, words, names.get(worst.scenario.name, ""))
    return wording.risk_text(words, risk, months_text(worst.weak, words))


def _worst(stressed: Sequence[Stressed]) -> Stressed | None:
    """Return the scenario in which money lasts shortest, None without any."""
    return min(
        (one for one in stressed if one.scenario.kind is not Kind.NOTHING),
        key=lambda one: (months_of(one, HORIZON), -one.lost),
        default=None,
    )


def months_of(one: Stressed, horizon: int) -> int:
    """Return for how many months money lasts, the horizon for longer."""
    return horizon if one.weak.months is None else one.weak.months


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
        return NextStep(first.step, label, "safety")
    for finding in findings:
        if finding.kind in _OF_INCOME:
            step = finding.step
            return NextStep(finding.title, step.label, step.place, step.key)
    return None
