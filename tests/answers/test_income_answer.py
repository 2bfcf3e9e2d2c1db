"""The answer to what each stream brings."""

import json

import pytest
from jsonschema import Draft202012Validator

from plait.answers.context import answer_context
from plait.answers.income.exposure import exposure_answer
from plait.answers.income.income import income_answer
from plait.answers.income.sentence import income_findings, next_step, risk_sentence
from plait.answers.registry import ANSWERS
from plait.answers.stress import stress_of
from plait.answers.to_json import schema_of, to_json
from plait.wording.words import words_for
from tests.answers import cases
from tests.answers.findings.test_resilience import two
from tests.cast import amt
from tests.tell_tales import english_in

LIVES = [cases.empty, cases.roles_only, cases.calm, cases.full]


def context_of(life, language="en"):
    return answer_context(life.portfolio(), words_for(language))


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize(
    ("name", "answer_to"), [("income", income_answer), ("exposure", exposure_answer)]
)
def test_the_answer_keeps_to_its_schema_and_speaks_dutch(life, name, answer_to):
    answer = to_json(answer_to(context_of(life(), "nl")))

    schema = schema_of({name: ANSWERS[name]})
    shape = {"$defs": schema["$defs"], **schema["properties"][name]}
    Draft202012Validator(shape).validate(json.loads(answer))
    texts = [text for text in _sentences(json.loads(answer)) if "ILO" not in text]
    assert [english_in(text) for text in texts if english_in(text)] == []


def _sentences(value, key=""):
    """Yield what is meant to be read, not slugs and names."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _sentences(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _sentences(one, key)
    elif isinstance(value, str) and (
        key.endswith("text") or key in {"sentence", "notes", "method", "basis"}
    ):
        yield value


def test_the_sentence_names_the_biggest_risk_and_the_step_is_the_heaviest_finding():
    # 9,000 of savings; without the practice 1,400 of the 2,400 are lacking a month.
    life = two(savings=amt("9000 EUR"), floor=amt("2400 EUR"))

    context = context_of(life)

    assert risk_sentence(context, stress_of(context)) == (
        "Your biggest risk: Practice ends. In one of ten simulated futures your money"
        " would then last 9 months or less."
    )
    assert next_step(context, income_findings(context)) is not None


def test_one_role_has_its_own_sentence():
    answer = income_answer(context_of(two()), role="atlas")

    assert answer.sentence == (
        "Atlas brought in €12,000 over the last 12 whole months, and €1,000 in a"
        " usual one."
    )
    assert answer.total is None
    assert [one.payer for one in answer.payers] == ["Atlas House"]


def test_a_role_that_cost_more_than_it_brought_has_no_share():
    life = two().role("Shop").is_paid_on("Shop", "50 EUR", "2026-09-10", by="Fair")
    life.is_paid_on("Shop", "-80 EUR", "2026-09-11")

    payers = {one.payer: one for one in income_answer(context_of(life)).payers}

    assert (payers["Fair"].last_year, payers["Fair"].last_year_net) == (50, 0)
    assert payers["Fair"].share == 0
    assert sum(one.share for one in payers.values()) == pytest.approx(1)
