"""Every kind of finding leads somewhere, and its records open."""

from datetime import date

import pytest
from django.urls import resolve

from plait.answers.findings.finding import Evidence
from plait.answers.findings.kinds import Kind
from plait.domain.roles import RoleKind
from plait.web.pages.findings import finding_view
from tests.answers.every_kind import found


def keys(evidence: Evidence) -> set[str]:
    return {one.role for one in evidence.records if one.role}


@pytest.mark.parametrize("kind", list(Kind))
def test_its_next_step_is_a_page(kind):
    action = finding_view(found(kind)).action

    assert action is not None
    assert resolve(action.url.partition("?")[0].partition("#")[0])


@pytest.mark.parametrize("kind", list(Kind))
def test_its_records_open(kind, as_nora, nora, role_of):
    finding = found(kind)
    for key in keys(finding.evidence):
        name = key.replace("-", " ").capitalize()
        role = role_of(nora, name, kind=RoleKind.CONTRACT, started_on=date(2020, 1, 1))
        assert role.key == key

    links = finding_view(finding).why.records

    assert links
    assert {as_nora.get(link.url).status_code for link in links} == {200}
