"""The income page: what it depends on, how long money lasts, what may come."""

from dataclasses import dataclass

from plait.answers.concentration import concentration_answer
from plait.answers.context import AnswerContext
from plait.answers.findings.finding import Step
from plait.answers.income.exposure import exposure_answer
from plait.answers.income.income import IncomeAnswer, income_answer, stress_of
from plait.answers.obligations.answer import own_obligations
from plait.answers.periods.income import IncomeInPeriod
from plait.answers.simulation import simulation_answer
from plait.domain.periods.choice import PeriodChoice
from plait.domain.scenarios import Scenario
from plait.web.pages.income.concentration import ConcentrationView, concentration_view
from plait.web.pages.income.expected import ExpectedView, expected_view
from plait.web.pages.income.exposure import ExposureView, exposure_view
from plait.web.pages.income.in_period import (
    IncomeInPeriodView,
    income_in_period_view,
)
from plait.web.pages.income.income import IncomeView, income_view
from plait.web.pages.income.income_ahead import IncomeAheadView, income_ahead_view
from plait.web.pages.income.obligations import ObligationsView, obligations_view
from plait.web.pages.income.runway import RunwayView, runway_view
from plait.web.pages.income.taken import TakenView, taken_view
from plait.web.pages.steps import link_of


@dataclass(frozen=True, slots=True)
class StepView:
    """The one thing to do now."""

    text: str
    label: str
    url: str


@dataclass(frozen=True)
class IncomePage:
    """Everything on the page."""

    in_period: IncomeInPeriod
    came: IncomeInPeriodView
    sentence: str
    risk: str
    step: StepView | None
    income: IncomeView | None
    expected: ExpectedView | None
    taken: TakenView | None
    concentration: tuple[ConcentrationView, ...]
    runways: tuple[RunwayView, ...]
    lacks_floor: bool
    ahead: IncomeAheadView | None
    obligations: ObligationsView | None
    exposure: ExposureView | None


def income_page(
    context: AnswerContext,
    own: tuple[Scenario, ...],
    choice: PeriodChoice | None = None,
) -> IncomePage:
    """Return the page of a context, with the person's own scenarios."""
    words = context.words
    stress = stress_of(context, own)
    answer = income_answer(context, stress, period=choice)
    return IncomePage(
        in_period=answer.in_period,
        came=income_in_period_view(answer.in_period, words),
        sentence=answer.in_period.sentence if answer.streams else answer.sentence,
        risk=answer.sentence if answer.streams else "",
        step=_step(answer),
        income=income_view(answer, words),
        expected=expected_view(answer, words),
        taken=taken_view(answer.not_counted),
        concentration=concentration_view(concentration_answer(context), words),
        runways=runway_view(stress) if stress else (),
        lacks_floor=stress is None,
        ahead=income_ahead_view(simulation_answer(context), words),
        obligations=obligations_view(own_obligations(context), words),
        exposure=exposure_view(exposure_answer(context)),
    )


def _step(answer: IncomeAnswer) -> StepView | None:
    step = answer.next_step
    if step is None:
        return None
    link = link_of(Step(step.label, step.place, step.key))
    return StepView(step.text, link.text, link.url)
