"""Working-time law as a page asks for it: over the last year, or over a period."""

from plait.accounts.models import Person
from plait.answers.context import AnswerContext, answer_context
from plait.answers.hours.working_time import (
    RuleChoice,
    WorkingTimeAnswer,
    days_judged,
    working_time_answer,
    working_time_at_home,
)
from plait.answers.periods.period import Asked, period_basis
from plait.book.queries import load_portfolio
from plait.domain.periods.choice import PeriodChoice, last_year


def law_asked(
    viewer: Person, context: AnswerContext, choice: PeriodChoice | None
) -> tuple[WorkingTimeAnswer | None, Asked]:
    """Return the answer, None where no law is known, and the period asked for."""
    portfolio, today = context.portfolio, context.portfolio.on
    asked = Asked(context.words, period_basis(portfolio), choice, last_year(today))
    answer = working_time_at_home(context)
    days = days_judged(asked.days, today) if asked.choice else None
    if answer and days:
        first, last = days
        portfolio = load_portfolio(viewer=viewer, on=last)
        context = answer_context(portfolio, context.words)
        answer = working_time_answer(context, RuleChoice(since=first))
    return answer, asked
