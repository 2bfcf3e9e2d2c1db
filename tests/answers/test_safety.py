"""How far savings reach, and what to do next."""

import pytest

from plait.answers.safety import safety_answer
from plait.wording.words import words_for
from tests.answers.findings.test_resilience import two
from tests.cast import amt


def answer(life, language="en"):
    return safety_answer(life.portfolio(), words_for(language))


@pytest.mark.parametrize(
    ("savings", "sentence"),
    [
        (None, "What would you live on if something stopped?"),
        ("1000 EUR", "Your savings pay for less than a month."),
        ("2400 EUR", "Your savings pay for 1 month."),
        ("6000 EUR", "Your savings pay for 2.5 months."),  # 6,000 / 2,400
        ("60000 EUR", "Your savings pay for more than two years."),
    ],
)
def test_savings_are_counted_in_months(savings, sentence):
    life = two(savings=savings and amt(savings), floor=amt("2400 EUR"))

    assert answer(life).sentence == sentence


def test_roles_without_a_plan_b_are_the_next_step():
    life = two().falls_back("Atlas", "Teach", "3")

    found = answer(life)

    assert found.next_step == "You have no plan B yet for Practice."
    assert [role.has_fallback for role in found.roles] == [False, True]


def test_beside_each_role_stands_how_often_similar_jobs_end():
    [practice, _atlas] = answer(two(), "nl").roles

    assert practice.usual_text.endswith(", alle banen")
    assert 0 < practice.usual_chance < 1
