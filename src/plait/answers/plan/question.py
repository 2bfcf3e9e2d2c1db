"""What is asked of a plan, of a book or of a model file, before anything is drawn."""

from dataclasses import dataclass, replace

import numpy as np

from plait.analysis.decisions.plan.from_portfolio import BookPlan, plan_of
from plait.analysis.decisions.plan.inputs import PlanInputs
from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS, Option, Question
from plait.analysis.decisions.plan.planner import Planner
from plait.analysis.decisions.plan.scenarios import PlanModel, question_of
from plait.answers.context import AnswerContext
from plait.wording.plan.plan import PlanWords
from plait.wording.words import Words

# Five thousand futures are enough to choose by; see docs/explanation/speed.md. With
# many roles there are fewer, so that an answer takes seconds: months x futures x roles.
N_SCENARIOS, _FEWEST = 5_000, 1_000
_MOST_CELLS = 1_500_000
SEED = 1
# In so many the best is found and mostly proven; more would take a page minutes.
_MOST_BOXES = 400


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What may be asked for; None leaves hours and the weight of risk as they are.

    Without `n_scenarios` there are as many futures as so many roles allow.

    `weighs_value` is False for money alone. `shares_out_hours_now` takes the hours
    that present roles take where those are more than there are.
    """

    n_scenarios: int | None = None
    seed: int = SEED
    capacity: float | None = None
    risk: float | None = None
    weighs_value: bool = True
    shares_out_hours_now: bool = False

    def rng(self, further: int = 0) -> np.random.Generator:
        """Return the random numbers of the seed, or of one further on."""
        return np.random.default_rng(self.seed + further)


USUAL = PlanOptions()


@dataclass(frozen=True, eq=False)
class PlanTask:
    """A model with what is asked for in it, and whose it is; no book for a file."""

    options: PlanOptions
    model: PlanModel
    capacity: float
    question: Question
    planner: Planner
    words: PlanWords
    context: AnswerContext | None
    book: BookPlan | None

    @property
    def n_scenarios(self) -> int:
        """How many futures there are."""
        return len(self.question.scenarios.base)

    @property
    def hours_now(self) -> float:
        """The hours a week that present roles take."""
        return hours_now(self.question.options)

    @property
    def is_too_full(self) -> bool:
        """Whether present roles take more hours than there are."""
        return self.hours_now > self.capacity + NO_HOURS

    @property
    def consent_of(self) -> list[list[str]]:
        """The names of roles that have to agree, by option."""
        named: list[list[str]] = [[] for _ in self.question.options]
        if self.context and self.book:
            for place, of in enumerate(self.book.of):
                named[place] = [self.context.role(one).name for one in of.consent_of]
        return named


def book_plan(context: AnswerContext) -> BookPlan:
    """Return the model of the person's roles and opportunities."""
    inputs = PlanInputs(
        portfolio=context.portfolio,
        income=context.income_model,
        balance=context.balance,
        weeks=context.weeks,
        value=context.value,
        rates=context.rates,
    )
    return plan_of(inputs)


def task_of(
    model: PlanModel,
    options: PlanOptions,
    words: Words,
    *,
    context: AnswerContext | None = None,
    book: BookPlan | None = None,
) -> PlanTask:
    """Return the task; raises `NotAnOption` where the model asks nothing."""
    wanted = _with(model, options)
    n_scenarios = options.n_scenarios or scenarios_for(wanted)
    question = question_of(wanted, n_scenarios, options.rng())
    return PlanTask(
        options=options,
        model=wanted,
        capacity=model.limits.capacity,
        question=question,
        planner=Planner(question, most_boxes=_MOST_BOXES),
        words=PlanWords(
            words=words,
            currency=model.income.currency,
            options=question.options,
            names=_names(context, question.options),
            weights=question.weights,
        ),
        context=context,
        book=book,
    )


def scenarios_for(model: PlanModel) -> int:
    """Return how many futures to draw where that is not asked for."""
    n_cells = model.income.months * max(1, len(model.options))
    return max(_FEWEST, min(N_SCENARIOS, _MOST_CELLS // n_cells))


def hours_now(options: tuple[Option, ...]) -> float:
    """Return the hours a week that the present mix takes."""
    return min(MOST_HOURS, sum(one.present * one.load for one in options))


def _with(model: PlanModel, options: PlanOptions) -> PlanModel:
    """Return the model with what is asked for instead of what it says."""
    limits, weights = model.limits, model.weights
    if options.capacity is not None:
        limits = replace(limits, capacity=options.capacity)
    if options.shares_out_hours_now:
        now = hours_now(model.options)
        limits = replace(limits, capacity=max(limits.capacity, now))
    if options.risk is not None:
        weights = replace(weights, risk=options.risk)
    if not options.weighs_value:
        weights = replace(weights, value=0.0, growth=0.0)
    return replace(model, weights=weights, limits=limits)


def _names(
    context: AnswerContext | None, options: tuple[Option, ...]
) -> tuple[str, ...]:
    """Return the names of the roles whose keys the options have."""
    roles = context.portfolio.roles if context else ()
    by_key = {role.key: role.name for role in roles}
    return tuple(by_key.get(option.stream, option.stream) for option in options)
