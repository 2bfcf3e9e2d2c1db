"""The plans that are offered, beside every mix there is."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from plait.analysis.decisions.plan.demands import DemandKind, broken_by
from plait.analysis.decisions.plan.naive import EQUAL, RATE
from plait.analysis.decisions.plan.offer.choice import Choice, dominates
from plait.analysis.decisions.plan.offer.frontier import (
    AGREED,
    LESS,
    RICHEST,
    SAFEST,
    checked,
    frontier,
)
from plait.analysis.decisions.plan.options import (
    Limits,
    Option,
    Question,
    Scenarios,
    Together,
    Weights,
)
from plait.analysis.decisions.plan.planner import NoPlan, Planner
from tests.analysis.decisions.plan.lives import made_up, sure
from tests.analysis.decisions.plan.test_planner import questions


def every_mix(question):
    """Return every mix of amounts that keeps all demands."""
    amounts = [option.pieces()[:, 0].tolist() for option in question.options]
    return [
        np.array(mix)
        for mix in itertools.product(*amounts)
        if not broken_by(np.array(mix), question.options, question.limits)
    ]


@settings(max_examples=30, deadline=None)
@given(question=questions())
def test_no_offered_plan_is_made_needless_by_another_or_by_the_present_mix(question):
    planner = Planner(question)
    found = frontier(planner)
    if isinstance(found, NoPlan):
        return
    choice = Choice(planner)
    points = [choice.points(plan.outcome) for plan in found.plans]
    beside = [] if found.present_breaks else [choice.points(found.present)]

    for one in points:
        assert not any(dominates(other, one) for other in [*points, *beside])
    mixes = {tuple(np.round(plan.outcome.hours, 3)) for plan in found.plans}
    assert len(mixes) == len(found.plans)


@settings(max_examples=30, deadline=None)
@given(question=questions())
def test_the_richest_brings_most_and_as_much_as_any_mix_whose_changes_can_be_felt(
    question,
):
    planner = Planner(question)
    found = frontier(planner)
    if isinstance(found, NoPlan):
        return
    money = Weights(risk=0.0, level=0.8, change=question.weights.change)

    best = max((planner.outcome(mix, money) for mix in every_mix(question)), key=_score)

    richest = found.plan(RICHEST).outcome.income
    assert richest >= max(plan.outcome.income for plan in found.plans) - 1e-9
    # Best money less what each change has to be worth; a tie breaks to the safer one.
    assert richest >= best.score - 0.01
    if not question.weights.change:
        assert richest == pytest.approx(best.income, abs=0.01)


@settings(max_examples=30, deadline=None)
@given(question=questions())
def test_the_own_plan_is_the_best_of_every_mix(question):
    planner = Planner(question)
    found = frontier(planner)
    if isinstance(found, NoPlan):
        return

    best = max(_score(planner.outcome(mix)) for mix in every_mix(question))

    own = found.plans[found.mine].outcome
    # One that is better in something, and worse in nothing, may change more roles.
    slack = question.weights.change * len(question.options)
    assert best - slack - 1e-3 <= own.score <= best + 1e-3


def _score(outcome):
    return outcome.score


def a_life(**weights):
    """Return a job of 24 hours that pays 100 an hour, and a client of 8 that pays 120.

    The client takes 12. By money alone an hour of the client is worth more.
    """
    job = Option("job", 12, 24, amounts=(12.0, 16.0, 20.0, 24.0), present=24.0)
    client = Option("client", 4, 12, amounts=(4.0, 8.0, 12.0), present=8.0, load=1.5)
    back = replace(
        client, name="client (agreed)", instead_of="client", present=0.0, load=1.0
    )
    rates = [100.0, 120.0, 120.0]
    return sure(job, client, back, rates=rates, limits=Limits(40), **weights)


def test_back_to_what_was_agreed_is_one_of_the_plans_where_it_fits():
    # 24 + 12 of 40: the client at 8 frees 4 hours at no cost; or takes 12, for 480 more.
    found = frontier(Planner(a_life(change=50.0)))

    assert found.plan(AGREED).outcome.hours == (24, 0, 8)
    assert found.agreed.taken == 32
    assert found.plan(RICHEST).outcome.hours == (24, 0, 12)
    assert found.plan(RICHEST).outcome.income == 24 * 100 + 12 * 120


def test_a_change_that_brings_too_little_to_be_felt_is_not_made():
    # 8 more of Extra bring 4 an hour, 32 a month, and a change has to bring 50.
    options = (Option("Job", 8, 8, present=8), Option("Extra", 8, 8))
    question = sure(*options, rates=[100, 4], change=50.0)

    found = frontier(Planner(question))

    assert [plan.outcome.hours for plan in found.plans] == [(8, 0)]
    felt = frontier(Planner(replace(question, weights=Weights(change=30.0))))
    assert felt.plan(RICHEST).outcome.hours == (8, 8)


def test_of_two_ways_to_the_same_money_the_one_with_fewer_changes_is_taken():
    # Two of 4 hours at 100, or one of 8 at 100, beside 8 that are free.
    options = [Option(name, 4, 4) for name in ("A", "B")] + [Option("C", 8, 8)]
    question = sure(*options, rates=[100, 100, 100], limits=Limits(8), change=10.0)

    found = frontier(Planner(question))

    assert found.plans[found.mine].outcome.hours == (0, 0, 8)


def test_nearly_as_good_plans_that_change_other_roles_are_offered():
    # 8 hours too many: A, B or C may go. Each hour of A is the cheapest; a little
    # less of B frees 9 hours, so neither makes the other needless.
    options = (
        Option("A", 8, 8, present=8),
        Option("B", 9, 9, present=9),
        Option("C", 10, 10, present=10),
    )
    question = sure(*options, rates=[50, 46, 43], limits=Limits(19), change=5.0)

    found = frontier(Planner(question))

    hours = [np.array(plan.outcome.hours) for plan in found.plans]
    changed = [tuple(np.flatnonzero(each == 0).tolist()) for each in hours]
    offered = [changed[place] for place in found.offered]
    assert {(0,), (1,), (2,)} <= set(offered)


def test_without_the_role_that_changes_the_next_best_is_told():
    options = (Option("A", 8, 8, present=8), Option("B", 9, 9, present=9))
    question = sure(*options, rates=[50, 60], limits=Limits(10), change=5.0)

    found = frontier(Planner(question))

    ((role, other),) = found.without.items()
    assert role == 0
    assert other.outcome.hours == (8, 0)


def test_if_nothing_fits_without_the_role_that_is_told_too():
    options = (
        Option("A", 8, 8, present=8),
        Option("B", 9, 9, present=9, can_leave=False),
    )
    question = sure(*options, rates=[50, 60], limits=Limits(10), change=5.0)

    assert frontier(Planner(question)).without == {0: None}


def test_a_day_a_week_less_is_offered_with_what_it_costs():
    job = Option("Job", 16, 40, amounts=(16.0, 24.0, 32.0, 40.0), present=40.0)
    found = frontier(Planner(sure(job, rates=[100], change=50.0)))

    assert found.plan(LESS).outcome.hours == (32,)
    assert found.plan(LESS).outcome.income == 3_200


def test_a_role_that_has_to_stay_may_go_back_to_what_was_agreed():
    board = Option("Board", 2, 2, amounts=(2.0,), present=2.0, load=2.0)
    back = replace(board, name="again", instead_of="Board", present=0.0, load=1.0)
    limits = Limits(40, together=(Together((0, 1), least=2.0),))

    found = frontier(Planner(sure(board, back, rates=[0, 0], limits=limits)))

    assert found.plans[found.mine].outcome.hours == (0, 2)


def test_months_are_judged_by_themselves_and_not_by_their_mean():
    # Lumps brings 200 in one of two months, Even 90 in both; the floor is 80. By the
    # mean Lumps never falls short, by the month it lacks 80 in every other: 40.
    by_month = np.array([[[200.0, 90.0], [0.0, 90.0]]])
    options = (Option("Lumps", 1, 1, present=1), Option("Even", 1, 1))
    base = np.zeros((1, 2))
    scenarios = Scenarios(by_month.mean(axis=1), base[:, 0], by_month, base)
    question = Question(options, Limits(1), scenarios, 80.0, Weights(risk=1.0))

    found = frontier(Planner(question))

    assert found.present.short == 40
    assert found.plan(SAFEST).outcome.hours == (0, 1)
    assert found.plan(RICHEST).outcome.hours == (1, 0)


def test_the_richest_brings_more_than_best_rate_first():
    question = made_up(10, 500, seed=4)
    planner = Planner(question)
    found = frontier(planner)

    checks = {c.name: c for c in checked(planner, found, question.scenarios)}

    assert found.plan(RICHEST).outcome.income >= checks[RATE].seen.income
    assert found.plan(SAFEST).outcome.short <= checks[EQUAL].seen.short
    best = max(checks.values(), key=lambda check: check.seen.score)
    assert best.name == str(found.mine)


def test_a_plan_is_checked_on_scenarios_it_has_not_seen():
    planner = Planner(made_up(8, 2000, seed=4))
    other = made_up(8, 2000, seed=4).scenarios
    moved = Scenarios(other.per_hour[:1000] * 0.9, other.base[:1000])

    check = checked(planner, frontier(planner), moved)[0]

    assert check.unseen.income < check.seen.income
    assert check.unseen.hours == check.seen.hours


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
