from dataclasses import fields

import pytest

from plait.answers.findings.finding import Finding
from plait.answers.findings.identity import IDENTITIES
from plait.answers.findings.kinds import Kind
from tests.answers.cases import SITUATIONS, figures, full, reviewed
from tests.cast import Life


def found(life: Life) -> dict[str, Finding]:
    return {one.key: one for one in reviewed(life).findings}


def drifting(hours: float) -> Life:
    life = Life(capacity=60).role("Atlas", "8/week")
    return life.gives_weekly("Atlas", [8] * 50 + [hours] * 10)


def test_every_kind_says_what_makes_it_the_same():
    assert set(IDENTITIES) == set(Kind)


@pytest.mark.parametrize("name", SITUATIONS)
def test_findings_of_one_review_have_different_keys(name):
    findings = reviewed(SITUATIONS[name]()).findings

    assert len({one.key for one in findings}) == len(findings)


def test_a_key_names_the_kind_the_role_and_what_else_it_is_about():
    keys = set(found(full()))

    assert {"role-over:atlas", "one-payer:de linde", "inbox"} <= keys
    assert "gap-no-terms:board-member,mentor" in keys


def test_the_language_changes_neither_key_nor_facts():
    english, dutch = (reviewed(full(), language).findings for language in ("en", "nl"))

    assert [(f.key, f.facts) for f in english] == [(f.key, f.facts) for f in dutch]


def test_facts_stay_while_hours_differ_a_little_and_change_when_they_grow():
    a_little, the_same, more = (
        found(drifting(hours))["role-over:atlas"] for hours in (14, 14.4, 19)
    )

    assert a_little.facts == the_same.facts
    assert a_little.facts != more.facts
    assert figures(a_little)["over"] != figures(the_same)["over"]


@pytest.mark.parametrize("name", SITUATIONS)
def test_key_and_facts_rest_on_numbers_that_the_finding_has(name):
    for one in reviewed(SITUATIONS[name]()).findings:
        identity, names = IDENTITIES[one.kind], set(figures(one))
        facts = {fact for fact, _ in identity.facts}

        if one.kind is not Kind.TOO_EARLY:  # of the whole week it names no roles
            assert set(identity.key) | facts <= names


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_finding_rests_on_records_that_can_be_listed(name):
    for one in reviewed(SITUATIONS[name]()).findings:
        assert one.evidence.records


def test_a_finding_is_made_of_values_alone():
    assert {field.name for field in fields(Finding) if not field.init} == {
        "key",
        "facts",
    }
