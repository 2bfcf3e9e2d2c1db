"""Which roles a week's check-in asks about, and what is known of it."""

from datetime import date

from plait.analysis.wellbeing.week import answers_of_week, roles_of_week, week_before
from tests.cast import Life

WEEK = date(2026, 11, 9)


def test_roles_that_ran_on_any_day_of_the_week_are_asked_about():
    life = Life().role("Always").role("Perhaps", kind="opportunity")
    life.role("Until Sunday before", until="2026-11-09")
    life.role("Until Monday", until="2026-11-10").role(
        "From Sunday", since="2026-11-15"
    )
    life.role("From next Monday", since="2026-11-16")

    asked = roles_of_week(life.portfolio(), WEEK)

    assert [r.name for r in asked] == ["Always", "Until Monday", "From Sunday"]


def test_the_answers_of_a_week_are_told_by_role():
    life = Life().role("Atlas").role("Board")
    life.checks_in("Atlas", "2026-11-11", [1, 2, 3, 4])
    life.checks_in("Board", "2026-11-04", [5, 5, 5, 5])

    found = answers_of_week(life.portfolio(), WEEK)

    assert {key: c.pressure for key, c in found.items()} == {"atlas": 4}
    assert set(answers_of_week(life.portfolio(), week_before(WEEK))) == {"board"}
