"""The plans of a book, worked out for the page; what is lacking where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from plait.analysis.decisions.plan.from_portfolio import PlanOfBook, plan_of
from plait.analysis.decisions.plan.frontier import Check, Frontier, checked, frontier
from plait.analysis.decisions.plan.inputs import Known
from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS, Option
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.decisions.plan.scenarios import PlanModel, question_of, scenarios_of
from plait.analysis.income.model_from_portfolio import from_book
from plait.answers.context import AnswerContext
from plait.wording.plan import Spoken

SCENARIOS = 5_000
# The same figures at every look; a seed is no setting of anybody's.
_SEED, _SEED_UNSEEN = 1, 2


class Lacks(StrEnum):
    """What has to be told before there can be a plan."""

    INCOME = "income"
    FLOOR = "floor"
    CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class Asked:
    """What weighs, and whether the hours given now stand for those there are."""

    weighs_value: bool = True
    with_hours_of_now: bool = False


@dataclass(frozen=True, eq=False)
class Found:
    """What was asked and what came of it; `frontier` is None where no mix fits."""

    asked: Asked
    context: AnswerContext
    book: PlanOfBook
    planner: Planner
    told: Spoken
    no_plan: NoPlan | None
    frontier: Frontier | None
    checks: tuple[Check, ...]

    @property
    def is_too_full(self) -> bool:
        """Whether more hours are given now than the book says there are."""
        now = _hours_of_now(self.book.model)
        return now > self.book.model.limits.capacity + NO_HOURS

    @property
    def best(self) -> Plan | None:
        """The plan that scores most by the weights asked for."""
        found = self.frontier
        return None if found is None else found.plans[found.mine]


def found_for(context: AnswerContext, asked: Asked) -> Found | Lacks:
    """Return the plans of a book, or the first thing that they lack."""
    income = from_book(context.portfolio, context.income, context.rates)
    known = Known(
        portfolio=context.portfolio,
        income=income,
        balance=context.balance,
        weeks=context.weeks,
        value=context.value,
        rates=context.rates,
    )
    book = plan_of(known)
    if not book.model.options or not any(s.monthly > 0 for s in income.model.streams):
        return Lacks.INCOME
    if not book.knows_floor:
        return Lacks.FLOOR
    if not book.knows_capacity:
        return Lacks.CAPACITY
    return _found(context, book, asked)


def _asked(model: PlanModel, asked: Asked) -> PlanModel:
    """Return the model with what is asked for instead of what the book tells."""
    weights, limits = model.weights, model.limits
    if not asked.weighs_value:
        weights = replace(weights, value=0.0, growth=0.0)
    if asked.with_hours_of_now:
        limits = replace(limits, capacity=max(limits.capacity, _hours_of_now(model)))
    return replace(model, weights=weights, limits=limits)


def _hours_of_now(model: PlanModel) -> float:
    return min(MOST_HOURS, sum(one.present * one.load for one in model.options))


def _found(context: AnswerContext, book: PlanOfBook, asked: Asked) -> Found:
    model = _asked(book.model, asked)
    question = question_of(model, SCENARIOS, np.random.default_rng(_SEED))
    planner = Planner(question)
    answer = frontier(planner)
    told = Spoken(
        words=context.words,
        currency=model.income.currency,
        options=question.options,
        names=_names(context, question.options),
    )
    if isinstance(answer, NoPlan):
        return Found(asked, context, book, planner, told, answer, None, ())
    unseen = scenarios_of(
        model.income, question.options, SCENARIOS, np.random.default_rng(_SEED_UNSEEN)
    )
    checks = checked(planner, answer, unseen)
    return Found(asked, context, book, planner, told, None, answer, checks)


def _names(context: AnswerContext, options: Sequence[Option]) -> tuple[str, ...]:
    """Return the names of the roles whose keys the options have."""
    by_key = {role.key: role.name for role in context.portfolio.roles}
    return tuple(by_key.get(option.name, option.name) for option in options)
