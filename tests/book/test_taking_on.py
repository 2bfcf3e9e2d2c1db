"""What was asked about goes into the book whole, or not at all."""

from datetime import date

import pytest

from plait.book.models import Agreement, Role
from plait.book.operations.taking_on import carry_out
from plait.book.queries import NotThere
from plait.domain.proposals.proposal import Move, RoleChange
from plait.domain.roles import RoleKind
from plait.domain.schemas.checks import BadTerms
from tests.cast import terms

START = date(2027, 1, 4)


def taken(viewer, **values):
    agreed = terms(**{"hours": "6/week", "since": "2027-01-04"} | values)
    change = RoleChange(
        Move.TAKE_ON,
        START,
        RoleKind.CONTRACT,
        name="Course",
        organisation="School",
        terms=agreed,
    )
    return carry_out(viewer=viewer, change=change)


def test_a_role_taken_on_begins_and_ends_with_its_terms(nora):
    role = taken(nora, until="2027-07-01", pay="90 EUR/hour")

    assert (role.started_on, role.ended_on) == (date(2027, 1, 4), date(2027, 7, 1))
    assert role.is_paid
    assert Agreement.objects.get(role=role).minutes == 360


def test_a_role_without_pay_is_an_unpaid_one(nora):
    assert not taken(nora).is_paid


def test_terms_that_cannot_be_leave_no_role_behind(nora):
    with pytest.raises(BadTerms):
        taken(nora, hours="200/week")

    assert not Role.objects.exists()


def test_only_an_opportunity_becomes_another_kind(nora, role_of):
    chance, board = role_of(nora, "Chance", kind="opportunity"), role_of(nora, "Board")
    for role in (chance, board):
        change = RoleChange(
            Move.CHANGE,
            START,
            RoleKind.EMPLOYMENT,
            role=role.key,
            terms=terms("6/week"),
        )
        carry_out(viewer=nora, change=change)

    assert Role.objects.get(key="chance").kind == "employment"
    assert Role.objects.get(key="board").kind == board.kind != "employment"


def test_nobody_leaves_anothers_role(nora, omar, role_of):
    role = role_of(nora, "Atlas")

    change = RoleChange(Move.LEAVE, START, RoleKind.CONTRACT, role=role.key)
    with pytest.raises(NotThere):
        carry_out(viewer=omar, change=change)

    assert Role.objects.get(pk=role.pk).ended_on is None
