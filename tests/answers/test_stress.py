"""How long the money lasts: one run for the page, the command and the review."""

from decimal import Decimal

import pytest

from plait.analysis.income.case_from_portfolio import NoFloor
from plait.answers.context import AnswerContext, answer_context
from plait.answers.findings.resilience import findings
from plait.answers.stress import stress_answer
from plait.domain.scenarios import Blow, Effect, Kind, Over, Scenario
from plait.wording.words import words_for
from tests.answers.findings.test_resilience import two
from tests.cast import amt

ALL_STOPS = Scenario(Kind.OWN, "Mine", (Effect(Blow.LOSE, Over.ALL),))


def context(language: str = "en", **person) -> AnswerContext:
    person = {"savings": amt("9000 EUR"), "floor": amt("2400 EUR")} | person
    return answer_context(two(**person).portfolio(), words_for(language))


def test_the_biggest_risk_is_that_of_the_review():
    asked = context()

    answer = stress_answer(asked)

    found = {finding.kind: finding for finding in findings(asked)}
    assert answer.sentence == (
        "Your biggest risk: Practice ends. In one of ten"
        " simulated futures your money would then last 9 months or less."
    )
    assert found["would-last"].title == (
        "Practice ends: your money may last only 9 months"
    )


def test_an_own_scenario_is_shown_and_is_no_risk_of_everybody():
    answer = stress_answer(context(), [ALL_STOPS])

    assert answer.scenarios[-1].scenario == "own:Mine"
    assert "Practice ends" in answer.sentence


def test_other_savings_are_tried_without_forgetting_the_entered_ones():
    asked = context()

    tried = stress_answer(asked, savings=Decimal(0))
    entered = stress_answer(asked)

    assert (tried.savings, entered.savings) == (0, 9000)
    assert tried.scenarios[0].one_in_ten.months < entered.scenarios[0].one_in_ten.months


def test_nothing_can_be_short_of_an_unknown_floor():
    with pytest.raises(NoFloor):
        stress_answer(context(floor=None))


def test_a_single_scenario_has_its_months():
    answer = stress_answer(context(), scenario="atlas")

    [one] = answer.scenarios
    assert (one.title, len(one.one_in_ten.income)) == ("Atlas ends", 60)
    assert stress_answer(context()).scenarios[0].one_in_ten.income == ()


def test_the_answer_speaks_dutch():
    answer = stress_answer(context("nl"))

    health = next(one for one in answer.scenarios if one.kind is Kind.HEALTH)
    assert answer.present.title == "Alles blijft zoals het is"
    assert health.title == "Je kunt drie maanden niet werken"
    assert answer.scenarios[0].one_in_ten.sentence == (
        "In een van de tien scenario’s is je geld in september 2027 of eerder op."
    )
