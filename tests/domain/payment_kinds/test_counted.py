"""What a payment is, and what of it counts as income or as a cost."""

import pytest

from plait.domain.payment_kinds.kinds import KnownBy, PaymentKind, kind_of
from plait.domain.records import RecordStatus
from tests.cast import Life

PRIVATE = RecordStatus.PRIVATE


def books():
    life = Life().role("Books", at="Harbour Press")
    return life.is_paid_monthly("Books", "900 EUR", months=6, by="Harbour Press")


def pays(life, euros, on="2026-09-10", role="Books", **more):
    return life.is_paid_on(role, f"{euros} EUR", on, **more)


def taken(life):
    """Return of the last payment: its kind, by what, and how many euros count."""
    payments = life.portfolio().payments
    kinds, last = payments.kinds, len(payments) - 1
    by = tuple(KnownBy)[int(kinds.by[last])]
    return kind_of(int(kinds.kind[last])), by, int(kinds.counted[last]) / 100


def total(life):
    """Return what counts as income, and as a cost, of the role in euros."""
    payments = life.portfolio().payments
    counted = payments.kinds.counted[payments.role == 0]
    return counted[counted > 0].sum() / 100, -counted[counted < 0].sum() / 100


@pytest.mark.parametrize(
    ("euros", "words", "kind"),
    [
        (4000, "Repayment loan", PaymentKind.LOAN),
        (-250, "Aflossing lening", PaymentKind.LOAN),
        (85, "Travel expenses May", PaymentKind.REIMBURSEMENT),
        (300, "BTW teruggaaf Q2", PaymentKind.TAX),
        (300, "from my own account", PaymentKind.TRANSFER),
    ],
)
def test_words_decide_where_nothing_speaks_against_them(euros, words, kind):
    life = pays(books(), euros, "2026-11-21", reference=words)

    assert taken(life) == (kind, KnownBy.WORDS, 0)


def test_what_the_person_says_holds_against_words_and_pairs():
    life = pays(books(), -70, by="Paper Mill")

    pays(life, 70, "2026-11-21", by="Paper Mill", kind=PaymentKind.INCOME)

    assert taken(life) == (PaymentKind.INCOME, KnownBy.PERSON, 70)
    assert total(life) == (6 * 900 + 70, 70)


def test_somebody_who_deals_in_loans_is_paid_for_it():
    life = books()

    for month in (7, 8, 9, 10):
        pays(life, 500, f"2026-{month:02}-03", by="Lender", reference="loan file 8")

    payments = life.portfolio().payments
    assert total(life) == (6 * 900 + 4 * 500, 0)
    assert (payments.kinds.asked > 0).sum() == 4


def test_who_always_writes_declaratie_is_not_asked_about():
    life = books()

    for month in (7, 8, 9):
        pays(life, 500, f"2026-{month:02}-03", by="Care", reference="Declaratie")
        pays(life, 70, f"2026-{month:02}-05", by="Other", reference="Work")
    pays(life, 70, "2026-10-05", by="Other", reference="Declaratie")

    payments = life.portfolio().payments
    asked = payments.payer[payments.kinds.asked > 0].tolist()
    assert [payments.payers[one] for one in asked] == ["Other"]


def test_a_cost_that_one_is_paid_back_is_none():
    life = pays(books(), -85, "2026-10-01", by="Railways")

    pays(life, 85, "2026-10-20", by="Harbour Press", reference="Reiskosten")

    assert total(life) == (6 * 900, 0)


def test_a_refund_from_somebody_who_also_pays_is_asked_about():
    life = pays(books(), 120, "2026-11-21", by="Harbour Press", reference="refund")

    payments = life.portfolio().payments
    assert total(life) == (6 * 900 + 120, 0)
    assert kind_of(int(payments.kinds.asked[-1])) is PaymentKind.REFUND


def test_a_credit_note_of_last_month_takes_off_the_latest_income():
    life = pays(
        books(), -1000, "2026-11-21", by="Harbour Press", reference="creditnota"
    )

    assert total(life) == (6 * 900 - 1000, 0)


def test_a_payout_that_also_reaches_the_bank_counts_once():
    life = books()
    stripe = {"by": "Reader", "account": "stripe:EUR"}
    for day in ("2026-10-02", "2026-10-05"):
        pays(life, 40, day, **stripe)
    pays(life, -80, "2026-10-08", role="", by="payout", account="stripe:EUR")
    life.payments[-1] = life.payments[-1]._replace(status=PRIVATE)

    pays(life, 80, "2026-11-21", by="STRIPE PAYMENTS EUROPE")  # another payout
    pays(life, 80, "2026-10-10", by="STRIPE PAYMENTS EUROPE")

    assert total(life) == (6 * 900 + 80 + 80, 0)


def test_the_same_amount_between_two_accounts_is_not_enough():
    life = pays(books(), -60, "2026-10-01", by="Paper Mill", account="NL1")

    pays(life, 60, "2026-10-03", by="Reader", account="NL2")

    assert total(life) == (6 * 900 + 60, 60)


def test_both_sides_without_a_role_are_a_transfer():
    life = pays(books(), -60, "2026-10-01", role="", by="Nora", account="NL1")

    pays(life, 60, "2026-11-21", role="", by="Nora", account="NL2")
    apart = taken(life)
    pays(life, 60, "2026-10-03", role="", by="Nora", account="NL2")
    payments = life.portfolio().payments

    assert apart == (PaymentKind.INCOME, KnownBy.SIGN, 60)
    kinds = [kind_of(int(code)) for code in payments.kinds.kind[payments.role < 0]]
    assert kinds.count(PaymentKind.TRANSFER) == 2
