"""The words of a plan."""

from dataclasses import replace

import pytest

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.constraints import Constraint, MoreHours
from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.options import Option, Weights
from plait.wording.plan.assumptions import reasons
from plait.wording.plan.constraints import holds_text
from plait.wording.plan.plan import (
    PlanWords,
    chance_text,
    changes_text,
    conflict_sentence,
    consents_text,
    demand_text,
)
from plait.wording.words import words_for

ATLAS = Option("atlas", 8, 16, step=4, present=12)
BOARD = Option("board", 4, 4, present=4)
OFFER = Option("offer", 8, 8)
PLAN = PlanWords(
    words_for("en"),
    "EUR",
    (ATLAS, BOARD, OFFER),
    ("Atlas", "Board", "Offer"),
    Weights(),
)


def test_a_change_is_more_hours_none_or_something_new():
    assert changes_text(PLAN, (16, 0, 8)) == [
        "Offer as something new, with 8 hours",
        "Atlas with 16 hours instead of 12",
        "no Board",
    ]


def test_the_present_mix_changes_nothing():
    assert changes_text(PLAN, (12, 4, 0)) == []


@pytest.mark.parametrize("kind", DemandKind)
def test_every_wish_has_its_words(kind):
    assert "%" not in demand_text(PLAN, Demand(kind, (0, 1), 12.0))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_assumption_has_its_words(language):
    assert set(reasons(words_for(language))) == set(Assumed)


def test_what_was_never_drawn_is_no_certainty():
    assert chance_text(PLAN, 0.0) == "less than 1\u202f%"
    assert chance_text(PLAN, 0.034) == "3\u202f%"


def held(*constraints, more=(), is_priced=True):
    return holds_text(PLAN, constraints, more, 44, is_priced=is_priced)


def more_hours(hours, income, short):
    return MoreHours(hours, income, short, score=0.0, mix=())


def test_one_more_hour_is_told_in_money():
    assert held(more=[more_hours(1.0, 31.2, 0.0)]) == [
        "Your 44 hours a week; with 1 hour more: €31 more a month."
    ]


def test_where_one_hour_helps_nothing_the_hours_that_do_are_told():
    more = [more_hours(1.0, 0.0, 0.0), more_hours(4.0, 120.0, -50.0)]

    (line,) = held(more=more)

    assert line == (
        "Your 44 hours a week; with 4 hours more: €120 more a month and €50 less"
        " short in the worst tenth of futures."
    )


def test_an_hour_that_is_not_to_be_had_is_not_priced():
    # The board takes 4 hours or none: a fifth is no wish that could be eased.
    board = Constraint(Demand(DemandKind.MOST, (1,), 4.0), 500.0, is_tight=True)
    atlas = Constraint(Demand(DemandKind.MOST, (0,), 16.0), 90.0, is_tight=True)

    assert held(board, atlas) == [
        (
            "Atlas takes no more than 16 hours: one more would be worth about €90 a month,"
            " all weighed."
        )
    ]


def test_by_weights_that_are_not_ones_own_nothing_is_priced():
    # A risk that weighs a hundredfold makes an hour worth a hundredfold.
    atlas = Constraint(Demand(DemandKind.LEAST, (0,), 8.0), 9_000.0, is_tight=True)

    assert held(atlas, is_priced=False) == ["Atlas takes no fewer than 8 hours."]


def test_where_nothing_binds_there_is_room():
    assert held() == ["Nothing: no limit is reached."]


def test_another_share_than_a_tenth_is_named():
    few = replace(PLAN, weights=Weights(level=0.95))

    assert few.tail == "the worst 5\u202f% of futures"


def test_a_search_that_found_nothing_does_not_blame_wishes():
    assert conflict_sentence(PLAN, ()) == "No mix was found before the search ended."


def test_other_contradictions_are_counted():
    conflict = (
        Demand(DemandKind.APART, (0, 1), 0.0),
        Demand(DemandKind.LEAST, (0,), 8.0),
    )

    assert (
        conflict_sentence(PLAN, conflict)
        == "No mix meets all you ask: 2 demands contradict each other."
    )


def test_who_has_to_agree_is_told_only_of_what_is_new():
    asking = [["Clinic"], [], ["Clinic"]]

    assert list(consents_text(PLAN, (16, 4, 8), asking)) == [
        "Offer needs consent first, by the terms of Clinic."
    ]
