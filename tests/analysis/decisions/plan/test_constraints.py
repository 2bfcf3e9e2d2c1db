"""What holds a plan back, and what a little more would be worth."""

import pytest

from plait.analysis.decisions.plan.constraints import (
    constraints,
    least_step,
    with_more_hours,
)
from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.options import Limits, Option
from plait.analysis.decisions.plan.planner import Planner
from tests.analysis.decisions.plan.lives import made_up, sure


def planned(question):
    planner = Planner(question)
    return planner, planner.best()


def two_roles(step=0.0):
    """Atlas takes all of its 16 hours at 90, Board 8 of its 20 at 50; 24 to give."""
    return sure(
        Option("Atlas", 4, 16, step),
        Option("Board", 4, 20, step),
        rates=[90, 50],
        limits=Limits(capacity=24),
    )


def test_an_hour_more_to_give_is_worth_what_the_last_hour_brings():
    found = constraints(*planned(two_roles()))

    prices = {(b.demand.kind, b.demand.options): b.price for b in found}
    assert prices == {
        (DemandKind.CAPACITY, (0, 1)): pytest.approx(50),
        (DemandKind.MOST, (0,)): pytest.approx(90 - 50),
    }
    assert all(bind.is_tight for bind in found)


def test_hours_that_have_to_be_given_cost_what_they_keep_from_others():
    question = sure(
        Option("Chores", 6, 20, can_leave=False),
        Option("Atlas", 4, 40),
        rates=[10, 70],
        limits=Limits(capacity=30),
    )

    found = constraints(*planned(question))

    assert found[0].demand.kind is DemandKind.CAPACITY
    assert found[1].demand == Demand(DemandKind.LEAST, (0,), 6.0)
    assert found[1].price == pytest.approx(70 - 10)


def test_nothing_holds_back_a_plan_that_has_room():
    question = sure(Option("Atlas", 4, 8), rates=[0], limits=Limits(capacity=40))

    assert constraints(*planned(question)) == ()


def test_one_more_hour_is_worth_nothing_where_hours_come_in_fours():
    planner, plan = planned(two_roles(step=4.0))

    assert with_more_hours(planner, plan, 1).score == 0
    assert with_more_hours(planner, plan, 4).score == pytest.approx(4 * 50)
    assert least_step(planner) == 4


def test_a_price_is_what_a_little_more_brings_where_hours_are_free():
    planner, plan = planned(made_up(6, 300, seed=3, step=0.0, risk=2.0))
    capacity = next(
        b for b in constraints(planner, plan) if b.demand.kind is DemandKind.CAPACITY
    )

    more = with_more_hours(planner, plan, 0.001)

    assert more.score / 0.001 == pytest.approx(capacity.price, rel=0.02)
