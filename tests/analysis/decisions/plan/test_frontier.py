"""From the safest mix to the richest."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.decisions.plan.demands import DemandKind
from plait.analysis.decisions.plan.frontier import (
    BALANCED,
    RICHEST,
    SAFEST,
    checked,
    frontier,
)
from plait.analysis.decisions.plan.naive import EQUAL, RATE
from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Weights,
)
from plait.analysis.decisions.plan.planner import NoPlan, Planner
from tests.analysis.decisions.plan.lives import made_up, sure


def test_what_is_safer_brings_less():
    plans = frontier(Planner(made_up(10, 500, seed=4))).plans

    incomes = [plan.outcome.income for plan in plans]
    shorts = [plan.outcome.short for plan in plans]
    assert len(plans) > 3
    assert incomes == sorted(incomes)
    assert shorts == sorted(shorts)


def test_three_plans_of_different_mixes_have_names():
    found = frontier(Planner(made_up(10, 500, seed=4)))

    assert found.named[SAFEST] == 0
    assert found.named[SAFEST] < found.named[BALANCED] < found.named[RICHEST]
    assert found.plan(RICHEST) is found.plans[-1]


def test_the_richest_brings_more_than_best_rate_first():
    question = made_up(10, 500, seed=4)
    planner = Planner(question)

    checks = {
        c.name: c for c in checked(planner, frontier(planner), question.scenarios)
    }

    assert checks[RICHEST].seen.income >= checks[RATE].seen.income
    assert checks[SAFEST].seen.short <= checks[EQUAL].seen.short


def test_on_scenarios_seen_no_naive_rule_beats_the_own_weights():
    question = made_up(10, 500, seed=4)
    planner = Planner(question)
    found = frontier(planner)

    checks = checked(planner, found, question.scenarios)

    assert max(checks, key=lambda c: c.seen.score).name == BALANCED


def test_a_plan_is_checked_on_scenarios_it_has_not_seen():
    planner = Planner(made_up(8, 2000, seed=4))
    other = made_up(8, 2000, seed=4).scenarios
    moved = Scenarios(other.per_hour[:1000] * 0.9, other.base[:1000])

    check = checked(planner, frontier(planner), moved)[0]

    assert check.unseen.income < check.seen.income
    assert check.unseen.hours == check.seen.hours


def test_the_plan_by_the_own_weights_carries_them():
    planner = Planner(made_up(6, 100, seed=2, risk=1.5))

    found = frontier(planner)

    assert found.plans[found.mine].weights.risk == 1.5
    assert found.plans[found.mine].outcome.score == planner.best().outcome.score


def test_with_one_mix_to_choose_from_all_names_are_its():
    found = frontier(Planner(sure(Option("Atlas", 8, 8, can_leave=False), rates=[50])))

    assert len(found.plans) == 1
    assert set(found.named.values()) == {0}


def test_of_two_that_bring_as_much_even_the_richest_takes_the_safer():
    # Both bring 50 on average; Gold 100 or nothing.
    scenarios = Scenarios(np.array([[100.0, 50.0], [0.0, 50.0]]), np.zeros(2))
    options = (Option("Gold", 8, 8), Option("Salary", 8, 8))
    question = Question(options, Limits(8), scenarios, 400.0, Weights(level=0.5))

    found = frontier(Planner(question))

    assert found.plan(RICHEST).outcome.hours == (0, 8)


def test_a_present_mix_that_breaks_a_limit_says_which():
    question = made_up(6, 100, seed=1, capacity=20)
    options = tuple(replace(o, present=o.least) for o in question.options)
    planner = Planner(replace(question, options=options))

    found = frontier(planner)

    assert [d.kind for d in found.present_breaks] == [DemandKind.CAPACITY]
    assert sum(found.present.hours) > 20


def test_contradicting_wishes_have_no_frontier():
    question = sure(
        Option("A", 30, 30, can_leave=False), rates=[1], limits=Limits(capacity=20)
    )

    assert isinstance(frontier(Planner(question)), NoPlan)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 999))
def test_each_is_at_least_as_good_for_its_weight_as_all_the_others(seed):
    planner = Planner(made_up(7, 150, seed))

    plans = frontier(planner).plans

    for plan in plans:
        others = (
            planner.outcome(np.array(p.outcome.hours), plan.weights) for p in plans
        )
        best = max(other.score for other in others)
        assert plan.outcome.score == pytest.approx(best, rel=1e-6)
