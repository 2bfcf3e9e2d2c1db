"""Many records changed at once: one change, and one undo."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.imports.undo_change import undo_change
from plait.book.models import Batch, OtherFingerprint, Payment, Rule, TimeEntry
from plait.book.operations.by_hand import add_payment
from plait.book.operations.many import (
    CannotChangeThese,
    always_so,
    move_records,
    remove_records,
    set_kind_of,
)
from plait.book.operations.payments import NotOfThisKind
from plait.book.operations.records import add_time
from plait.book.queries import NotThere
from plait.book.queries.changes import last_change_of
from plait.domain.money import Money
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.selection import ChosenRecords, RecordKind, Selection
from tests.book.conftest import NOW, TODAY

PAYMENTS = Selection(RecordKind.PAYMENTS)
TIME = Selection(RecordKind.TIME)
ALL = ChosenRecords(PAYMENTS, is_all=True)


@pytest.fixture
def board(nora, role_of):
    return role_of(nora, "Board")


@pytest.fixture
def paid(nora, role_of):
    atlas = role_of(nora, "Atlas")
    return [
        add_payment(
            viewer=nora,
            role=atlas,
            on=date(2026, month, 28),
            amount=Money(Decimal(1200), "EUR"),
            payer="Zorggroep Atlas",
        )
        for month in (8, 9, 10)
    ]


def roles_of(nora):
    held = Payment.objects.filter(owner=nora).order_by("booked_on")
    return [*held.values_list("role__key", flat=True)]


def undo(nora):
    undo_change(viewer=nora, change=last_change_of(viewer=nora), now=NOW)


def test_all_of_a_selection_moves_as_one_change(nora, paid, board):
    narrowed = Selection(RecordKind.PAYMENTS, start=date(2026, 9, 1))

    n = move_records(
        viewer=nora, chosen=ChosenRecords(narrowed, is_all=True), role=board
    )

    assert (n, roles_of(nora)) == (2, ["atlas", "board", "board"])
    undo(nora)
    assert roles_of(nora) == ["atlas", "atlas", "atlas"]


def test_what_is_ticked_goes_for_good_and_comes_back_by_undoing(nora, paid):
    batch = Batch.objects.create(owner=nora, number=1, created_at=NOW)
    Payment.objects.filter(pk=paid[0].pk).update(batch=batch)
    keys = tuple(one.pk for one in paid[:2])

    assert remove_records(viewer=nora, chosen=ChosenRecords(PAYMENTS, keys)) == 2

    [gone] = OtherFingerprint.objects.filter(owner=nora)
    assert (gone.fingerprint, gone.record) == (paid[0].fingerprint, None)
    undo(nora)
    assert Payment.objects.filter(owner=nora).count() == 3
    assert not OtherFingerprint.objects.exists()


def test_ticked_hours_keep_their_role_at_the_next_import(nora, paid, board):
    entry = add_time(viewer=nora, role=paid[0].role, on=TODAY, seconds=3600)
    batch = Batch.objects.create(owner=nora, number=1, created_at=NOW)
    TimeEntry.objects.filter(pk=entry.pk).update(batch=batch, edited="on")

    move_records(viewer=nora, chosen=ChosenRecords(TIME, (entry.pk,)), role=board)

    entry.refresh_from_db()
    assert (entry.role, entry.edited) == (board, "on,role")


def test_a_rule_from_what_is_ticked_moves_it_too(nora, paid, board):
    chosen = ChosenRecords(PAYMENTS, (paid[0].pk,))

    n, subjects = always_so(viewer=nora, chosen=chosen, role=board, now=NOW)

    assert (n, [name for _field, name in subjects]) == (1, ["Zorggroep Atlas"])
    assert Rule.objects.get(owner=nora).role == board
    assert roles_of(nora)[0] == "board"
    undo(nora)
    assert (roles_of(nora)[0], Rule.objects.count()) == ("atlas", 0)


def test_ticked_payments_are_stated_to_be_a_loan_and_none_a_cost(nora, paid):
    set_kind_of(viewer=nora, chosen=ALL, kind=PaymentKind.LOAN)

    assert {one.kind for one in Payment.objects.filter(owner=nora)} == {"loan"}
    with pytest.raises(NotOfThisKind):
        set_kind_of(viewer=nora, chosen=ALL, kind=PaymentKind.COST)


def test_nothing_and_another_persons_record_are_refused(nora, omar, paid):
    with pytest.raises(NotThere):
        remove_records(viewer=omar, chosen=ChosenRecords(PAYMENTS, (paid[0].pk,)))
    with pytest.raises(CannotChangeThese):
        remove_records(viewer=nora, chosen=ChosenRecords(PAYMENTS))
    assert Payment.objects.filter(owner=nora).count() == 3
