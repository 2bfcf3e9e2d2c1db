"""The words of a plan."""

from dataclasses import replace
from datetime import date

import pytest

from plait.analysis.decisions.plan.amounts import Assumed
from plait.analysis.decisions.plan.constraints import Constraint, MoreHours
from plait.analysis.decisions.plan.demands import Demand, DemandKind
from plait.analysis.decisions.plan.offer.changes import Change, ChangeKind
from plait.analysis.decisions.plan.options import Option, Weights
from plait.domain.roles import RoleKind
from plait.wording.plan.assumptions import reasons
from plait.wording.plan.changes import Asked, ask_text, changes_text, step_text
from plait.wording.plan.constraints import holds_text
from plait.wording.plan.plan import (
    PlanWords,
    chance_text,
    conflict_sentence,
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


MORE = Change(0, ChangeKind.MORE, 12, 16, 12, 16, 350.0, is_back=False)
STOP = Change(1, ChangeKind.STOP, 4, 0, 4, 0, 0.0, is_back=False)
NEW = Change(2, ChangeKind.NEW, 0, 8, 0, 8, 900.0, is_back=False)
BACK = Change(0, ChangeKind.AGREED, 12, 12, 15, 12, 0.0, is_back=True)
FEWER = Change(0, ChangeKind.FEWER, 12, 8, 12, 8, -350.0, is_back=False)


def test_a_change_is_more_hours_none_or_something_new():
    assert changes_text(PLAN, (NEW, MORE, STOP)) == [
        "Offer as something new, with 8 hours",
        "Atlas with 16 hours instead of 12",
        "no Board",
    ]


def test_a_change_is_told_in_money_and_hours():
    assert step_text(PLAN, FEWER) == (
        "Atlas with 8 hours instead of 12: €350 less a month, 4 hours less a week."
    )
    assert step_text(PLAN, BACK) == (
        "Atlas back to the 12 hours agreed, from 15 now: the same money, 3 hours less"
        " a week."
    )


def test_whom_to_ask_and_from_when_is_told():
    asked = Asked("De Linde", RoleKind.EMPLOYMENT, 60, date(2027, 1, 21))

    assert ask_text(PLAN, FEWER, asked) == (
        "Agree it with De Linde. Notice is 60 days: from 21 January 2027 at the earliest."
    )
    assert ask_text(PLAN, STOP, replace(asked, notice_days=None, from_on=None)) == (
        "Give notice to De Linde. What notice it takes is not known."
    )
    assert ask_text(PLAN, BACK, asked) == (
        "Tell De Linde that you return to what was agreed."
    )


def test_of_something_new_it_is_told_who_has_to_agree():
    asked = Asked("Noorderhuis", RoleKind.OPPORTUNITY, consent_of=("Clinic",))

    assert ask_text(PLAN, NEW, asked) == (
        "Agree it with Noorderhuis. It needs consent first, by the terms of Clinic."
    )


def test_of_a_firm_of_ones_own_nobody_is_asked():
    assert ask_text(PLAN, FEWER, Asked("Own firm", RoleKind.VENTURE, 30)) == (
        "You decide this yourself."
    )


@pytest.mark.parametrize("kind", DemandKind)
def test_every_wish_has_its_words(kind):
    assert "%" not in demand_text(PLAN, Demand(kind, (0, 1), 12.0))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_assumption_has_its_words(language):
    assert set(reasons(words_for(language))) == set(Assumed)


def test_what_was_never_drawn_is_no_certainty():
    assert chance_text(PLAN, 0.0) == "less than 1\u202f%"
    assert chance_text(PLAN, 0.034) == "3\u202f%"


def held(*constraints, more=()):
    return holds_text(PLAN, constraints, more, 44)


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
