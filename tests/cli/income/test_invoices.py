"""plait invoices and plait invoice: what is paid, by what, and the person's word on it."""

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Invoice, Settlement
from plait.book.operations.by_hand import add_payment
from tests.cast import amt, day
from tests.falling_back import add_invoice
from tests.tell_tales import english_in

ON = ("--on", "2026-11-20")


@pytest.fixture
def atlas(nora, role_of):
    return role_of(nora, "Atlas")


@pytest.fixture
def asks(nora, atlas):
    """Ask for money: `asks("A-31", "1200", issued="2026-09-01")`."""

    def asks(number, amount, *, issued="2026-09-01", due="2026-10-01"):
        return add_invoice(
            viewer=nora,
            role=atlas,
            number=number,
            amount=amt(f"{amount} EUR"),
            issued_on=day(issued),
            due_on=day(due),
        )

    return asks


@pytest.fixture
def pays(nora, atlas):
    def pays(amount, on, text="", payer="Zorggroep Atlas"):
        payment = add_payment(
            viewer=nora,
            role=atlas,
            amount=amt(f"{amount} EUR"),
            on=day(on),
            payer=payer,
        )
        payment.reference = text
        payment.save(update_fields=["reference"])
        return payment

    return pays


def states(as_json, *more):
    answer = as_json("invoices", *ON, *more)
    return {one["number"]: one["state"] for one in (*answer["unpaid"], *answer["paid"])}


def test_a_book_without_invoices_says_how_to_add_one(plait, nora):
    assert "plait invoice add" in plait("invoices").stdout


def test_every_question_knows_what_was_paid(plait, as_json, nora, asks, pays):
    change_person(viewer=nora, country="NL")
    asks("A-31", "1200")
    pays("1200", "2026-09-29", "inv a31")

    assert states(as_json) == {"A-31": "paid"}
    assert as_json("income", *ON)["unexpected"] == []
    assert as_json("obligations", *ON)["overdue"] == []
    assert "the payment names its number" in plait("invoices", *ON).stdout


def test_of_what_is_paid_in_part_the_rest_is_overdue(as_json, nora, asks, pays):
    change_person(viewer=nora, country="NL")
    asks("A-31", "1200")
    pays("800", "2026-09-29", "inv a31")

    [overdue] = as_json("obligations", *ON)["overdue"]
    [missing] = as_json("income", *ON)["unexpected"]

    assert (overdue["amount"], missing["came"]) == ("400.00", 800)


def test_one_payment_for_two_alike_asks_which(plait, as_json, asks, pays):
    asks("A-31", "500")
    asks("A-32", "500")
    pays("500", "2026-09-29")
    assert states(as_json) == {"A-31": "unsure", "A-32": "unsure"}

    plait("invoice", "paid", "A-32", "--payment", "2026-09-29")

    assert states(as_json) == {"A-31": "open", "A-32": "paid"}


def test_an_invoice_is_paid_in_parts_on_days_of_ones_own(plait, as_json, asks):
    asks("A-31", "1200")

    plait("invoice", "paid", "a 31", "--amount", "700", "--on", "2026-09-30")
    plait("invoice", "paid", "A-31", "--amount", "400,50", "--on", "2026-10-30")
    plait("invoice", "paid", "A-31", "--kind", "write-off")

    [line] = as_json("invoices")["paid"]
    parts = [(one["kind"], one["amount"]) for one in line["parts"]]
    assert parts == [
        ("payment", "700.00"),
        ("payment", "400.50"),
        ("write-off", "99.50"),
    ]


def test_what_was_taken_for_it_can_be_confirmed(plait, as_json, asks, pays):
    asks("A-31", "1000")
    pays("971", "2026-09-29", "payout A-31")

    plait("invoice", "paid", "A-31")

    assert {one.kind for one in Settlement.objects.all()} == {"payment", "fee"}
    assert states(as_json) == {"A-31": "paid"}


def test_an_invoice_is_not_paid_after_all(plait, as_json, asks, pays):
    asks("A-31", "1200")
    pays("1200", "2026-09-29", "inv a31")

    plait("invoice", "unpaid", "A-31")

    assert states(as_json) == {"A-31": "open"}


def test_a_payment_is_not_for_it(plait, as_json, asks, pays):
    asks("A-31", "1200")
    pays("700", "2026-09-29", "inv a31")
    pays("500", "2026-10-02", "inv a31")

    plait("invoice", "unpaid", "A-31", "--payment", "2026-10-02")

    [line] = as_json("invoices", *ON)["unpaid"]
    assert (line["state"], line["remaining"]) == ("part", "500.00")


def test_invoices_are_added_and_removed(plait, as_json, atlas):
    plait(
        "invoice", "add", "atlas", "120,50", "--number", "7", "--issued", "2026-11-02"
    )

    [line] = as_json("invoices", *ON)["unpaid"]
    assert (line["amount"], line["due_on"]) == ("120.50", "2026-11-02")

    plait("invoice", "remove", "7")

    assert not Invoice.objects.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["paid", "B-9"], "There is no invoice of that number: B-9."),
        (["paid", "A-31", "--amount", "lots"], "This is not an amount of money: lots."),
        (["paid", "A-31", "--payment", "2026-01-01"], "Nothing came in on this day"),
        (["paid", "A-31", "--payment", "m0"], "There is no such payment: m0."),
        (["paid", "A-31", "--amount", "1201"], "more than the invoice still asks for"),
        (["paid", "twice"], "Name one by its role and its day: atlas:2026-09-01"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(plait, asks, words, sentence):
    asks("A-31", "1200")
    asks("twice", "10")
    asks("Twice", "11", issued="2026-09-02")
    asks("twice", "12")

    answer = plait("invoice", *words)

    assert answer.exit_code == 2
    assert sentence in answer.stderr


def test_two_payments_of_a_day_are_told_apart_by_name(plait, as_json, asks, pays):
    asks("A-31", "1200")
    payment = pays("700", "2026-09-29", "eerste")
    pays("650", "2026-09-29", "tweede")
    refused = plait("invoice", "paid", "A-31", "--payment", "2026-09-29")
    assert "More than one payment came in on this day" in refused.stderr

    name = f"m{payment.fingerprint % 2**64:016x}"
    plait("invoice", "paid", "A-31", "--payment", name)

    [line] = as_json("invoices", *ON)["unpaid"]
    assert line["settled"] == "700.00"


def test_a_dutch_reader_reads_no_english(plait, nora, asks, pays):
    change_person(viewer=nora, language="nl")
    asks("A-31", "1200")
    asks("A-32", "500")
    asks("A-33", "500")
    pays("800", "2026-09-29", "inv a31")
    pays("500", "2026-10-29")

    assert english_in(plait("invoices", *ON).stdout) == []
