"""What the words of a payment say it is."""

import pytest

from plait.domain.payment_kinds.hints import hints_of
from plait.domain.payment_kinds.kinds import PaymentKind, kind_of
from plait.domain.payment_kinds.words import may_hint

LOAN, TAX, TRANSFER = PaymentKind.LOAN, PaymentKind.TAX, PaymentKind.TRANSFER
MADE, REFUND, CREDIT = (
    PaymentKind.REIMBURSEMENT,
    PaymentKind.REFUND,
    PaymentKind.CREDIT,
)


def said(payer, reference, minor=10_000, **known):
    [sure], [maybe] = hints_of([payer], [reference], [minor], **known)
    return kind_of(int(sure)), kind_of(int(maybe))


@pytest.mark.parametrize(
    ("reference", "sign", "kind"),
    [
        ("Aflossing familielening juni", 1, LOAN),
        ("Repayment of your loan", -1, LOAN),
        ("Darlehensrückzahlung", 1, LOAN),
        ("Remboursement prêt", 1, LOAN),
        ("Waarborgsom atelier", 1, LOAN),
        ("Reiskosten mei", 1, MADE),
        ("Expense claim 2026-04", 1, MADE),
        ("Spesenabrechnung Juli", 1, MADE),
        ("Note de frais mars", 1, MADE),
        ("Rückerstattung Objektiv", 1, REFUND),
        ("Refund order 4471", 1, REFUND),
        ("Creditnota bij factuur 31", -1, CREDIT),
        ("Rücklastschrift", -1, CREDIT),
        ("CHARGEBACK", -1, CREDIT),
        ("Naar privé", -1, TRANSFER),
        ("Between my accounts", 1, TRANSFER),
        ("Teruggaaf BTW 2e kwartaal", 1, TAX),
    ],
)
def test_words_say_what_a_payment_is(reference, sign, kind):
    assert said("Somebody", reference, sign * 10_000) == (kind, None)


@pytest.mark.parametrize(
    "reference",
    [
        "Invoice 31 incl. travel expenses",
        "Factuur 31 begeleiding aflossing",
        "Salaris mei met reiskosten",
        "Dienstverlening mei",
        "Vergunningverlening fase 2",
        "Loading and unloading",
        "Returning soon: workshop",
        "",
    ],
)
def test_words_for_work_say_nothing_else(reference):
    assert said("Somebody", reference) == (None, None)


@pytest.mark.parametrize(
    ("reference", "kind"),
    [("Declaratie 12", MADE), ("Rente lening", LOAN), ("Hypotheek", LOAN)],
)
def test_of_words_that_may_be_work_people_are_asked(reference, kind):
    assert said("Somebody", reference) == (None, kind)


def test_the_tax_office_pays_back_unless_it_employs_somebody():
    assert said("HM Revenue & Customs", "4471") == (TAX, None)
    assert said("Belastingdienst", "Salaris mei") == (None, None)
    assert said("Belastingdienst", "4471", organisations=["Belastingdienst"]) == (
        None,
        None,
    )


def test_what_comes_in_ones_own_name_is_ones_own_money():
    assert said("M.  van Rijn", "spaargeld", own_name="M. van Rijn") == (TRANSFER, None)
    assert said("Rijn", "spaargeld", own_name="Rijn") == (None, None)
    assert said("M.J. van Rijn", "", own_name="Mia van Rijn") == (None, TRANSFER)
    assert said("K. van Rijn", "", own_name="Mia van Rijn") == (None, None)


def test_a_card_that_is_paid_off_names_nobody_else():
    assert said("PAYMENT RECEIVED - THANK YOU", "") == (TRANSFER, None)
    assert said("", "Hartelijk dank voor uw betaling") == (TRANSFER, None)
    assert said("Brons", "Payment, thank you for your work") == (None, None)


def test_the_search_through_all_texts_misses_none():
    texts = ["Invoice 1", "Terugbetaling lening", "", "İstanbul", "Prêt personnel"]

    assert {1, 4} <= set(may_hint(texts))
    assert may_hint(["Invoice 1", "Rückzahlung", "Rent", "loan"]) == [1, 3]
