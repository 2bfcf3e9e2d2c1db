"""What is said to have paid an invoice: noted, taken back, and never more than it is."""

from datetime import date

import pytest

from plait.analysis.series.settling.settle import settled
from plait.analysis.series.settling.status import InvoiceState, Known
from plait.book.imports.undo import undo_import
from plait.book.models import Batch, Change, Payment, Settlement
from plait.book.operations.journal import undo_rows
from plait.book.operations.payments import (
    move_payments,
    set_payment_kind,
    share_payment,
)
from plait.book.operations.settlements import (
    BadSettlement,
    Settling,
    drop_settlement,
    mark_paid,
    unmark_paid,
    unmark_payment,
)
from plait.book.queries import load_portfolio
from plait.book.queries.settlements import payment_named
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.records import fingerprint_text
from plait.domain.settlements import SettlementKind
from tests.book.conftest import NOW, TODAY
from tests.book.statements import Paid, camt
from tests.cast import amt
from tests.falling_back import add_invoice

ISSUED, DUE = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def role(nora, role_of):
    return role_of(nora, "Atlas")


@pytest.fixture
def invoice(nora, role):
    return add_invoice(
        viewer=nora,
        role=role,
        amount=amt("500.00 EUR"),
        issued_on=ISSUED,
        due_on=DUE,
        number="A-12",
    )


@pytest.fixture
def paid(nora, role, bring):
    """Return what brings in a payment for the role, by its day, amount and text."""

    def one(day: int, amount: str, text: str = "dank") -> Payment:
        bring(camt([Paid(day, amount, text=text)]))
        payment = Payment.objects.latest("pk")
        Payment.objects.filter(pk=payment.pk).update(role=role, status=1)
        return payment

    return one


@pytest.fixture
def portfolio(nora):
    return lambda: load_portfolio(viewer=nora, on=TODAY)


def status(portfolio):
    return settled(portfolio())[0]


def marks(nora, invoice, amount="500.00 EUR", **how):
    how.setdefault("noted_on", TODAY)
    settling = Settling(amt(amount), **how)
    return mark_paid(viewer=nora, invoice=invoice, settling=settling)


def test_a_payment_marked_in_part_settles_that_much(nora, invoice, paid, portfolio):
    payment = paid(20, "800.00")

    marks(nora, invoice, "300.00 EUR", payment=payment)

    found = status(portfolio)
    assert (found.settled, found.remaining) == (30000, 20000)
    assert found.parts[0].payment == payment.fingerprint


def test_a_write_off_settles_the_rest(nora, invoice, paid, portfolio):
    marks(nora, invoice, "450.00 EUR", payment=paid(20, "450.00"))

    marks(nora, invoice, "50.00 EUR", kind=SettlementKind.WRITE_OFF)

    assert (status(portfolio).state, status(portfolio).remaining) == ("paid", 0)


def test_an_unmarked_payment_is_remembered_as_not_for_it(
    nora, invoice, paid, portfolio
):
    payment = paid(20, "500.00", "inv A-12")
    assert status(portfolio).state == "paid"

    unmark_payment(viewer=nora, invoice=invoice, payment=payment, noted_on=TODAY)

    assert status(portfolio).state == "open"

    marks(nora, invoice, payment=payment)

    assert status(portfolio).state == "paid"
    assert [one.kind for one in Settlement.objects.all()] == ["payment"]


def test_an_invoice_unmarked_is_open_whatever_was_taken_for_it(
    nora, invoice, paid, portfolio
):
    payment = paid(20, "500.00", "inv A-12")
    marks(nora, invoice, "100.00 EUR", on=date(2026, 3, 5))

    unmark_paid(viewer=nora, invoice=invoice, payments=[payment], noted_on=TODAY)

    assert (status(portfolio).state, status(portfolio).settled) == ("open", 0)


def test_a_word_taken_back_leaves_what_fits_by_itself(nora, invoice, paid, portfolio):
    payment = paid(20, "500.00", "inv A-12")
    unmark_payment(viewer=nora, invoice=invoice, payment=payment, noted_on=TODAY)

    drop_settlement(viewer=nora, settlement=Settlement.objects.get())

    assert status(portfolio).state == "paid"


def test_a_second_word_on_a_payment_takes_the_place_of_the_first(nora, invoice, paid):
    payment = paid(20, "500.00")
    marks(nora, invoice, payment=payment)

    marks(nora, invoice, "200.00 EUR", payment=payment)

    assert [one.amount_minor for one in Settlement.objects.all()] == [20000]


def test_a_payment_brought_in_again_is_still_the_one_that_paid(
    nora, invoice, paid, portfolio, role
):
    payment = paid(20, "300.00")
    marks(nora, invoice, "300.00 EUR", payment=payment)
    undo_import(viewer=nora, batch=Batch.objects.get(owner=nora), now=NOW)
    assert status(portfolio).settled == 0

    paid(20, "300.00")

    assert status(portfolio).settled == 30000


@pytest.mark.parametrize(
    ("amount", "how", "sentence"),
    [
        ("10.00 GBP", {}, "an amount above zero in its currency"),
        ("0.00 EUR", {}, "an amount above zero in its currency"),
        ("500.01 EUR", {}, "more than the invoice still asks for"),
        ("10.00 EUR", {"on": date(2026, 2, 28)}, "on its own date or later"),
    ],
)
def test_what_cannot_be_is_refused(nora, invoice, amount, how, sentence):
    with pytest.raises(BadSettlement, match=sentence):
        marks(nora, invoice, amount, **how)


def test_a_payment_never_gives_more_than_it_brought(nora, role, invoice, paid):
    payment = paid(20, "300.00")
    marks(nora, invoice, "200.00 EUR", payment=payment)
    other = add_invoice(
        viewer=nora,
        role=role,
        amount=amt("500.00 EUR"),
        issued_on=ISSUED,
        due_on=DUE,
        number="A-13",
    )

    with pytest.raises(BadSettlement) as refused:
        marks(nora, other, "200.00 EUR", payment=payment)

    assert "Write at most 100" in str(refused.value)


def test_every_word_can_be_undone(nora, invoice, paid, portfolio):
    payment = paid(20, "500.00", "inv A-12")
    marks(nora, invoice, "200.00 EUR", payment=payment)
    unmark_payment(viewer=nora, invoice=invoice, payment=payment, noted_on=TODAY)
    assert status(portfolio).state == "open"

    undo_rows(viewer=nora, change=Change.objects.latest("number"), now=NOW)

    assert (status(portfolio).state, status(portfolio).settled) == ("paid", 50000)
    assert [one.amount_minor for one in Settlement.objects.all()] == [20000]


def test_a_file_says_that_a_known_invoice_was_paid(nora, invoice, bring, portfolio):
    told = (
        'plait = 1\n[[invoices]]\nrole = "atlas"\nnumber = "A-12"\n'
        'issued = 2026-03-01\ndue = 2026-03-31\namount = "500.00"\n'
        'currency = "EUR"\npaid = 2026-03-28\n'
    )

    bring(told)

    assert (status(portfolio).state, status(portfolio).paid_on) == (
        "paid",
        date(2026, 3, 28),
    )

    undo_import(viewer=nora, batch=Batch.objects.get(owner=nora), now=NOW)

    assert status(portfolio).state == "open"


def test_a_part_of_a_split_payment_pays_an_invoice_of_its_role(
    nora, invoice, role_of, paid, portfolio
):
    payment = paid(20, "800.00")
    payment = move_to(nora, payment, role_of(nora, "Board"))

    share_payment(viewer=nora, payment=payment, role=invoice.role, minor=50000)

    found = status(portfolio)
    assert (found.state, found.known) == (InvoiceState.PAID, Known.AMOUNT)
    [part] = found.parts
    named = payment_named(viewer=nora, name=fingerprint_text(part.payment))
    assert named == payment


def test_what_is_said_of_a_split_payment_is_of_the_part_of_the_role(
    nora, invoice, role_of, paid, portfolio
):
    payment = move_to(nora, paid(20, "800.00"), role_of(nora, "Board"))
    share_payment(viewer=nora, payment=payment, role=invoice.role, minor=30000)

    marks(nora, invoice, "300.00 EUR", payment=payment)

    found = status(portfolio)
    assert (found.settled, found.known) == (30000, Known.STATED)


def test_a_loan_pays_no_invoice_by_chance(nora, invoice, paid, portfolio):
    payment = paid(20, "500.00")
    assert status(portfolio).state is InvoiceState.PAID

    set_payment_kind(viewer=nora, payments=[payment], kind=PaymentKind.LOAN)

    assert status(portfolio).state is InvoiceState.OPEN


def move_to(nora, payment, role):
    move_payments(viewer=nora, payments=[payment], role=role)
    payment.refresh_from_db()
    return payment
