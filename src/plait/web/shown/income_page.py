"""The income page: what it hangs on, what one would last, what may come."""

from dataclasses import dataclass

from django.urls import reverse

from plait.analysis.income.stress import Stressed, stressed
from plait.analysis.income.stress.from_book import NoFloor, case_of
from plait.analysis.income.stress.usual import usual_scenarios
from plait.domain.scenarios import Scenario
from plait.review.finding import Step
from plait.review.income_sentence import income_sentence, next_step
from plait.review.review import Review
from plait.review.subject import Subject
from plait.web.shown.duties import DutiesShown, duties_shown
from plait.web.shown.expected import ExpectedShown, expected_shown
from plait.web.shown.exposure import ExposureShown, exposure_shown
from plait.web.shown.hangs import HangsShown, hangs_shown
from plait.web.shown.income import IncomeShown, income_shown
from plait.web.shown.income_ahead import IncomeAheadShown, income_ahead_shown
from plait.web.shown.lasts import LastsShown, lasts_shown
from plait.web.shown.steps import link_of


@dataclass(frozen=True, slots=True)
class StepShown:
    """The one thing to do now."""

    said: str
    label: str
    url: str


@dataclass(frozen=True)
class IncomePage:
    """Everything on the page."""

    sentence: str
    step: StepShown | None
    income: IncomeShown | None
    expected: ExpectedShown | None
    hangs: tuple[HangsShown, ...]
    lasts: tuple[LastsShown, ...]
    lacks_floor: bool
    ahead: IncomeAheadShown | None
    duties: DutiesShown | None
    exposure: ExposureShown | None


def income_page(review: Review, own: tuple[Scenario, ...]) -> IncomePage:
    """Return the page of a review, with the person's own scenarios."""
    subject = review.subject
    tested = _stressed(subject, own)
    return IncomePage(
        sentence=income_sentence(subject, tested),
        step=_step(review),
        income=income_shown(subject) if subject.income.streams else None,
        expected=expected_shown(subject),
        hangs=hangs_shown(subject),
        lasts=lasts_shown(subject, tested) if tested else (),
        lacks_floor=tested is None,
        ahead=income_ahead_shown(subject),
        duties=duties_shown(subject),
        exposure=exposure_shown(subject),
    )


def _stressed(
    subject: Subject, own: tuple[Scenario, ...]
) -> tuple[Stressed, ...] | None:
    """Return every scenario run through, None where no floor is known."""
    try:
        case = case_of(subject.portfolio, subject.income, subject.rates)
    except NoFloor:
        return None
    return stressed(case, (*usual_scenarios(case), *own))


def _step(review: Review) -> StepShown | None:
    step = next_step(review.subject, review.findings)
    if step is None:
        return None
    if step.place == "safety":
        return StepShown(step.said, step.label, reverse("safety"))
    link = link_of(Step(step.label, step.place, step.key))
    return StepShown(step.said, link.text, link.url)
