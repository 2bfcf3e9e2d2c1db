"""plait finding: settle, list, reopen; the review shows the same."""

import json
from datetime import timedelta

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.records import add_time
from plait.book.operations.roles import agree
from tests.book.conftest import TODAY
from tests.cast import terms

KEY = "role-over:atlas"


@pytest.fixture
def creeping(nora, role_of):
    role = role_of(nora, "Atlas")
    agree(viewer=nora, role=role, terms=terms("8/week", since="2020-01-01"))
    for week in range(1, 20):
        on = TODAY - timedelta(weeks=week)
        add_time(viewer=nora, role=role, on=on, seconds=20 * 3600)
    change_person(viewer=nora, capacity_minutes=40 * 60)


def keys(plait) -> list[str]:
    return [
        one["key"] for one in json.loads(plait("review", "--json").stdout)["findings"]
    ]


def test_a_finding_is_settled_listed_and_reopened(plait, creeping):
    assert KEY in keys(plait)

    said = plait("finding", "settle", KEY, "--reason", "Over by summer").stdout

    assert "Settled: Atlas has outgrown its agreement. Comes back if" in said
    assert KEY not in keys(plait)
    listed = plait("finding", "list").stdout
    assert "1 finding settled." in listed
    assert "Over by summer" in listed
    assert "Open again" in plait("finding", "reopen", KEY).stdout
    assert KEY in keys(plait)


def test_an_unknown_finding_is_refused(plait, creeping):
    refused = plait("finding", "put-off", "nothing", "--reason", "Later")

    assert refused.exit_code == 2
    assert "There is no such finding" in refused.stderr
