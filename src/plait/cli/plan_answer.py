"""A plan as plain values, for `--json` and for the page."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, NamedTuple

import numpy as np

from plait.analysis.decisions.plan.constraints import binds, least_step, with_capacity
from plait.analysis.decisions.plan.demands import Demand
from plait.analysis.decisions.plan.from_portfolio import PlanOfBook, plan_of
from plait.analysis.decisions.plan.from_values import plan_from_values
from plait.analysis.decisions.plan.frontier import BALANCED, Frontier, checked, frontier
from plait.analysis.decisions.plan.inputs import Known
from plait.analysis.decisions.plan.options import Option, Question, names_of
from plait.analysis.decisions.plan.outcome import Outcome
from plait.analysis.decisions.plan.planner import NoPlan, Plan, Planner
from plait.analysis.decisions.plan.scenarios import PlanModel, question_of, scenarios_of
from plait.analysis.income.model_from_portfolio import from_book
from plait.answers.context import answer_context, rates_of
from plait.domain.portfolio import Portfolio
from plait.formats.plait.income_model import read
from plait.formats.source import Source
from plait.wording.words import words_for

Told = dict[str, Any]


class Asked(NamedTuple):
    """What is asked for; None leaves capacity and risk as they are told."""

    scenarios: int
    seed: int
    capacity: float | None = None
    risk: float | None = None

    def rng(self, further: int = 0) -> np.random.Generator:
        """Return the random numbers of the seed, or of one further on."""
        return np.random.default_rng(self.seed + further)

    def of(self, model: PlanModel) -> PlanModel:
        """Return the model with what is asked instead of what it tells."""
        limits, weights = model.limits, model.weights
        if self.capacity is not None:
            limits = replace(limits, capacity=self.capacity)
        if self.risk is not None:
            weights = replace(weights, risk=self.risk)
        return replace(model, limits=limits, weights=weights)


def file_planned(source: Source, asked: Asked) -> Told:
    """Return the plans for the model in a file."""
    file = read(source)
    model = plan_from_values(file.model, file.options, file.limits)
    return {"on": None} | _planned(model, asked)


def book_planned(portfolio: Portfolio, asked: Asked, language: str) -> Told:
    """Return the plans for a book, with what they take for granted."""
    context = answer_context(portfolio, words_for(language))
    rates = rates_of(portfolio)
    income = from_book(portfolio, context.income, rates)
    known = Known(
        portfolio, income, context.balance, context.weeks, context.value, rates
    )
    found = plan_of(known)
    answer = _planned(found.model, asked)
    known_told = {
        "on": portfolio.on.isoformat(),
        "knows_floor": found.knows_floor,
        "knows_capacity": found.knows_capacity or asked.capacity is not None,
        "knows_law": found.knows_law,
        "left_out": [portfolio.roles[index].name for index in found.left_out],
    }
    return known_told | answer | {"options": _of_book(portfolio, found, answer)}


def _of_book(portfolio: Portfolio, found: PlanOfBook, answer: Told) -> list[Told]:
    """Return the options with the roles that they are."""
    return [
        told
        | {
            "role": portfolio.roles[of.role].name,
            "assumed": [one.value for one in of.assumed],
            "consent_of": [portfolio.roles[index].name for index in of.consent_of],
        }
        for told, of in zip(answer["options"], found.of, strict=True)
    ]


def _planned(model: PlanModel, asked: Asked) -> Told:
    model = asked.of(model)
    question = question_of(model, asked.scenarios, asked.rng())
    planner = Planner(question)
    found = frontier(planner)
    answer = _asked(model, question, asked)
    options = question.options
    if isinstance(found, NoPlan):
        present = planner.outcome(question.present)
        return answer | {
            "answer": "impossible",
            "conflict": _demands(options, found.conflict),
            "present": _outcome(options, present)
            | {"breaks": _demands(options, planner.present_breaks())},
        }
    unseen = scenarios_of(model.income, options, asked.scenarios, asked.rng(1))
    return answer | {
        "answer": "planned",
        "present": _outcome(options, found.present)
        | {"breaks": _demands(options, found.present_breaks)},
        "plans": [_plan(planner, found, place) for place in range(len(found.plans))],
        "named": found.named,
        "best_by_own_weights": found.mine,
        "check": [
            {
                "name": check.name,
                "seen": _outcome(options, check.seen),
                "unseen": _outcome(options, check.unseen),
            }
            for check in checked(planner, found, unseen)
        ],
    }


def _asked(model: PlanModel, question: Question, asked: Asked) -> Told:
    rates = question.scenarios.per_hour.mean(axis=0).tolist()
    return {
        "currency": model.income.currency,
        "scenarios": asked.scenarios,
        "seed": asked.seed,
        "seed_of_check": asked.seed + 1,
        "months": model.income.months,
        "floor": question.floor,
        "anyhow": float(question.scenarios.base.mean()),
        "capacity": question.limits.capacity,
        "law": question.limits.law,
        "roles": question.limits.roles,
        "apart": [list(names_of(question.options, p)) for p in question.limits.apart],
        "weights": asdict(question.weights),
        "options": [
            _option(option, rate)
            for option, rate in zip(question.options, rates, strict=True)
        ],
    }


def _option(option: Option, rate: float) -> Told:
    return {
        **asdict(option),
        "amounts": [
            {"from": low, "to": high} for low, high in option.pieces().tolist()
        ],
        "an_hour_a_week": rate,
    }


def _plan(planner: Planner, found: Frontier, place: int) -> Told:
    plan, options = found.plans[place], planner.question.options
    names = [name for name, at in found.named.items() if at == place]
    told = {
        "risk": plan.weights.risk,
        "names": names,
        **_outcome(options, plan.outcome),
        "status": plan.status.value,
        "gap": plan.gap,
        "boxes": plan.n_boxes,
    }
    return told | (_binds(planner, plan) if BALANCED in names else {})


def _binds(planner: Planner, plan: Plan) -> Told:
    options = planner.question.options
    hours = sorted({1.0, least_step(planner)})
    more = [with_capacity(planner, plan, each) for each in hours]
    return {
        "binds": [
            _demand(options, one.demand)
            | {"an_hour_is_worth": one.price, "is_tight": one.is_tight}
            for one in binds(planner, plan)
        ],
        "more_to_give": [
            {"hours": one.hours, "worth": one.worth, "mix": _mix(options, one.mix)}
            for one in more
        ],
    }


def _outcome(options: Sequence[Option], one: Outcome) -> Told:
    taken = (o.load * each for o, each in zip(options, one.hours, strict=True))
    return asdict(one) | {"hours": _mix(options, one.hours), "taken": sum(taken)}


def _mix(options: Sequence[Option], hours: Sequence[float]) -> dict[str, float]:
    return {o.name: each for o, each in zip(options, hours, strict=True)}


def _demands(options: Sequence[Option], demands: Sequence[Demand]) -> list[Told]:
    return [_demand(options, demand) for demand in demands]


def _demand(options: Sequence[Option], demand: Demand) -> Told:
    return {
        "kind": demand.kind.name.lower().replace("_", "-"),
        "options": list(names_of(options, demand.options)),
        "figure": demand.figure,
    }
