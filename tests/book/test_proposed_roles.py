"""Proposed roles accepted at once: roles, terms, rules and records in one change."""

from datetime import date

import pytest

from plait.answers.roles.proposals import RoleChoice, accepted, role_proposals_answer
from plait.book.imports.undo_change import undo_change
from plait.book.models import DismissedRole, Payment, Role, Rule
from plait.book.operations.proposed_roles import accept_roles, dismiss_role
from plait.book.operations.writing import last_change
from plait.book.queries.changes import change_numbered
from plait.book.queries.role_evidence import role_evidence
from plait.domain.records import RecordStatus
from plait.wording.words import words_for
from tests.book.conftest import NOW, TODAY

WORDS = words_for("en")


@pytest.fixture
def paid(nora):
    """Two payers who pay every month."""
    for place, payer in enumerate(("De Linde", "Zorggroep Atlas")):
        for month in range(1, 7):
            Payment.objects.create(
                owner=nora,
                fingerprint=100 * place + month,
                booked_on=date(2026, month, 25),
                amount_minor=290_000,
                currency="EUR",
                payer=payer,
            )


def found(viewer):
    evidence = role_evidence(viewer=viewer, on=TODAY)
    return role_proposals_answer(evidence, WORDS)


def accept(viewer, *names):
    chosen = [
        accepted(one, RoleChoice(name=name))
        for one, name in zip(found(viewer).proposals, names, strict=True)
    ]
    return accept_roles(viewer=viewer, accepted=chosen, now=NOW)


@pytest.mark.usefixtures("paid")
def test_several_are_one_change_and_one_undo(nora):
    made = accept(nora, "Manager", "Lead").made

    assert [role.name for role in made] == ["Manager", "Lead"]
    assert Rule.objects.count() == 2
    assert not Payment.objects.exclude(status=RecordStatus.ASSIGNED).exists()
    assert made[0].agreements.get().pay_minor == 290_000
    assert not found(nora).proposals

    change = change_numbered(viewer=nora, number=last_change.get())
    undo_change(viewer=nora, change=change, now=NOW)

    assert not Role.objects.exists()
    assert len(found(nora).proposals) == 2


@pytest.mark.usefixtures("paid")
def test_two_of_one_name_become_one_role(nora):
    [made], [] = accept(nora, "Trainer", "trainer")

    assert set(Rule.objects.values_list("role", flat=True)) == {made.pk}


@pytest.mark.usefixtures("paid")
def test_a_dismissed_one_is_not_proposed_again(nora, omar):
    dismiss_role(viewer=nora, name="De Linde")
    dismiss_role(viewer=omar, name="Zorggroep Atlas")

    assert [one.organisation for one in found(nora).proposals] == ["Zorggroep Atlas"]
    assert DismissedRole.objects.filter(owner=nora).count() == 1


@pytest.mark.usefixtures("paid")
def test_each_says_why(nora):
    one = found(nora).proposals[0]

    assert one.reason == "6 payments of about €2,900, one a month."
    assert (one.since, one.terms) == ("since January 2026", "about €2,900 a month")
