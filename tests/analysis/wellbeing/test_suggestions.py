"""The rules of the map, each as a line of a table."""

import pytest

from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.pooling import Level
from plait.analysis.wellbeing.suggestions import (
    RuleInputs,
    Side,
    Suggestion,
    likelier_side,
    side_of,
    suggestion,
)

HIGH, LOW, UNCLEAR = Side.HIGH, Side.LOW, Side.UNCLEAR

RULES = [
    # gives, takes, pay, follows
    (HIGH, LOW, Pay.UNPAID, Suggestion.GROW),
    (HIGH, LOW, Pay.LITTLE, Suggestion.GROW),
    (HIGH, LOW, Pay.WELL, Suggestion.GROW),
    (HIGH, HIGH, Pay.UNPAID, Suggestion.RENEGOTIATE),
    (HIGH, HIGH, Pay.LITTLE, Suggestion.RENEGOTIATE),
    (HIGH, HIGH, Pay.WELL, Suggestion.RENEGOTIATE),
    (LOW, LOW, Pay.UNPAID, Suggestion.KEEP),
    (LOW, LOW, Pay.UNKNOWN, Suggestion.KEEP),
    (LOW, LOW, Pay.USUAL, Suggestion.KEEP),
    (LOW, LOW, Pay.WELL, Suggestion.KEEP),
    (LOW, LOW, Pay.LITTLE, Suggestion.RENEGOTIATE),
    (LOW, HIGH, Pay.UNPAID, Suggestion.LEAVE),
    (LOW, HIGH, Pay.UNKNOWN, Suggestion.LEAVE),
    (LOW, HIGH, Pay.USUAL, Suggestion.LEAVE),
    (LOW, HIGH, Pay.LITTLE, Suggestion.LEAVE),
    (LOW, HIGH, Pay.WELL, Suggestion.RENEGOTIATE),
    (UNCLEAR, HIGH, Pay.LITTLE, Suggestion.RENEGOTIATE),
    (UNCLEAR, HIGH, Pay.USUAL, Suggestion.UNCLEAR),
    (UNCLEAR, HIGH, Pay.UNPAID, Suggestion.UNCLEAR),
    (UNCLEAR, LOW, Pay.LITTLE, Suggestion.UNCLEAR),
    (HIGH, UNCLEAR, Pay.WELL, Suggestion.UNCLEAR),
    (LOW, UNCLEAR, Pay.LITTLE, Suggestion.UNCLEAR),
    (UNCLEAR, UNCLEAR, Pay.LITTLE, Suggestion.UNCLEAR),
]


@pytest.mark.parametrize(("gives", "takes", "pay", "follows"), RULES)
def test_what_follows_from_both_sides_and_the_pay(gives, takes, pay, follows):
    assert suggestion(RuleInputs(12, gives, takes, pay)) is follows


@pytest.mark.parametrize(
    ("gives", "takes", "follows"),
    [(LOW, HIGH, Suggestion.RENEGOTIATE), (LOW, LOW, Suggestion.KEEP)],
)
def test_one_thing_that_is_good_is_worth_a_talk_before_leaving(gives, takes, follows):
    role = RuleInputs(12, gives, takes, Pay.USUAL, gives_one_thing=True)

    assert suggestion(role) is follows


@pytest.mark.parametrize("n", [1, 2, 3])
def test_up_to_three_answers_are_too_few(n):
    assert suggestion(RuleInputs(n, LOW, HIGH, Pay.LITTLE)) is Suggestion.TOO_FEW


def test_four_answers_are_enough():
    assert suggestion(RuleInputs(4, LOW, HIGH, Pay.LITTLE)) is Suggestion.LEAVE


def test_without_an_answer_nothing_follows():
    assert (
        suggestion(RuleInputs(0, UNCLEAR, UNCLEAR, Pay.WELL)) is Suggestion.NO_ANSWERS
    )


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
