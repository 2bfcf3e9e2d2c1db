"""plait payment, payer, account and doubles."""

from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Batch, Payment, TimeEntry
from plait.book.operations.by_hand import add_payment
from plait.domain.money import Money
from tests.book.conftest import NOW, TODAY
from tests.book.statements import MINE, Paid, camt
from tests.tell_tales import english_in


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


def test_a_payment_is_split_shared_moved_and_deleted(plait, as_json, paid):
    split = as_json("payment", "split", paid.pk, "--role", "board", "--amount", "30")
    assert split["also_for"] == ["Board: 30.00 EUR"]
    assert "Your share  50 %" in plait("payment", "share", paid.pk, "50").stdout
    assert as_json("payment", "move", paid.pk, "--role", "board") == {"payments": 1}
    assert "Payments moved" in plait("payment", "show", paid.pk).stdout
    assert as_json("payment", "delete", paid.pk) == {"payments": 1}
    assert plait("undo").exit_code == 0
    assert Payment.objects.get().share == 500


def test_income_says_what_was_taken_for_none_and_it_can_be_changed(plait, nora, paid):
    add_payment(
        viewer=nora,
        role=paid.role,
        on=date(2026, 10, 9),
        amount=Money(Decimal(800), "EUR"),
        payer="De Linde",
    )
    loan = Payment.objects.get(amount_minor=80000)
    loan.reference = "Terugbetaling lening"
    loan.save()

    page = " ".join(plait("income").stdout.split())
    assert "€800, De Linde, 9 October 2026: a loan, or its repayment" in page
    assert f"Wrong? plait payment kind {loan.pk} income" in page
    assert plait("payment", "kind", loan.pk, "income").exit_code == 0
    assert "a loan" not in plait("income").stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("share", "{}", "half"), "This is not a number: half."),
        (("kind", "{}", "cost"), "Money that came in is no cost and no credit: cost."),
        (("share", "{}", "200"), "A share lies between nothing and all: 200 %."),
        (("split", "{}", "--role", "board", "--amount", "900"), "smaller than what"),
        (("show", "999"), "There is no record of that number: 999."),
    ],
)
def test_what_cannot_be_is_refused(plait, paid, given, said):
    answer = plait("payment", *(word.format(paid.pk) for word in given))

    assert answer.exit_code == 2
    assert said in answer.stderr


def test_payers_are_listed_joined_and_parted(plait, as_json, paid):
    plait("payer", "join", "De Linde", "Stichting De Linde")
    assert as_json("payer", "list") == [
        {"payer": "Stichting De Linde", "names": {"De Linde": 1}}
    ]
    plait("payer", "part", "de linde")
    assert as_json("payer", "list")[0]["payer"] == "De Linde"
    assert "counts as no other's" in plait("payer", "part", "Nobody").stderr


def test_accounts_are_listed_shared_and_named(plait, as_json, nora, bring):
    bring(camt([Paid(2, "10.00")]))
    plait("account", "share", MINE, "50")
    plait("account", "name", MINE, "Ours")

    [one] = as_json("account", "list")
    assert (one["account"], one["name"], one["share"]) == (MINE, "Ours", 0.5)
    assert (
        "no account of that number: 12" in plait("account", "share", "12", "1").stderr
    )


def test_doubles_are_listed_merged_and_kept_apart(plait, as_json, nora):
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
    [pair] = as_json("doubles")["doubles"]
    numbers = (pair["double"]["one"], pair["double"]["into"])

    assert "Merge them with" in plait("doubles").stdout
    assert "Done." in plait("doubles", "--merge").stdout
    assert TimeEntry.objects.count() == 1
    plait("undo")
    plait("doubles", "--apart", *numbers)
    assert as_json("doubles")["doubles"] == []


def test_they_speak_dutch(plait, paid, nora):
    change_person(viewer=nora, language="nl")

    page = plait("payment", "show", paid.pk).stdout + plait("payer", "list").stdout
    page += plait("account", "list").stdout + plait("doubles").stdout

    assert "Geen dubbele gegevens gevonden" in page
    assert not english_in(page)


def test_money_is_entered_by_hand_and_undone(plait, as_json, nora, role_of):
    role_of(nora, "Training")
    kept = as_json("payment", "add", "1.250,50", "--role", "training", "--from", "Ada")
    assert kept["record"]["amount"] in {"1250.50", 1250.5}
    said = plait("cost", "add", "£41.80", "--role", "training", "--for", "train")
    assert "Added by hand" in said.stdout
    assert plait("undo").exit_code == 0
    assert Payment.objects.get().payer == "Ada"
    refused = plait("payment", "add", "12", "--private", "--on", "2199-01-01")
    assert "still to come" in refused.stderr
