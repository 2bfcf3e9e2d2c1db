"""Where hours are found for what does not fit."""

from plait.analysis.decisions.take_on.freed_hours import Way, freed_hours
from tests.analysis.decisions.take_on.asking import (
    answer,
    changed,
    new,
    present,
)
from tests.cast import Life


def felt(life: Life, role: str, answers: tuple[int, int, int, int]) -> None:
    for day in range(2, 30, 7):
        life.checks_in(role, f"2026-10-{day:02}", answers)
        life.checks_in(role, f"2026-09-{day:02}", answers)


def test_hours_are_found_first_where_they_were_never_agreed():
    life = Life(capacity=40).role("Practice", "20/week").role("Atlas", "8/week")
    life.role("Drain", "4/week", is_paid=False)
    life.gives_weekly("Practice", 20, weeks=60).gives_weekly("Atlas", 12, weeks=60)
    life.gives_weekly("Drain", 4, weeks=60)
    for role, amount in (("Practice", "4000 EUR"), ("Atlas", "500 EUR")):
        life.is_paid_monthly(role, amount, months=14)
    felt(life, "Practice", (5, 5, 4, 2))
    felt(life, "Atlas", (4, 4, 4, 2))
    felt(life, "Drain", (1, 1, 1, 5))

    found = present(life)
    told = freed_hours(found.balance, found.value, None)

    assert [(one.role, one.way) for one in told] == [
        (1, Way.BACK_TO_AGREED),
        (2, Way.GIVES_LITTLE),
    ]
    assert [round(one.hours, 6) for one in told] == [4, 4]


def test_that_a_role_pays_least_is_told_but_frees_nothing_yet():
    life = Life(capacity=40).role("Practice", "20/week").role("Atlas", "18/week")
    life.gives_weekly("Practice", 20, weeks=60).gives_weekly("Atlas", 18, weeks=60)
    for role, amount in (("Practice", "4000 EUR"), ("Atlas", "500 EUR")):
        life.is_paid_monthly(role, amount, months=14)
        felt(life, role, (4, 4, 4, 3))

    found = answer(life, new("Course", "6/week"))

    assert [(one.role, one.way) for one in found.freed_hours] == [(1, Way.PAYS_LEAST)]
    assert found.answer == "no"


def test_the_role_that_would_change_is_not_asked_to_give_way():
    life = Life(capacity=40).role("Atlas", "8/week").gives_weekly("Atlas", 12, weeks=60)

    assert answer(life, changed(life, "Atlas", "10/week")).freed_hours == ()
