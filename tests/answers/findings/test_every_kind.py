"""Every kind of finding is said in both languages, with a step and its records."""

import re

import pytest

from plait.answers.findings.kinds import Kind
from plait.answers.findings.ranking import RANKING
from tests.answers.every_kind import LIVES, found
from tests.tell_tales import english_in

every_kind = pytest.mark.parametrize("kind", list(Kind))


def texts(kind: Kind, language: str) -> list[str]:
    one = found(kind, language)
    evidence = one.evidence
    return [
        *(one.title, one.sentence, one.why, one.step.label, evidence.data),
        *(evidence.method, evidence.assumptions, evidence.certainty),
    ]


def test_there_is_a_life_for_every_kind():
    assert set(LIVES) == set(Kind)


@every_kind
def test_it_is_said_in_english_with_no_hole(kind):
    said = texts(kind, "en")

    assert said[0]
    assert said[2]
    assert re.findall(r"%\(|\bNone\b|\bnan\b", " ".join(said)) == []


@every_kind
def test_it_is_said_in_dutch_without_an_english_word(kind):
    said = texts(kind, "nl")

    assert english_in(" ".join(said)) == []
    assert said[2] != texts(kind, "en")[2]


@every_kind
def test_it_weighs_what_the_table_says(kind):
    assert found(kind).weight >= RANKING[kind].base


@every_kind
def test_it_rests_on_records_that_can_be_listed(kind):
    assert found(kind).evidence.records
