"""What was worked over a period, beside the same days before, and what was due."""

import pytest

from plait.answers.context import answer_context
from plait.answers.periods.hours import hours_in_period
from plait.domain.periods.parsing import period_choice_from
from plait.wording.words import words_for
from tests.cast import Life


@pytest.fixture
def life():
    """Ten hours each Friday for a hundred weeks, twelve in the last four."""
    life = Life(on="2026-11-20").role("Practice", "10/week")
    return life.gives_weekly("Practice", [10.0] * 96 + [12.0] * 4)


def asked(life, word, role=""):
    context = answer_context(life.portfolio(), words_for("en"))
    return hours_in_period(context, period_choice_from(word), role)


def test_a_month_is_set_against_that_of_last_year_and_what_was_due(life):
    answer = asked(life, "2026-10")
    (practice,) = answer.roles

    # Fridays 2, 9 and 16 of ten hours, 23 and 30 of twelve; five of ten in 2025.
    assert answer.sentence == (
        "In October 2026 you worked 54 hours, 4 hours more than in October 2025."
    )
    assert practice.hours == 54
    assert practice.due == pytest.approx(10 * 31 / 7, abs=0.01)
    assert practice.records.to_words() == {
        "kind": "time",
        "role": "practice",
        "period": "2026-10",
    }


def test_hours_of_two_roles_at_once_count_once_together(life):
    life.role("Study").gives("Practice", 3, "2026-10-07", also=("Study",))

    answer = asked(life, "2026-10")

    assert answer.hours == 54 + 3
    assert {one.role: one.hours for one in answer.roles} == {"practice": 57, "study": 3}


def test_what_nobody_logged_before_is_compared_with_nothing(life):
    answer = asked(life, "2025-01")

    assert answer.change is None
    assert answer.change_text.startswith("Nothing is known of the same days before")
