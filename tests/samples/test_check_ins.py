"""How her roles felt: the file is read whole, and the map makes the story of it."""

from datetime import date

import pytest
from generator.check_ins import FIRST, LAST, sorted_by_week, weeks
from generator.diary import is_on_leave

from plait.analysis.wellbeing.levels import Aspect
from plait.analysis.wellbeing.suggestions import Suggestion
from plait.analysis.wellbeing.trend import Direction
from plait.analysis.wellbeing.value_map import value_map
from plait.domain.portfolio import CheckIn
from tests.cast import Life


@pytest.fixture
def told(read):
    name, entries = read["check-ins.json"]
    assert name == "plait_book"
    return entries


@pytest.fixture
def places(told, portfolio):
    """Her map by role's key, made from nothing but the file."""
    life = Life("2026-11-20")
    for role in portfolio["roles"]:
        life.role(role["key"], is_paid=role["paid"])
    life.check_ins = [CheckIn(*entry[1:]) for entry in told]
    return {life.roles[p.role].key: p for p in value_map(life.portfolio()).positions}


def test_every_check_in_is_read(told):
    assert len(told) == len(sorted_by_week()) > 100


def test_they_are_of_roles_she_holds(told, portfolio):
    assert {entry.role for entry in told} == {r["key"] for r in portfolio["roles"]}


def test_they_are_of_the_half_year_before_with_gaps_for_leave_and_two_sundays(told):
    # 18 May to 9 November are 26 weeks, of which three are leave and two forgotten.
    assert (LAST - FIRST).days // 7 + 1 == 26
    assert len(weeks()) == 21
    answered = {e.week_on for e in told if e.role != "columns"}
    assert answered == set(weeks())
    assert not any(is_on_leave(monday) for monday in answered)


def test_nothing_is_answered_for_the_week_that_still_runs(told):
    assert max(entry.week_on for entry in told) < date(2026, 11, 16)


def test_atlas_teaches_her_and_presses_ever_harder(places):
    atlas = places["atlas"]

    assert atlas.suggestion is Suggestion.RENEGOTIATE
    assert atlas.wellbeing.levels[Aspect.GROWTH].value > 4
    assert atlas.wellbeing.trends[Aspect.PRESSURE].direction is Direction.RISES
    assert atlas.wellbeing.trends[Aspect.ENERGY].direction is Direction.FALLS


def test_the_others_are_what_she_tells_of_them(places):
    found = {key: place.suggestion for key, place in places.items()}

    assert found == {
        "atlas": Suggestion.RENEGOTIATE,
        "practice": Suggestion.UNCLEAR,
        "training": Suggestion.UNCLEAR,
        "board": Suggestion.GROW,
        "mentoring": Suggestion.GROW,
        "study": Suggestion.RENEGOTIATE,
        "flat": Suggestion.KEEP,
        "columns": Suggestion.TOO_FEW,
    }


def test_only_atlas_moves(places):
    moving = {
        key
        for key, place in places.items()
        for trend in place.wellbeing.trends.values()
        if trend.direction in {Direction.RISES, Direction.FALLS}
    }

    assert moving == {"atlas"}
