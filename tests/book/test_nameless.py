"""Money that names nobody waits by its text, and moves alone."""

from decimal import Decimal

import pytest

from plait.book.imports.undo_change import undo_change
from plait.book.models import Account, Change, Payment
from plait.book.operations.nameless import Nameless, sort_nameless
from plait.book.queries import samples_of_waiting, waiting
from plait.domain.rules import RuleField, text_key
from tests.book.conftest import NOW, TODAY
from tests.book.statements import MINE, SAVINGS
from tests.book.tables import records as rows


@pytest.fixture
def book(nora):
    accounts = {
        number: Account.objects.create(owner=nora, identifier=number)
        for number in (MINE, SAVINGS)
    }

    def pay(text: str, account=MINE, currency="EUR", **more) -> Payment:
        fingerprint = Payment.objects.count() + 1
        columns = {"amount_minor": 100 * fingerprint, "booked_on": TODAY} | more
        return Payment.objects.create(
            owner=nora,
            fingerprint=fingerprint,
            account=accounts[account],
            reference=text,
            currency=currency,
            **columns,
        )

    pay("Interest 2026-01, ref 81")
    pay("interest 2026-02, ref 97")
    pay("Interest 2026-01, ref 81", account=SAVINGS)
    pay("Interest 2026-01, ref 81", currency="GBP")
    pay("Cash deposit")
    pay("Interest", payer="Bank")
    pay("Interest 2026-03, ref 4", amount_minor=-50)
    return nora


def test_it_waits_by_its_text_account_and_currency(book):
    found = waiting(viewer=book)

    assert found[0].value == "Cash deposit"  # in the order of their texts
    assert {
        (one.field, one.value, one.account, one.currency, one.n_records)
        for one in found
    } == {
        ("reference", "Cash deposit", MINE, "EUR", 1),
        ("reference", "Interest 2026-01, ref 81", SAVINGS, "EUR", 1),
        ("reference", "Interest 2026-01, ref 81", MINE, "GBP", 1),
        ("reference", "Interest 2026-01, ref 81", MINE, "EUR", 2),
        ("payer", "Bank", "", "EUR", 1),
    }
    texts = {
        one.text
        for one in samples_of_waiting(viewer=book)[RuleField.REFERENCE, "interest ref"]
    }
    assert "interest 2026-02, ref 97" in texts


def test_only_what_is_of_its_text_account_and_currency_moves(book, role_of):
    role = role_of(book)
    before = rows()
    group = Nameless(RuleField.REFERENCE, "Interest 2026-01, ref 81", MINE, "EUR")

    assert sort_nameless(viewer=book, group=group, role=role) == 2

    moved = Payment.objects.filter(role=role).values_list("fingerprint", flat=True)
    assert sorted(moved) == [1, 2]
    undo_change(viewer=book, change=Change.objects.order_by("number").last(), now=NOW)
    assert rows() == before


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rente 2026", "rente"),
        ("81", "81"),
        ("", ""),
        ("Dep. 12/11 kas", "dep kas"),
    ],
)
def test_numbers_of_a_text_are_others_each_time(text, key):
    assert text_key(text) == key


def test_what_has_no_text_at_all_waits_together_by_account(book):
    for account in (MINE, SAVINGS):
        Payment.objects.create(
            owner=book,
            fingerprint=len(account) + Payment.objects.count() * 100,
            account=Account.objects.get(identifier=account),
            booked_on=TODAY,
            amount_minor=int(Decimal(7)),
            currency="EUR",
        )

    empty = [one for one in waiting(viewer=book) if not one.value]
    assert {one.account for one in empty} == {MINE, SAVINGS}
