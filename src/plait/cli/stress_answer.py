"""A stress test of a book's income as plain values, for `--json` and for the page."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from plait.analysis.income.streams import income_of
from plait.analysis.income.stress import HORIZON, Case, Outcome, Stressed, stressed
from plait.analysis.income.stress.from_book import case_of
from plait.analysis.income.stress.usual import (
    NOTHING,
    every_scenario,
    usual_scenarios,
)
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.domain.scenarios import Kind, Scenario
from plait.domain.trouble import PlaitError
from plait.reference.rates import published_rates
from plait.reference.stress import recession
from plait.review.stress_said import first_short, scenario_said
from plait.review.words import words_for

Told = dict[str, Any]


class NoScenario(PlaitError):
    """No scenario goes by that name."""


class Asked(NamedTuple):
    """What is asked: one scenario or all ("" ), with other savings or another floor."""

    scenario: str = ""
    savings: Decimal | None = None
    floor: Decimal | None = None


def stress_told(
    picture: Portfolio, language: str, own: Sequence[Scenario], asked: Asked
) -> Told:
    """Return how long one would last in each scenario, or in the one asked for."""
    rates = published_rates([*picture.payments.currencies, picture.person.currency])
    case = case_of(
        picture,
        income_of(picture, rates),
        rates,
        savings=asked.savings,
        floor=asked.floor,
    )
    scenarios = [*usual_scenarios(case), *own]
    if asked.scenario:
        every = [*every_scenario(case), *own]
        scenarios = [_named(asked.scenario, every, picture)]
    found = stressed(case, [NOTHING, *scenarios])
    hard = recession()
    return {
        "on": picture.on.isoformat(),
        "language": language,
        "currency": case.currency,
        "savings": case.savings,
        "floor": case.floor,
        "months_at_most": HORIZON,
        "income": _income(case, picture),
        "scenarios": [
            _told(one, picture, language, whole=bool(asked.scenario)) for one in found
        ],
        "recession": {
            "times": float(hard.times),
            "months": hard.months,
            "late_days": hard.late_days,
            "source": hard.source,
            "status": hard.status,
        },
    }


def key_of(scenario: Scenario) -> str:
    """Return what names a scenario on the command line: role:atlas, recession."""
    kind = scenario.kind.value
    return f"{kind}:{scenario.name}" if scenario.name else kind


def _named(text: str, scenarios: Sequence[Scenario], picture: Portfolio) -> Scenario:
    """Return the scenario that is meant: by its key, its name, or its role's name."""
    roles = {role.key: role.name for role in picture.roles}
    wanted = plain(text)
    for scenario in scenarios:
        names = [key_of(scenario), scenario.name or scenario.kind.value]
        if scenario.kind is Kind.ROLE:
            names.append(roles.get(scenario.name, ""))
        if wanted in map(plain, names):
            return scenario
    known = ", ".join(key_of(scenario) for scenario in scenarios)
    raise NoScenario(
        "There is no scenario of this name",
        value=text,
        fix=f"Choose one of: {known}.",
    )


def _income(case: Case, picture: Portfolio) -> Told:
    aside = picture.person.set_aside
    return {
        "weak_month": sum(one.weak for one in case.streams),
        "mean_month": sum(one.stream.monthly for one in case.streams),
        "set_aside": None if aside is None else float(aside),
        "streams": [
            {
                "role": one.key,
                "weak": one.weak,
                "mean": one.stream.monthly,
                "notice": one.stream.notice,
                "ends_in": one.stream.ends_in,
                "late": one.stream.late,
                "unpaid": None if one.due is None else sum(one.due),
                "chance_of_ending": one.stream.hazard.mean,
                "continued_in_illness": one.continued if one.is_earned else 1.0,
            }
            for one in case.streams
        ],
    }


def _told(one: Stressed, picture: Portfolio, language: str, *, whole: bool) -> Told:
    scenario = one.scenario
    names = {role.key: role.name for role in picture.roles}
    role = names.get(scenario.name, "") if scenario.kind is Kind.ROLE else ""
    return {
        "scenario": key_of(scenario),
        "title": scenario_said(scenario, words_for(language), role),
        "roles": [picture.roles[index].key for index in one.roles],
        "lost": one.lost,
        "weak": _outcome(one.weak, picture, whole=whole),
        "mean": _outcome(one.mean, picture, whole=whole),
    }


def _outcome(of: Outcome, picture: Portfolio, *, whole: bool) -> Told:
    short = first_short(of, picture.on)
    told: Told = {
        "months": of.months,
        "first_short": short and short.isoformat()[:7],
        "short_by": of.short_by,
        "gap": of.gap,
    }
    if whole:
        told["income"] = [round(amount, 2) for amount in of.income.tolist()]
        told["balance"] = [round(amount, 2) for amount in of.balance.tolist()]
    return told
