"""The page Safety: how long the money would last, and what it depends on."""

from dataclasses import dataclass

from plait.answers.concentration import concentration_answer
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Step
from plait.answers.income.exposure import exposure_answer
from plait.answers.income.sentence import (
    NextStep,
    income_findings,
    next_step,
    risk_sentence,
)
from plait.answers.income.streams import streams_answer
from plait.answers.safety import safety_answer
from plait.answers.simulation import simulation_answer
from plait.answers.stress import stress_of
from plait.domain.scenarios import Scenario
from plait.web.pages.findings import WhyView
from plait.web.pages.income.concentration import (
    ConcentrationView,
    concentration_view,
    concentration_why,
)
from plait.web.pages.income.exposure import ExposureView, exposure_view
from plait.web.pages.income.income_ahead import IncomeAheadView, income_ahead_view
from plait.web.pages.income.runway import RunwayView, runway_view, runway_why
from plait.web.pages.steps import link_of


@dataclass(frozen=True, slots=True)
class StepView:
    """The one thing to do now."""

    text: str
    label: str
    url: str


@dataclass(frozen=True)
class SafetyPage:
    """Everything on the page but the form; `has_income` whether there is any to lose."""

    sentence: str
    savings: str
    currency: str
    next_step: StepView | None
    has_income: bool
    runways: tuple[RunwayView, ...]
    runway_why: WhyView | None
    lacks_floor: bool
    concentration: tuple[ConcentrationView, ...]
    concentration_why: WhyView | None
    ahead: IncomeAheadView | None
    exposure: ExposureView | None


def safety_view(context: AnswerContext, own: tuple[Scenario, ...]) -> SafetyPage:
    """Return the page of a context, with the person's own scenarios."""
    words, portfolio = context.words, context.portfolio
    stress = stress_of(context, own)
    answer = safety_answer(portfolio, words)
    has_income = bool(streams_answer(context, n_months=1).streams)
    depends = concentration_answer(context) if has_income else None
    return SafetyPage(
        sentence=risk_sentence(context, stress) if has_income else answer.sentence,
        savings=answer.sentence if has_income and answer.savings_months else "",
        currency=answer.currency,
        next_step=_step(next_step(context, income_findings(context))),
        has_income=has_income,
        runways=runway_view(stress) if stress else (),
        runway_why=runway_why(stress, words) if stress else None,
        lacks_floor=stress is None,
        concentration=concentration_view(depends, words) if depends else (),
        concentration_why=concentration_why(depends, words) if depends else None,
        ahead=income_ahead_view(simulation_answer(context), words),
        exposure=exposure_view(exposure_answer(context)),
    )


def _step(step: NextStep | None) -> StepView | None:
    # The form for savings stands on this page.
    if step is None or (step.place == "safety" and not step.key):
        return None
    link = link_of(Step(step.label, step.place, step.key))
    return StepView(step.text, link.text, link.url)
