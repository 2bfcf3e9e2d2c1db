from dataclasses import fields

import pytest

from plait.answers.findings.finding import Finding
from plait.answers.findings.identity import IDENTITIES
from plait.answers.findings.kinds import Kind
from plait.answers.findings.returns import RETURNS
from tests.answers.cases import SITUATIONS, figures, full, reviewed


def test_every_kind_says_what_makes_it_the_same():
    assert set(IDENTITIES) == set(Kind)


@pytest.mark.parametrize("name", SITUATIONS)
def test_findings_of_one_review_have_different_keys(name):
    findings = reviewed(SITUATIONS[name]()).findings

    assert len({one.key for one in findings}) == len(findings)


def test_a_key_names_the_kind_the_role_and_what_else_it_is_about():
    keys = {one.key for one in reviewed(full()).findings}

    assert {"role-over:atlas", "one-payer:de linde", "inbox"} <= keys
    assert "gap-no-terms:board-member,mentor" in keys


def test_the_language_does_not_change_a_key():
    english, dutch = (reviewed(full(), language).findings for language in ("en", "nl"))

    assert [f.key for f in english] == [f.key for f in dutch]


@pytest.mark.parametrize("name", SITUATIONS)
def test_key_and_steps_rest_on_numbers_that_the_finding_has(name):
    for one in reviewed(SITUATIONS[name]()).findings:
        identity, names = IDENTITIES[one.kind], set(figures(one))
        steps = {step.name for step in RETURNS.get(one.kind, ())}

        if one.kind is not Kind.TOO_EARLY:  # of the whole week it names no roles
            assert {*identity.key, *filter(None, [identity.things])} | steps <= names


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_finding_rests_on_records_that_can_be_listed(name):
    for one in reviewed(SITUATIONS[name]()).findings:
        assert one.evidence.records


def test_a_finding_is_made_of_values_alone():
    assert {field.name for field in fields(Finding) if not field.init} == {"key"}
