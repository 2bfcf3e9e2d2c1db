"""Mixes, demands and options of a plan as values."""

from collections.abc import Sequence

import numpy as np

from plait.analysis.decisions.plan.demands import Demand
from plait.analysis.decisions.plan.offer.changes import changes_of
from plait.analysis.decisions.plan.offer.months import months_judged
from plait.analysis.decisions.plan.options import (
    MOST_HOURS,
    NO_HOURS,
    Option,
    Scenarios,
    names_of,
)
from plait.analysis.decisions.plan.outcome import Outcome
from plait.answers.plan.question import PlanTask
from plait.answers.plan.steps import step_of
from plait.answers.plan.values import (
    OptionHours,
    OptionRange,
    PlanDemand,
    PlanMix,
    PlanMonths,
    PlanOption,
    PlanSettings,
)
from plait.wording.plan import changes as changes_wording
from plait.wording.plan import plan as wording
from plait.wording.plan.months import months_text


def mix_of(task: PlanTask, one: Outcome, scenarios: Scenarios | None = None) -> PlanMix:
    """Return a mix with what it changes of the present one.

    Its months are those of the scenarios it was chosen on, or of those given.
    """
    words, question = task.words.words, task.question
    found = changes_of(np.array(one.hours), question)
    changes = changes_wording.changes_text(task.words, found)
    return PlanMix(
        hours=hours_of(task, one.hours),
        total=one.taken,
        income=one.income,
        bad=one.bad,
        short=one.short,
        chance_short=one.chance_short,
        value=one.value,
        growth=one.growth,
        score=one.score,
        chance_text=wording.chance_text(task.words, one.chance_short),
        changes=words.listed(changes, most=len(changes)) if changes else "",
        months=_months(task, one, scenarios or question.scenarios),
        steps=tuple(step_of(task, change) for change in found),
    )


def _months(task: PlanTask, one: Outcome, scenarios: Scenarios) -> PlanMonths:
    floor = task.question.floor
    found = months_judged(np.array(one.hours), scenarios, floor)
    return PlanMonths(
        weakest=found.weakest,
        weakest_bad=found.weakest_bad,
        n_short=found.n_short,
        chance_any=found.chance_any,
        sentence=months_text(task.words, found, floor, task.model.income.months),
    )


def hours_of(task: PlanTask, hours: Sequence[float]) -> tuple[OptionHours, ...]:
    """Return hours by role, without the solver's rounding."""
    options = task.question.options
    found = {option.stream: (0.0, 0.0) for option in options}
    for option, each in zip(options, hours, strict=True):
        exact = _exact(option, each)
        if exact:
            found[option.stream] = (exact, exact * option.load)
    return tuple(OptionHours(key, *each) for key, each in found.items())


def _exact(option: Option, hours: float) -> float:
    if hours <= NO_HOURS:
        return 0.0
    is_present = abs(hours - option.present) <= NO_HOURS
    return option.present if is_present else hours


def demand_of(task: PlanTask, demand: Demand) -> PlanDemand:
    """Return a demand with its sentence."""
    return PlanDemand(
        kind=demand.kind,
        options=tuple(
            dict.fromkeys(task.question.options[one].stream for one in demand.options)
        ),
        figure=demand.figure,
        sentence=wording.demand_text(task.words, demand),
    )


def options_of(task: PlanTask) -> tuple[PlanOption, ...]:
    """Return every option with what an hour of it brings."""
    options = task.question.options
    rates = task.question.scenarios.per_hour.mean(axis=0).tolist()
    return tuple(
        _option(task, index, options[index], rates[index])
        for index in range(len(options))
        if not options[index].instead_of
    )


def _option(task: PlanTask, index: int, option: Option, rate: float) -> PlanOption:
    roles = task.context.portfolio.roles if task.context else ()
    colours = {role.key: role.colour for role in roles}
    sources = task.book.of if task.book else ()
    return PlanOption(
        key=option.name,
        name=task.words.names[index],
        colour=colours.get(option.name, 0),
        present=option.present,
        least=option.least,
        most=option.most,
        step=option.step,
        ranges=tuple(OptionRange(*ends) for ends in option.pieces().tolist()),
        can_leave=option.can_leave,
        load=option.load,
        income_per_hour=rate,
        value=option.value,
        growth=option.growth,
        counts_for_law=option.counts,
        needs_consent=option.needs_consent,
        consent_of=tuple(task.consent_of[index]),
        stays=option.stays,
        starts_in=option.starts_in,
        grows=option.grows,
        assumed=sources[index].assumed if index < len(sources) else (),
        can_go_back=any(one.instead_of == option.name for one in task.question.options),
    )


def settings_of(task: PlanTask) -> PlanSettings:
    """Return what the plans are found with."""
    question, options = task.question, task.options
    limits = question.limits
    return PlanSettings(
        n_scenarios=task.n_scenarios,
        seed=options.seed,
        seed_of_check=options.seed + 1,
        months=task.model.income.months,
        floor=question.floor,
        capacity=limits.capacity,
        hours_now=task.hours_now,
        is_too_full=task.is_too_full,
        law=limits.law if limits.law < MOST_HOURS else None,
        roles=limits.roles,
        apart=tuple(names_of(question.options, pair) for pair in limits.apart),
        weights=question.weights,
        tail=task.words.tail,
        income_anyhow=float(question.scenarios.base.mean()),
        can_weigh_value=bool(task.book and task.book.a_point),
        weighs_value=options.weighs_value,
        shares_out_hours_now=options.shares_out_hours_now,
        least_hours=min(option.least_change for option in question.options),
        least_money=question.weights.change,
    )
