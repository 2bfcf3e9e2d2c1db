"""The sentence above the income page, and the one step under it."""

import pytest

from plait.answers.context import answer_context
from plait.answers.findings.kinds import Kind
from plait.answers.findings.resilience import findings
from plait.answers.income.sentence import next_step, risk_sentence
from plait.wording.words import words_for
from tests.answers.findings.test_resilience import two
from tests.cast import Life, amt


def context_of(life: Life):
    return answer_context(life.portfolio(), words_for("en"))


def test_without_a_floor_the_step_is_to_fill_it_in():
    step = next_step(context_of(two()), ())

    assert step.text == (
        "Fill in what a month costs you at least, and what you have in savings."
    )
    assert (step.label, step.place) == ("Fill in", "safety")


def test_money_that_would_run_out_within_a_year_has_a_next_step():
    life = two(savings=amt("9000 EUR"), floor=amt("2400 EUR"))
    context = context_of(life)
    short = [one for one in findings(context) if one.kind is Kind.WOULD_LAST]

    step = next_step(context, short)

    assert (step.text, step.label) == (short[0].title, short[0].step.label)
    assert step.place == "safety"


def test_a_planned_step_comes_first():
    life = two(savings=amt("9000 EUR"), floor=amt("2400 EUR"))
    life.falls_back("Atlas", "Teach", "3", step="Call the school")
    context = context_of(life)

    step = next_step(context, tuple(findings(context)))

    assert (step.text, step.label) == ("Call the school", "See Atlas")


@pytest.mark.parametrize(
    ("life", "text"),
    [
        (
            Life(),
            "No income is known yet: add what came in, or import a bank statement.",
        ),
        (two(), "Practice House pays 67\u202f% of your income."),
    ],
)
def test_before_a_stress_test_the_sentence_names_the_largest_payer(life, text):
    assert risk_sentence(context_of(life), None) == text
