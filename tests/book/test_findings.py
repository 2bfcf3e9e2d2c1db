"""Findings settled, put off and reopened: one row each, with a way back."""

from dataclasses import replace

import pytest

from plait.book.imports.undo_change import undo_change
from plait.book.models import Change
from plait.book.operations.findings import (
    NoReason,
    put_off_finding,
    reopen_finding,
    settle_finding,
)
from plait.book.operations.role_history import change_key
from plait.book.queries import NotThere, settled_findings, settled_row
from plait.domain.settled_findings import SettledAs, SettledFinding
from tests.book.conftest import NOW, TODAY

OVER = SettledFinding(
    key="role-over:atlas",
    kind="role-over",
    settled_as=SettledAs.SETTLED,
    reason="Over by summer",
    on=TODAY,
    title="Atlas has outgrown its agreement",
    role="atlas",
    numbers=(("over", 5.4), ("agreed", None), ("things", ("a", "b"))),
)


def test_what_is_settled_is_read_as_it_was(nora, role_of):
    role_of(nora)

    settle_finding(viewer=nora, finding=OVER)

    assert settled_findings(viewer=nora) == (OVER,)


def test_a_second_decision_takes_the_place_of_the_first(nora, role_of):
    role_of(nora)
    settle_finding(viewer=nora, finding=OVER)
    again = replace(OVER, settled_as=SettledAs.PUT_OFF, reason="Later")

    put_off_finding(viewer=nora, finding=again)

    assert settled_findings(viewer=nora) == (again,)


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 201])
def test_a_reason_is_a_few_words(nora, role_of, reason):
    role_of(nora)

    with pytest.raises(NoReason):
        settle_finding(viewer=nora, finding=replace(OVER, reason=reason))


def test_reopening_and_settling_can_be_undone(nora, role_of):
    role_of(nora)
    settle_finding(viewer=nora, finding=OVER)
    reopen_finding(viewer=nora, settled=settled_row(viewer=nora, key=OVER.key))
    assert settled_findings(viewer=nora) == ()

    for _ in range(2):
        made = Change.objects.filter(owner=nora, undone_at=None).order_by("-number")
        undo_change(viewer=nora, change=made[0], now=NOW)
        if made.filter(what="settle_finding").exists():
            assert settled_findings(viewer=nora) == (OVER,)

    assert settled_findings(viewer=nora) == ()


def test_it_is_of_the_role_under_whatever_key(nora, role_of):
    role = role_of(nora)
    settle_finding(viewer=nora, finding=OVER)

    change_key(viewer=nora, role=role, key="atlas-2")

    [held] = settled_findings(viewer=nora)
    assert (held.role, held.key) == ("atlas-2", "role-over:atlas-2")


def test_a_role_that_is_nobodys_cannot_be_named(nora):
    with pytest.raises(NotThere):
        settle_finding(viewer=nora, finding=OVER)
