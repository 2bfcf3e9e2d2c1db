"""The words of a plan."""

import pytest

from plait.analysis.income.plan.amounts import Assumed
from plait.analysis.income.plan.binds import Bind, WithMore
from plait.analysis.income.plan.demands import Demand, Kind
from plait.analysis.income.plan.options import Option
from plait.review.plan_holds import holds_said
from plait.review.plan_rests import reasons
from plait.review.plan_said import (
    Spoken,
    chance_said,
    changes_said,
    conflict_sentence,
    consents_said,
    demand_said,
)
from plait.review.words import words_for

ATLAS = Option("atlas", 8, 16, step=4, present=12)
BOARD = Option("board", 4, 4, present=4)
OFFER = Option("offer", 8, 8)
TOLD = Spoken(
    words_for("en"), "EUR", (ATLAS, BOARD, OFFER), ("Atlas", "Board", "Offer")
)


def test_a_change_is_more_hours_none_or_something_new():
    assert changes_said(TOLD, (16, 0, 8)) == [
        "Offer as something new, with 8 hours",
        "Atlas with 16 hours instead of 12",
        "no Board",
    ]


def test_the_present_mix_changes_nothing():
    assert changes_said(TOLD, (12, 4, 0)) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_wish_has_its_words(kind):
    assert "%" not in demand_said(TOLD, Demand(kind, (0, 1), 12.0))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_assumption_has_its_words(language):
    assert set(reasons(words_for(language))) == set(Assumed)


def test_what_was_never_drawn_is_no_certainty():
    assert chance_said(TOLD, 0.0) == "less than 1\u202f%"
    assert chance_said(TOLD, 0.034) == "3\u202f%"


def test_one_more_hour_is_told_in_money():
    said = holds_said(TOLD, (), [WithMore(1.0, 31.2, ())], 44)

    assert said == ["Your 44 hours a week: one more would be worth €31 a month."]


def test_where_one_hour_helps_nothing_the_hours_that_do_are_told():
    more = [WithMore(1.0, 0.0, ()), WithMore(4.0, 120.0, ())]

    assert holds_said(TOLD, (), more, 44) == [
        "Your 44 hours a week: 4 more would be worth €120 a month."
    ]


def test_an_hour_that_is_not_to_be_had_is_not_priced():
    # The board takes 4 hours or none: a fifth is no wish that could be eased.
    board = Bind(Demand(Kind.MOST, (1,), 4.0), 500.0, is_tight=True)
    atlas = Bind(Demand(Kind.MOST, (0,), 16.0), 90.0, is_tight=True)

    assert holds_said(TOLD, (board, atlas), (), 44) == [
        "Atlas takes no more than 16 hours: one more would be worth about €90 a month."
    ]


def test_where_nothing_binds_there_is_room():
    assert holds_said(TOLD, (), (), 44) == ["Nothing: there is room in every limit."]


def test_a_search_that_found_nothing_does_not_blame_wishes():
    assert conflict_sentence(TOLD, ()) == "No mix was found before the search ended."


def test_other_contradictions_are_counted():
    conflict = (Demand(Kind.APART, (0, 1), 0.0), Demand(Kind.LEAST, (0,), 8.0))

    assert (
        conflict_sentence(TOLD, conflict)
        == "No mix keeps all you ask: 2 wishes contradict each other."
    )


def test_who_has_to_agree_is_told_only_of_what_is_new():
    asking = [["Clinic"], [], ["Clinic"]]

    assert list(consents_said(TOLD, (16, 4, 8), asking)) == [
        "Offer needs a yes first, by the terms of Clinic."
    ]
