"""Payments, payers, accounts and doubles on their pages."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plait.accounts.operations import change_person
from plait.book.models import Account, Batch, Payment, PaymentShare, TimeEntry
from plait.book.operations.by_hand import add_payment
from plait.domain.money import Money
from tests.web.conftest import NOW, TODAY
from tests.web.importing import words


@pytest.fixture
def paid(nora, role_of) -> Payment:
    role_of(nora, "Board")
    return add_payment(
        viewer=nora,
        role=role_of(nora),
        on=date(2026, 10, 2),
        amount=Money(Decimal(100), "EUR"),
        payer="De Linde",
    )


def test_the_list_of_records_opens_a_payment(as_nora, paid):
    opened = as_nora.get(f"/records/?kind=payments&edit={paid.pk}")
    assert f'href="/records/payments/{paid.pk}/"' in opened.text

    page = as_nora.get(f"/records/payments/{paid.pk}/")
    assert "Friday 2 October 2026 · €100.00" in words(page)
    assert "Payment added" in words(page)


def test_it_is_moved_and_counted_by_share(as_nora, paid):
    sent = {"role": "board", "share": "50"}
    page = as_nora.post(f"/records/payments/{paid.pk}/", sent, follow=True)

    paid.refresh_from_db()
    assert (paid.role.key, paid.share) == ("board", 500)
    assert "Saved." in words(page)
    assert "Your share 50 %" in words(page)


def test_the_income_page_says_what_was_taken_for_no_income(as_nora, paid):
    Payment.objects.update(reference="Terugbetaling lening")
    row = "€100, De Linde, 2 October 2026: a loan, or its repayment"
    assert row in words(as_nora.get("/income/"))

    as_nora.post(f"/records/payments/{paid.pk}/", {"role": "atlas", "kind": "income"})

    assert row not in words(as_nora.get("/income/"))
    refused = as_nora.post(f"/records/payments/{paid.pk}/", {"kind": "cost"})
    assert refused.status_code == 422


def test_a_part_is_for_another_role(as_nora, paid):
    first = f"/records/payments/{paid.pk}/"
    page = as_nora.post(
        f"{first}split/", {"role": "board", "amount": "30"}, follow=True
    )
    assert PaymentShare.objects.get().amount_minor == 3000
    assert "Board: 30.00 EUR" in words(page)

    page = as_nora.post(f"{first}split/", {"role": "board", "amount": "100"})
    assert "smaller than what is left" in words(page)


def test_it_is_removed(as_nora, paid):
    page = as_nora.post(f"/records/payments/{paid.pk}/remove/", follow=True)

    assert "/undo/" in page.text
    assert not Payment.objects.exists()


def test_payers_are_joined_and_parted(as_nora, paid):
    sent = {"alias": "De Linde", "name": "Stichting De Linde"}
    page = as_nora.post(reverse("payers"), sent, follow=True)
    assert "Stichting De Linde De Linde 1× Separate" in words(page)

    page = as_nora.post(reverse("payer_part"), {"alias": "De Linde"}, follow=True)
    assert "Stichting" not in words(page)
    refused = as_nora.post(reverse("payers"), {"alias": "A", "name": "a"})
    assert "two different names" in words(refused)


def test_what_of_an_account_is_ones_own_is_said(as_nora, nora):
    account = Account.objects.create(owner=nora, identifier="NL62MOLN0650238817")
    sent = {"account": account.pk, "name": "Ours", "share": "50"}
    page = as_nora.post(reverse("accounts"), sent, follow=True)

    account.refresh_from_db()
    assert (account.name, account.share) == ("Ours", 500)
    assert 'value="50"' in page.text
    wrong = as_nora.post(reverse("accounts"), sent | {"share": "500"})
    assert wrong.status_code == 422
    others = as_nora.post(reverse("accounts"), sent | {"account": 999})
    assert others.status_code == 404


def test_doubles_are_merged_or_kept_apart(as_nora, nora):
    for number in (1, 2):
        batch = Batch.objects.create(owner=nora, number=number, created_at=NOW)
        TimeEntry.objects.create(
            owner=nora,
            fingerprint=number,
            batch=batch,
            on=TODAY,
            seconds=3600,
            started_at=NOW,
        )
    page = as_nora.get(reverse("doubles"))
    assert "1 pair may be a duplicate" in words(page)
    named = {"double": page.text.split('value="time-')[1].split('"')[0]}
    named["double"] = f"time-{named['double']}"

    as_nora.post(reverse("doubles_merge"), named)
    assert TimeEntry.objects.count() == 1
    number = as_nora.get("/history/").text.split('action="/history/')[1].split("/")[0]
    as_nora.post(f"/history/{number}/undo/")
    page = as_nora.post(reverse("doubles_apart"), named, follow=True)
    assert "No duplicates found" in words(page)


@pytest.mark.parametrize("name", ["payers", "accounts", "doubles"])
def test_they_speak_dutch(as_nora, nora, paid, name):
    change_person(viewer=nora, language="nl")
    said = {"payers": "Wie je betaalt", "accounts": "Nog geen rekeningen"}

    assert said.get(name, "Geen dubbele gegevens") in words(as_nora.get(reverse(name)))
