"""A stress test of a book's income as plain values, for `--json` and for the page."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from plait.analysis.income.case_from_portfolio import case_of
from plait.analysis.income.stress import HORIZON, Case, Outcome, Stressed, stressed
from plait.analysis.income.stress.ready_scenarios import (
    NOTHING,
    every_scenario,
    usual_scenarios,
)
from plait.analysis.series.streams import income_of
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.domain.scenarios import Kind, Scenario
from plait.reference.rates import published_rates
from plait.reference.stress import recession
from plait.wording.stress import first_short, scenario_text
from plait.wording.words import words_for

Told = dict[str, Any]


class NoScenario(PlaitError):
    """No scenario goes by that name."""


class Asked(NamedTuple):
    """What is asked: one scenario or all ("" ), with other savings or another floor."""

    scenario: str = ""
    savings: Decimal | None = None
    floor: Decimal | None = None


def stress_told(
    portfolio: Portfolio, language: str, own: Sequence[Scenario], asked: Asked
) -> Told:
    """Return how long one would last in each scenario, or in the one asked for."""
    rates = published_rates([*portfolio.payments.currencies, portfolio.person.currency])
    case = case_of(
        portfolio,
        income_of(portfolio, rates),
        rates,
        savings=asked.savings,
        floor=asked.floor,
    )
    scenarios = [*usual_scenarios(case), *own]
    if asked.scenario:
        every = [*every_scenario(case), *own]
        scenarios = [_named(asked.scenario, every, portfolio)]
    found = stressed(case, [NOTHING, *scenarios])
    hard = recession()
    return {
        "on": portfolio.on.isoformat(),
        "language": language,
        "currency": case.currency,
        "savings": case.savings,
        "floor": case.floor,
        "months_at_most": HORIZON,
        "income": _income(case, portfolio),
        "scenarios": [
            _told(one, portfolio, language, whole=bool(asked.scenario)) for one in found
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


def _named(text: str, scenarios: Sequence[Scenario], portfolio: Portfolio) -> Scenario:
    """Return the scenario that is meant: by its key, its name, or its role's name."""
    roles = {role.key: role.name for role in portfolio.roles}
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


def _income(case: Case, portfolio: Portfolio) -> Told:
    aside = portfolio.person.set_aside
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


def _told(one: Stressed, portfolio: Portfolio, language: str, *, whole: bool) -> Told:
    scenario = one.scenario
    names = {role.key: role.name for role in portfolio.roles}
    role = names.get(scenario.name, "") if scenario.kind is Kind.ROLE else ""
    return {
        "scenario": key_of(scenario),
        "title": scenario_text(scenario, words_for(language), role),
        "roles": [portfolio.roles[index].key for index in one.roles],
        "lost": one.lost,
        "weak": _outcome(one.weak, portfolio, whole=whole),
        "mean": _outcome(one.mean, portfolio, whole=whole),
    }


def _outcome(of: Outcome, portfolio: Portfolio, *, whole: bool) -> Told:
    short = first_short(of, portfolio.on)
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
