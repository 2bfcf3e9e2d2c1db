"""The rules of the map, each as a line of a table."""

import pytest

from plait.analysis.value.pay import Pay
from plait.analysis.value.pooling import Level
from plait.analysis.value.proposals import (
    Proposal,
    Side,
    Weighed,
    likelier_side,
    proposal,
    side_of,
)

HIGH, LOW, UNCLEAR = Side.HIGH, Side.LOW, Side.UNCLEAR

RULES = [
    # gives, takes, pay, follows
    (HIGH, LOW, Pay.UNPAID, Proposal.GROW),
    (HIGH, LOW, Pay.LITTLE, Proposal.GROW),
    (HIGH, LOW, Pay.WELL, Proposal.GROW),
    (HIGH, HIGH, Pay.UNPAID, Proposal.RENEGOTIATE),
    (HIGH, HIGH, Pay.LITTLE, Proposal.RENEGOTIATE),
    (HIGH, HIGH, Pay.WELL, Proposal.RENEGOTIATE),
    (LOW, LOW, Pay.UNPAID, Proposal.KEEP),
    (LOW, LOW, Pay.UNKNOWN, Proposal.KEEP),
    (LOW, LOW, Pay.USUAL, Proposal.KEEP),
    (LOW, LOW, Pay.WELL, Proposal.KEEP),
    (LOW, LOW, Pay.LITTLE, Proposal.RENEGOTIATE),
    (LOW, HIGH, Pay.UNPAID, Proposal.LEAVE),
    (LOW, HIGH, Pay.UNKNOWN, Proposal.LEAVE),
    (LOW, HIGH, Pay.USUAL, Proposal.LEAVE),
    (LOW, HIGH, Pay.LITTLE, Proposal.LEAVE),
    (LOW, HIGH, Pay.WELL, Proposal.RENEGOTIATE),
    (UNCLEAR, HIGH, Pay.LITTLE, Proposal.RENEGOTIATE),
    (UNCLEAR, HIGH, Pay.USUAL, Proposal.UNCLEAR),
    (UNCLEAR, HIGH, Pay.UNPAID, Proposal.UNCLEAR),
    (UNCLEAR, LOW, Pay.LITTLE, Proposal.UNCLEAR),
    (HIGH, UNCLEAR, Pay.WELL, Proposal.UNCLEAR),
    (LOW, UNCLEAR, Pay.LITTLE, Proposal.UNCLEAR),
    (UNCLEAR, UNCLEAR, Pay.LITTLE, Proposal.UNCLEAR),
]


@pytest.mark.parametrize(("gives", "takes", "pay", "follows"), RULES)
def test_what_follows_from_both_sides_and_the_pay(gives, takes, pay, follows):
    assert proposal(Weighed(12, gives, takes, pay)) is follows


@pytest.mark.parametrize(
    ("gives", "takes", "follows"),
    [(LOW, HIGH, Proposal.RENEGOTIATE), (LOW, LOW, Proposal.KEEP)],
)
def test_one_thing_that_is_good_is_worth_a_talk_before_leaving(gives, takes, follows):
    role = Weighed(12, gives, takes, Pay.USUAL, gives_one_thing=True)

    assert proposal(role) is follows


@pytest.mark.parametrize("n", [1, 2, 3])
def test_up_to_three_answers_are_too_few(n):
    assert proposal(Weighed(n, LOW, HIGH, Pay.LITTLE)) is Proposal.TOO_FEW


def test_four_answers_are_enough():
    assert proposal(Weighed(4, LOW, HIGH, Pay.LITTLE)) is Proposal.LEAVE


def test_without_an_answer_nothing_follows():
    assert proposal(Weighed(0, UNCLEAR, UNCLEAR, Pay.WELL)) is Proposal.NO_ANSWERS


@pytest.mark.parametrize(
    ("value", "side"),
    # 1.28155 standard deviations of 0.5 are 0.64: from there on a side is clear.
    [(3.65, HIGH), (3.63, UNCLEAR), (3.0, UNCLEAR), (2.37, UNCLEAR), (2.35, LOW)],
)
def test_a_side_is_clear_where_the_range_leaves_the_middle_out(value, side):
    assert side_of(Level(value, 0.5, None, 9, 9.0), 3.0) is side


def test_the_likelier_side_is_told_however_unsure():
    assert likelier_side(Level(3.1, 2.0, None, 1, 1.0), 3.0) is HIGH
    assert likelier_side(Level(2.9, 2.0, None, 1, 1.0), 3.0) is LOW
