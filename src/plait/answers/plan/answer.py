"""Which mix of hours would be better: of a book, or of a model in a file."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from plait.analysis.decisions.plan.from_portfolio import BookPlan
from plait.analysis.decisions.plan.from_values import plan_from_values
from plait.analysis.decisions.plan.offer.changes import changes_of
from plait.analysis.decisions.plan.offer.frontier import Frontier, checked, frontier
from plait.analysis.decisions.plan.planner import NoPlan, Status
from plait.analysis.decisions.plan.scenarios import scenarios_of
from plait.answers.context import AnswerContext
from plait.answers.income.last_year import payments_of_year
from plait.answers.plan.evidence import PlanEvidence
from plait.answers.plan.mixes import demand_of, mix_of, options_of, settings_of
from plait.answers.plan.points import checks_of, points_of, without_of
from plait.answers.plan.question import (
    USUAL,
    PlanOptions,
    PlanTask,
    book_plan,
    task_of,
)
from plait.answers.plan.values import PlanAnswer, PlanGap, PlanStatus
from plait.domain.selection import RecordKind, Selection
from plait.wording.plan import assumptions as plan_assumptions
from plait.wording.plan import check as plan_check
from plait.wording.plan import plan as wording
from plait.wording.plan import verdict
from plait.wording.plan.changes import changes_text
from plait.wording.words import Words


@lru_cache(maxsize=4)  # solving takes a third of a second
def plan_answer(context: AnswerContext, options: PlanOptions = USUAL) -> PlanAnswer:
    """Return the plans of a book; without a paid role with hours there are none."""
    book = book_plan(context)
    if not book.model.options:
        return _nothing(context, PlanStatus.NO_OPTIONS)
    if not any(one.monthly > 0 for one in context.income_model.model.streams):
        return _nothing(context, PlanStatus.NO_INCOME)
    task = task_of(book.model, options, context.words, context=context, book=book)
    return _answer(task, on=context.portfolio.on, missing=_missing(book, options))


def model_plan_answer(
    model: Mapping[str, Any],
    candidates: Sequence[Mapping[str, Any]],
    limits: Mapping[str, Any],
    words: Words,
    options: PlanOptions = USUAL,
) -> PlanAnswer:
    """Return the plans of a model as a file has it; raise what refuses a wrong one.

    `candidates` are the options of the plan, `limits` what all of them keep to.
    """
    found = plan_from_values(model, candidates, limits)
    return _answer(task_of(found, options, words), on=None, missing=None)


def _nothing(context: AnswerContext, status: PlanStatus) -> PlanAnswer:
    _ = context.words.gettext
    return PlanAnswer(
        on=context.portfolio.on,
        language=context.words.language,
        currency=context.portfolio.person.currency,
        status=status,
        missing=None,
        sentence=_("Which mix of hours would be better?"),
        comparison=_(
            "To find a better mix, Plait needs your paid roles with their hours and"
            " income: bring in a year or two of both."
        ),
    )


def _missing(book: BookPlan, options: PlanOptions) -> PlanGap | None:
    if not book.knows_floor:
        return PlanGap.FLOOR
    is_given = book.knows_capacity or options.capacity is not None
    return None if is_given else PlanGap.CAPACITY


def _answer(task: PlanTask, *, on: date | None, missing: PlanGap | None) -> PlanAnswer:
    found = frontier(task.planner)
    if isinstance(found, NoPlan):
        return _impossible(task, found, on=on, missing=missing)
    return _planned(task, found, on=on, missing=missing)


def _impossible(
    task: PlanTask, found: NoPlan, *, on: date | None, missing: PlanGap | None
) -> PlanAnswer:
    words, planner = task.words, task.planner
    return PlanAnswer(
        on=on,
        language=words.words.language,
        currency=words.currency,
        status=PlanStatus.IMPOSSIBLE,
        missing=missing,
        sentence=wording.conflict_sentence(words, found.conflict),
        comparison=wording.give_up_text(words.words, len(found.conflict)),
        settings=settings_of(task),
        options=options_of(task),
        left_out=_left_out(task),
        present=mix_of(task, planner.outcome(task.question.present)),
        present_breaks=tuple(demand_of(task, one) for one in planner.present_breaks()),
        conflict=tuple(demand_of(task, one) for one in found.conflict),
        evidence=_evidence(task, 0.0),
    )


def _planned(
    task: PlanTask, found: Frontier, *, on: date | None, missing: PlanGap | None
) -> PlanAnswer:
    words, question = task.words, task.question
    unseen = scenarios_of(
        task.model.income,
        question.options,
        task.n_scenarios,
        task.options.rng(1),
    )
    checks = checked(task.planner, found, unseen)
    own, present = found.plans[found.mine].outcome, found.present
    plans = points_of(task, found)
    changes = changes_text(words, changes_of(np.array(own.hours), question))
    gap = max((p.gap for p in plans if p.status is not Status.BEST), default=0.0)
    return PlanAnswer(
        on=on,
        language=words.words.language,
        currency=words.currency,
        status=PlanStatus.PLANNED,
        missing=missing,
        sentence=verdict.sentence(words, changes, present, found.present_breaks),
        comparison=wording.compared_text(words, own, present)
        if own.changed
        else verdict.nothing_text(words, len(found.offered) - 1),
        settings=settings_of(task),
        options=options_of(task),
        left_out=_left_out(task),
        present=mix_of(task, present),
        present_breaks=tuple(demand_of(task, one) for one in found.present_breaks),
        plans=plans,
        is_better=bool(own.changed),
        agreed=mix_of(task, found.agreed) if found.agreed else None,
        agreed_sentence=verdict.agreed_text(words, present, found.agreed)
        if found.agreed
        else "",
        without=without_of(task, found),
        step_sentence=verdict.step_text(
            words, min(option.least_change for option in question.options)
        ),
        as_it_is=plan_check.as_it_is_text(
            words.words,
            next((one.label for one in plans if not one.mix.steps), ""),
        ),
        few=plan_check.few_text(words.words, found),
        checks=checks_of(task, found, checks, unseen),
        check_sentence=plan_check.judgement_text(words.words, checks),
        check_left_out=plan_check.left_out_text(words.words, checks),
        evidence=_evidence(task, gap),
    )


def _left_out(task: PlanTask) -> tuple[str, ...]:
    if task.book is None or task.context is None:
        return ()
    return tuple(task.context.role(index).name for index in task.book.left_out)


def _records(task: PlanTask) -> tuple[Selection, ...]:
    """Return the hours and payments that the plans were worked out from."""
    if task.context is None:
        return ()
    on = task.context.portfolio.on
    return (payments_of_year(on), Selection(RecordKind.TIME, end=on))


def _evidence(task: PlanTask, gap: float) -> PlanEvidence:
    words, question = task.words, task.question
    assumptions = [*plan_assumptions.weights_text(words, question.floor)]
    if task.book and task.context:
        is_given = task.options.capacity is not None
        portfolio = task.context.portfolio
        assumptions[:0] = plan_assumptions.book_text(
            words, task.book, portfolio, is_capacity_given=is_given
        )
    return PlanEvidence(
        data=plan_assumptions.data_text(
            words,
            question.limits.capacity,
            is_of_now=task.options.shares_out_hours_now,
            is_book=task.book is not None and task.options.capacity is None,
        ),
        method=plan_assumptions.method_text(
            words, task.n_scenarios, task.model.income.months
        ),
        assumptions=tuple(assumptions),
        source=plan_assumptions.source_text(words.words),
        certainty=plan_assumptions.certainty_text(words, gap),
        records=_records(task),
    )
