"""A proposal with little said becomes a variant with everything decided, or is refused."""

from datetime import date
from decimal import Decimal

import pytest

from plait.analysis.decisions.take_on.from_proposal import (
    BadProposal,
    role_change,
    variant_of,
)
from plait.domain.blocks import blocks_from
from plait.domain.proposals.proposal import Move, Proposal
from plait.domain.roles import CountsAs, Per, RoleKind
from tests.cast import Life, amt, terms

# Friday 20 November 2026 is the date of a life, and the 23rd the Monday after.
MONDAY = date(2026, 11, 23)


def test_a_new_role_takes_what_is_usual():
    proposal = Proposal(Move.TAKE_ON, name="Course", hours=Decimal(6), per=Per.WEEK)

    found = variant_of(Life().portfolio(), proposal)

    assert (found.start, found.kind) == (MONDAY, RoleKind.CONTRACT)
    assert found.organisation.name == "Course"
    assert found.terms.counts_as is CountsAs.SELF_EMPLOYED


def test_agreed_days_say_the_hours():
    blocks = blocks_from("fri 09:00-15:00")
    proposal = Proposal(Move.TAKE_ON, name="Course", blocks=blocks)

    found = variant_of(Life().portfolio(), proposal).terms

    assert (found.hours, found.per) == (6, Per.WEEK)


def test_leaving_begins_when_notice_given_today_has_ended():
    life = Life().role("Columns", terms("4/week", notice_days=60))

    # 60 days from 20 November 2026.
    found = variant_of(life.portfolio(), Proposal(Move.LEAVE, role="columns"))
    assert found.start == date(2027, 1, 19)


def test_everything_that_is_wrong_is_said_at_its_field():
    proposal = Proposal(Move.TAKE_ON, organisation="x" * 201)

    with pytest.raises(BadProposal) as refused:
        variant_of(Life().portfolio(), proposal)

    fields = [problem.where for problem in refused.value.problems]
    assert fields == ["name", "organisation", "hours"]


@pytest.mark.parametrize(
    ("proposal", "field"),
    [
        (Proposal(Move.LEAVE, role="nobody"), "role"),
        (Proposal(Move.LEAVE, role="columns", start=date(2019, 1, 1)), "starts_on"),
        (Proposal(Move.LEAVE, role="columns", hours=Decimal(2)), "hours"),
        (Proposal(Move.CHANGE, role="columns", name="Other"), "name"),
        (Proposal(Move.CHANGE, role="columns", hours=Decimal(169)), "hours"),
        (Proposal(Move.CHANGE, role="columns", end=date(2026, 11, 23)), "ends_on"),
        (Proposal(Move.CHANGE, role="columns", pay=amt("5 EUR")), "pay_basis"),
        (
            Proposal(Move.CHANGE, role="columns", hours=Decimal(9), per=Per.TOTAL),
            "ends_on",
        ),
    ],
)
def test_what_cannot_be_is_refused(proposal, field):
    life = Life().role("Columns", "4/week")

    with pytest.raises(BadProposal) as refused:
        variant_of(life.portfolio(), proposal)

    assert field in [problem.where for problem in refused.value.problems]


def test_what_is_carried_out_is_what_was_answered():
    portfolio = Life().role("Columns", "4/week").portfolio()
    proposal = Proposal(Move.CHANGE, role="columns", hours=Decimal(8))

    variant = variant_of(portfolio, proposal)
    change = role_change(portfolio, variant)

    assert (change.role, change.terms, change.start) == (
        "columns",
        variant.terms,
        MONDAY,
    )
