"""The rules that people use without a plan."""

import numpy as np
from hypothesis import given, settings

from plait.analysis.decisions.plan.demands import broken_by
from plait.analysis.decisions.plan.naive import EQUAL, PRESENT, RATE, naive_mixes
from plait.analysis.decisions.plan.options import Limits, Option
from tests.analysis.decisions.plan.lives import sure
from tests.analysis.decisions.plan.test_planner import questions


def three(capacity=30.0, **limits):
    return sure(
        Option("Atlas", 4, 16, 4, present=8),
        Option("Board", 2, 12, 2, present=4, can_leave=False),
        Option("Classes", 8, 24, 8),
        rates=[50, 20, 80],
        limits=Limits(capacity, **limits),
    )


def test_best_rate_first_fills_the_dearest_hours_after_what_has_to_be_held():
    # Board's 2 first; Classes at 80 take 24; of the 4 left Atlas takes 4.
    assert naive_mixes(three())[RATE].tolist() == [4, 2, 24]


def test_equal_hours_are_rounded_down_to_what_each_takes():
    # 30 / 3 = 10: Atlas takes 8 of them, Board 10, Classes 8.
    assert naive_mixes(three())[EQUAL].tolist() == [8, 10, 8]


def test_a_present_mix_that_breaks_a_limit_is_left_out():
    assert PRESENT not in naive_mixes(three(capacity=10))
    assert naive_mixes(three())[PRESENT].tolist() == [8, 4, 0]


def test_what_excludes_another_is_left_where_the_dearer_was_taken():
    # Atlas is out, so Board takes the 6 that are left.
    assert naive_mixes(three(apart=((0, 2),)))[RATE].tolist() == [0, 6, 24]


@settings(max_examples=60, deadline=None)
@given(question=questions())
def test_all_keep_to_every_demand(question):
    for hours in naive_mixes(question).values():
        assert not broken_by(np.array(hours), question.options, question.limits)
