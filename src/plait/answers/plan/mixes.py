"""Mixes, demands and options of a plan as values."""

from collections.abc import Sequence

from plait.analysis.decisions.plan.demands import Demand
from plait.analysis.decisions.plan.options import MOST_HOURS, NO_HOURS, Option, names_of
from plait.analysis.decisions.plan.outcome import Outcome
from plait.answers.plan.question import PlanTask
from plait.answers.plan.values import (
    OptionHours,
    OptionRange,
    PlanDemand,
    PlanMix,
    PlanOption,
    PlanSettings,
)
from plait.wording.plan import plan as wording


def mix_of(task: PlanTask, one: Outcome) -> PlanMix:
    """Return a mix with what it changes of the present one."""
    words = task.words.words
    changes = wording.changes_text(task.words, one.hours)
    return PlanMix(
        hours=hours_of(task, one.hours),
        total=task.words.total(one.hours),
        income=one.income,
        bad=one.bad,
        short=one.short,
        chance_short=one.chance_short,
        value=one.value,
        growth=one.growth,
        score=one.score,
        chance_text=wording.chance_text(task.words, one.chance_short),
        changes=words.listed(changes, most=len(changes)) if changes else "",
    )


def hours_of(task: PlanTask, hours: Sequence[float]) -> tuple[OptionHours, ...]:
    """Return hours by option, without the solver's rounding."""
    options = task.question.options
    return tuple(
        OptionHours(option.name, _exact(option, each))
        for option, each in zip(options, hours, strict=True)
    )


def _exact(option: Option, hours: float) -> float:
    if hours <= NO_HOURS:
        return 0.0
    is_present = abs(hours - option.present) <= NO_HOURS
    return option.present if is_present else hours


def demand_of(task: PlanTask, demand: Demand) -> PlanDemand:
    """Return a demand with its sentence."""
    return PlanDemand(
        kind=demand.kind,
        options=names_of(task.question.options, demand.options),
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
    )


def settings_of(task: PlanTask) -> PlanSettings:
    """Return what the plans are found with."""
    question, options = task.question, task.options
    limits = question.limits
    return PlanSettings(
        n_scenarios=options.n_scenarios,
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
    )
