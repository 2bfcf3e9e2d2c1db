"""The income page: what it depends on, how long money lasts, what may come."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.concentration import concentration_answer
from plait.answers.findings.finding import Step
from plait.answers.income_sentence import income_sentence, next_step
from plait.answers.obligations import own_obligations
from plait.answers.review import Review
from plait.answers.simulation import simulation_answer
from plait.answers.stress import stress_answer
from plait.domain.scenarios import Scenario
from plait.web.pages.income.concentration import ConcentrationView, concentration_view
from plait.web.pages.income.expected import ExpectedView, expected_view
from plait.web.pages.income.exposure import ExposureView, exposure_view
from plait.web.pages.income.income import IncomeView, income_view
from plait.web.pages.income.income_ahead import IncomeAheadView, income_ahead_view
from plait.web.pages.income.obligations import ObligationsView, obligations_view
from plait.web.pages.income.runway import RunwayView, runway_view
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

    sentence: str
    step: StepView | None
    income: IncomeView | None
    expected: ExpectedView | None
    concentration: tuple[ConcentrationView, ...]
    runways: tuple[RunwayView, ...]
    lacks_floor: bool
    ahead: IncomeAheadView | None
    obligations: ObligationsView | None
    exposure: ExposureView | None


def income_page(review: Review, own: tuple[Scenario, ...]) -> IncomePage:
    """Return the page of a review, with the person's own scenarios."""
    context = review.context
    knows_floor = context.portfolio.person.floor is not None
    stress = stress_answer(context, own) if knows_floor else None
    return IncomePage(
        sentence=income_sentence(context, stress),
        step=_step(review),
        income=income_view(context) if context.income.streams else None,
        expected=expected_view(context),
        concentration=concentration_view(concentration_answer(context), context.words),
        runways=runway_view(stress) if stress else (),
        lacks_floor=stress is None,
        ahead=income_ahead_view(simulation_answer(context), context.words),
        obligations=obligations_view(own_obligations(context), context.words),
        exposure=exposure_view(context),
    )


def _step(review: Review) -> StepView | None:
    step = next_step(review.context, review.findings)
    if step is None:
        return None
    if step.place == "safety":
        return StepView(step.text, step.label, reverse("safety"))
    link = link_of(Step(step.label, step.place, step.key))
    return StepView(step.text, link.text, link.url)
