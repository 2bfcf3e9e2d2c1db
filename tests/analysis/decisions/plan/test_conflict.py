"""Where no mix will do: which demands contradict each other."""

import numpy as np
import pytest
from hypothesis import given, settings

from plait.analysis.decisions.plan.conflict import conflict, is_impossible
from plait.analysis.decisions.plan.demands import Demand, DemandKind, demands_of
from plait.analysis.decisions.plan.options import Limits, Option, Together
from plait.analysis.decisions.plan.planner import NoPlan, Planner
from tests.analysis.decisions.plan.lives import sure
from tests.analysis.decisions.plan.test_planner import questions


def conflict_of(*options, **limits):
    return conflict(options, demands_of(options, Limits(**limits)))


def must(name, hours, **told):
    return Option(name, hours, hours, can_leave=False, **told)


def test_two_roles_that_demand_more_than_there_is_to_give_are_named():
    # 24 + 20 > 40; the 4 hours of the board have nothing to do with it.
    found = conflict_of(
        must("Practice", 24), must("Board", 4), must("College", 20), capacity=40
    )

    assert set(found) == {
        Demand(DemandKind.CAPACITY, (0, 1, 2), 40.0),
        Demand(DemandKind.LEAST, (0,), 24.0),
        Demand(DemandKind.LEAST, (2,), 20.0),
    }


def test_three_are_named_where_no_two_are_too_many():
    found = conflict_of(must("A", 15), must("B", 15), must("C", 15), capacity=40)

    assert {d.options for d in found if d.kind is DemandKind.LEAST} == {
        (0,),
        (1,),
        (2,),
    }


def test_two_that_have_to_be_held_and_exclude_each_other_are_named():
    found = conflict_of(must("A", 8), must("B", 8), must("C", 8), apart=((0, 2),))

    assert set(found) == {
        Demand(DemandKind.APART, (0, 2), 0.0),
        Demand(DemandKind.LEAST, (0,), 8.0),
        Demand(DemandKind.LEAST, (2,), 8.0),
    }


def test_more_roles_than_wanted_are_named():
    found = conflict_of(must("A", 8), must("B", 8), roles=1)

    assert {d.kind for d in found} == {DemandKind.ROLES, DemandKind.LEAST}


def test_hours_that_the_law_counts_are_named_apart_from_those_to_give():
    found = conflict_of(
        must("A", 30), must("B", 20), must("C", 9, counts=False), law=48, capacity=80
    )

    assert Demand(DemandKind.LAW, (0, 1), 48.0) in found
    assert {d.options for d in found if d.kind is DemandKind.LEAST} == {(0,), (1,)}


def test_hours_wanted_together_and_the_most_that_is_taken_are_named():
    # A takes 8 and B takes 6 at most: 14 where 20 are wanted.
    found = conflict_of(
        Option("A", 4, 8, 4),
        Option("B", 2, 6, 2),
        Option("C", 4, 40, 4),
        together=(Together((0, 1), least=20),),
    )

    assert set(found) == {
        Demand(DemandKind.TOGETHER_LEAST, (0, 1), 20.0),
        Demand(DemandKind.MOST, (0,), 8.0),
        Demand(DemandKind.MOST, (1,), 6.0),
    }


def test_amounts_that_do_not_come_to_exactly_so_many_hours_are_named():
    found = conflict_of(
        Option("A", 4, 16, 4), together=(Together((0,), least=10, most=10),)
    )

    assert {d.kind for d in found} == {
        DemandKind.MOST,
        DemandKind.TOGETHER_LEAST,
        DemandKind.TOGETHER_MOST,
    }


def test_wishes_that_can_all_be_kept_are_no_conflict():
    assert conflict_of(must("A", 20), must("B", 20), capacity=40) == ()


def test_a_plan_answers_with_the_conflict():
    question = sure(
        must("A", 30), must("B", 20), rates=[1, 1], limits=Limits(capacity=40)
    )

    found = Planner(question).best()

    assert isinstance(found, NoPlan)
    assert {d.kind for d in found.conflict} == {DemandKind.CAPACITY, DemandKind.LEAST}


@settings(max_examples=60, deadline=None)
@given(question=questions())
def test_without_any_one_of_them_the_others_can_be_kept(question):
    found = conflict(question.options, demands_of(question.options, question.limits))

    for one in found:
        rest = [other for other in found if other is not one]
        assert not is_impossible(question.options, rest)


@pytest.mark.parametrize("n", [2, 30])
def test_a_crowd_of_roles_is_told_in_no_time(n):
    options = tuple(must(f"Role {i}", 2.0) for i in range(n))
    found = conflict(options, demands_of(options, Limits(capacity=3)))

    assert np.isclose(sum(d.figure for d in found if d.kind is DemandKind.LEAST), 4)
