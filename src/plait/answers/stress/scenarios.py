"""How scenarios are named and found, and which of them is the biggest risk."""

from collections.abc import Iterable, Sequence

from plait.analysis.income.stress import HORIZON, StressResult
from plait.answers.context import AnswerContext
from plait.domain.errors import PlaitError
from plait.domain.portfolio import Portfolio
from plait.domain.rules import plain
from plait.domain.scenarios import Kind, Scenario
from plait.wording.income import stress as wording


class NoScenario(PlaitError):
    """No scenario goes by that name."""


def biggest_risk(results: Iterable[StressResult]) -> StressResult | None:
    """Return the scenario that leaves the fewest months, None without any."""
    return min(
        (one for one in results if one.scenario.kind is not Kind.NOTHING),
        key=lambda one: severity(one.one_in_ten.months, one.lost),
        default=None,
    )


def risk_sentence(context: AnswerContext, worst: StressResult) -> str:
    """Return the biggest risk and how long the money would last."""
    what = scenario_words(context, worst.scenario)
    return wording.risk_text(context.words, what, worst.one_in_ten)


def scenario_words(context: AnswerContext, scenario: Scenario) -> str:
    """Return what happens in a scenario, as part of a sentence."""
    role = _role_name(context.portfolio, scenario)
    return wording.scenario_text(scenario, context.words, role)


def scenario_title(context: AnswerContext, scenario: Scenario) -> str:
    """Return what happens in a scenario, standing by itself."""
    role = _role_name(context.portfolio, scenario)
    return wording.scenario_title(scenario, context.words, role)


def severity(months: int | None, lost: float) -> tuple[int, float]:
    """Return what to sort by: the fewest months first, then the largest loss."""
    return (HORIZON if months is None else months, -lost)


def key_of(scenario: Scenario) -> str:
    """Return what names a scenario on the command line: role:atlas, recession."""
    kind = scenario.kind.value
    return f"{kind}:{scenario.name}" if scenario.name else kind


def _role_name(portfolio: Portfolio, scenario: Scenario) -> str:
    if scenario.kind is not Kind.ROLE:
        return ""
    names = {role.key: role.name for role in portfolio.roles}
    return names.get(scenario.name, "")


def scenario_named(
    text: str, scenarios: Sequence[Scenario], portfolio: Portfolio
) -> Scenario:
    """Return the scenario that is meant: by its key, its name, or its role's name."""
    wanted = plain(text)
    for scenario in scenarios:
        names = [key_of(scenario), scenario.name or scenario.kind.value]
        names.append(_role_name(portfolio, scenario) or names[-1])
        if wanted in map(plain, names):
            return scenario
    known = ", ".join(map(key_of, scenarios))
    raise NoScenario(
        "There is no scenario of this name",
        value=text,
        fix=f"Choose one of: {known}.",
    )
