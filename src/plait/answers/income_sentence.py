"""The one sentence above the income page, and the one step to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from plait.analysis.income.stress import HORIZON, Stressed
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Finding
from plait.domain.scenarios import Kind
from plait.wording.stress import months_text, scenario_text

_KINDS = {"role-over", "one-payer", "stream-dry", "no-fallback", "lasts-short"}


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, and where."""

    said: str
    label: str
    place: str
    key: str = ""


def income_sentence(context: AnswerContext, stressed: Sequence[Stressed] | None) -> str:
    """Return what is so: who carries most, and what would be left without them."""
    words, _ = context.words, context.words.gettext
    largest = context.payers.largest
    if largest is None:
        return _("No income is known yet: bring in a bank statement.")
    worst = _first_felt(stressed or ())
    if worst is None:
        told = {"payer": largest[0], "share": words.percent(largest[1])}
        return _("%(payer)s brings %(share)s of your income.") % told
    if worst.weak.months is None:
        return _("Whatever falls away here, you would last more than five years.")
    names = {role.key: role.name for role in context.portfolio.roles}
    role = names.get(worst.scenario.name, "")
    told = {
        "what": scenario_text(worst.scenario, words, role),
        "months": months_text(worst.weak, words),
    }
    return _("The worst for you here: %(what)s. You would last %(months)s.") % told


def _first_felt(stressed: Sequence[Stressed]) -> Stressed | None:
    """Return the scenario in which one lasts shortest, None without any."""
    return min(
        (one for one in stressed if one.scenario.kind is not Kind.NOTHING),
        key=lambda one: (months_of(one, HORIZON), -one.lost),
        default=None,
    )


def months_of(one: Stressed, horizon: int) -> int:
    """Return for how many months one would last, the horizon for longer."""
    return horizon if one.weak.months is None else one.weak.months


def next_step(context: AnswerContext, findings: Sequence[Finding]) -> NextStep | None:
    """Return the one thing to do now, None where nothing is asked."""
    _ = context.words.gettext
    person, portfolio = context.portfolio.person, context.portfolio
    if person.floor is None or person.savings is None:
        said = _("Say what a month must cost and what you have put by.")
        return NextStep(said, _("Say it"), "safety")
    steps = [f for f in portfolio.fallbacks if f.step]
    if steps:
        first = min(steps, key=lambda f: (f.step_by is None, f.step_by or portfolio.on))
        role = context.role(first.role)
        return NextStep(first.step, _("See %(role)s") % {"role": role.name}, "safety")
    for finding in findings:
        if finding.kind in _KINDS:
            step = finding.step
            return NextStep(finding.title, step.label, step.place, step.key)
    return None
