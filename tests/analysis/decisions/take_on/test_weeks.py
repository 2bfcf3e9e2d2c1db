"""The weeks ahead with and without a variant."""

from datetime import date

import pytest

from plait.analysis.decisions.take_on.variant import as_if, is_taken_on
from plait.domain.roles import Clause, RoleKind
from tests.analysis.decisions.take_on.asking import (
    answer,
    changed,
    left,
    new,
)
from tests.cast import Life, terms


def after(life: Life, variant) -> list[float]:
    # A forecast is no exact sum of what came: to a tenth of an hour.
    return [round(week.after, 1) for week in answer(life, variant).weeks]


@pytest.mark.parametrize(("weeks", "given"), [(0, 40), (60, 44)])
def test_three_days_instead_of_five_free_sixteen_hours(weeks, given):
    # 40 to 24 a week are 16 less; what goes beyond the terms (4) is held to go on.
    life = Life(capacity=40).role("Practice", "40/week")
    life.gives_weekly("Practice", 44, weeks=weeks)

    assert after(life, changed(life, "Practice", "24/week")) == [given - 16] * 12


@pytest.mark.parametrize(("agreed", "given"), [(10, 13), (13, 13), (15, 15)])
def test_more_hours_agreed_hold_first_what_is_taken_already(agreed, given):
    # 8 were agreed and 13 are taken: up to 13 nothing comes on top.
    life = Life(capacity=40).role("Atlas", "8/week")
    life.gives_weekly("Atlas", 13, weeks=60)

    assert after(life, changed(life, "Atlas", f"{agreed}/week")) == [given] * 12


def test_more_hours_agreed_come_on_top_of_what_stays_below():
    # 16 were agreed and 10 are taken: 20 agreed are four more.
    life = Life(capacity=40).role("Atlas", "16/week")
    life.gives_weekly("Atlas", 10, weeks=60)

    assert after(life, changed(life, "Atlas", "20/week")) == [14] * 12


def test_fewer_hours_never_make_less_than_none():
    life = Life(capacity=40).role("Practice", "40/week")
    life.gives_weekly("Practice", 10, weeks=60)

    assert after(life, changed(life, "Practice", "8/week")) == [0] * 12


def test_a_role_that_is_left_takes_its_travel_along():
    life = Life(capacity=40).role("Practice", "20/week").role("Board", "8/week")
    life.spends("travel", "3", "Board").spends("admin", "2")

    # 20 of the practice and 2 of admin are left of 20 + 8 + 3 + 2.
    assert after(life, left(life, "Board")) == [22] * 12


def test_a_start_on_a_wednesday_takes_three_fifths_of_its_week():
    life = Life(capacity=40).role("Practice", "20/week")

    # 20 + 3/5 of 10 in the week of Wednesday 25 November.
    assert after(life, new("Course", "10/week", since="2026-11-25"))[:2] == [26, 30]


@pytest.mark.parametrize("since", ["2026-11-26", "2026-11-27"])
def test_a_start_late_in_the_week_counts_its_days_too(since):
    life = Life(capacity=40).role("Practice", "20/week")
    rest = {"2026-11-26": 24, "2026-11-27": 22}

    assert after(life, new("Course", "10/week", since=since))[:2] == [rest[since], 30]


def test_terms_that_end_take_nothing_after_their_last_day():
    life = Life(capacity=40).role("Practice", "20/week")

    # Ten hours a week up to Wednesday 9 December: two of that week's five days.
    assert after(life, new("Course", "10/week", until="2026-12-09"))[:4] == [
        30,
        30,
        24,
        20,
    ]


def test_hours_in_all_are_spread_up_to_their_last_day():
    life = Life(capacity=40).role("Practice", "20/week")

    # 40 hours over the 28 days from 23 November are 10 a week.
    variant = new("Course", "40/total", until="2026-12-21")
    assert after(life, variant)[:5] == [30, 30, 30, 30, 20]


def test_a_new_role_takes_nothing_in_a_week_of_leave():
    life = Life(capacity=40).role("Practice", "20/week")
    life.is_away("2026-12-21", "2026-12-28")

    assert after(life, new("Course", "10/week"))[3:6] == [30, 0, 30]


def test_new_terms_hold_up_to_those_agreed_after_them():
    life = Life(capacity=40).role(
        "Practice",
        terms("20/week", until="2026-12-14"),
        terms("30/week", since="2026-12-14"),
    )

    variant = changed(life, "Practice", "10/week")

    assert after(life, variant)[:5] == [10, 10, 10, 30, 30]
    ends = [a.period.end for a in as_if(life.portfolio(), variant).roles[0].agreements]
    assert ends == [date(2026, 11, 23), date(2026, 12, 14), None]


def test_terms_without_hours_leave_the_weeks_as_they_are():
    life = Life(capacity=40).role("Practice", "20/week")
    life.gives_weekly("Practice", 22, weeks=60)

    assert after(life, changed(life, "Practice", "", pay="3000 EUR/month")) == [22] * 12


def test_terms_for_a_role_without_any_take_the_index_of_what_it_took():
    life = Life(capacity=40).role("Practice").gives_weekly("Practice", 22, weeks=60)

    assert after(life, changed(life, "Practice", "16/week")) == [16] * 12


def test_an_opportunity_is_taken_on_with_all_of_its_hours():
    life = Life(capacity=40).role("Practice", terms("20/week", clause=Clause.CONSENT))
    life.role("Course", "6/week", kind="opportunity")
    variant = changed(life, "Course", "6/week")

    assert is_taken_on(life.portfolio(), variant)
    assert as_if(life.portfolio(), variant).roles[1].kind is RoleKind.CONTRACT
    assert after(life, variant) == [26] * 12
    assert [met.role for met in answer(life, variant).clauses] == [0]


def test_weeks_with_room_to_spare_are_surer_than_those_without():
    hours = [18, 22] * 40
    life = Life(capacity=30).role("Practice", "20/week")
    life.gives_weekly("Practice", hours)
    chances = [
        answer(life, new("Course", f"{n}/week")).weeks[0].p_after
        for n in range(0, 21, 4)
    ]

    assert chances == sorted(chances)
    assert chances[0] < 0.1
    assert chances[-1] > 0.9
