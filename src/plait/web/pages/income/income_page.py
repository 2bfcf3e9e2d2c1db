"""The income page: what came in over a period, from whom, and whether as usual."""

from dataclasses import dataclass

from plait.answers.context import AnswerContext
from plait.answers.income.income import IncomeAnswer, income_answer
from plait.answers.income.streams import EVERY_MONTH
from plait.answers.periods.income import IncomeInPeriod
from plait.domain.periods.choice import PeriodChoice
from plait.web.pages.income.expected import ExpectedView, expected_view
from plait.web.pages.income.in_period import (
    IncomeInPeriodView,
    income_in_period_view,
)
from plait.web.pages.income.income import IncomeView, income_view
from plait.web.pages.income.taken import TakenView, taken_view


@dataclass(frozen=True)
class IncomePage:
    """Everything on the page but its picker."""

    in_period: IncomeInPeriod
    came: IncomeInPeriodView
    sentence: str
    income: IncomeView | None
    expected: ExpectedView | None
    taken: TakenView | None


def income_page(context: AnswerContext, choice: PeriodChoice | None) -> IncomePage:
    """Return the page of a context and a period, the usual one for None."""
    words = context.words
    answer: IncomeAnswer = income_answer(context, n_months=EVERY_MONTH, period=choice)
    return IncomePage(
        in_period=answer.in_period,
        came=income_in_period_view(answer.in_period, words),
        sentence=answer.sentence,
        income=income_view(answer, words, answer.in_period.period),
        expected=expected_view(answer, words),
        taken=taken_view(answer.not_counted),
    )
