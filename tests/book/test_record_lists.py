"""Lists searched, narrowed, sorted and added up by month, a page at a time."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plait.book.models import Account, Payment, PaymentShare
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.operations.writing import book_of
from plait.book.queries import RECORDS_A_PAGE, NotThere, records
from plait.book.queries.record_lists.pages import filters
from plait.book.quiet import disguise_of
from plait.domain.money import Money
from plait.domain.quiet import wearing
from plait.domain.record_list import RecordTotal
from plait.domain.selection import RecordKind, RecordOrder, Selection, Way
from tests.book.conftest import TODAY

PAYMENTS = RecordKind.PAYMENTS


@pytest.fixture
def roles(nora, role_of):
    return {name: role_of(nora, name) for name in ("Trainer", "Board")}


@pytest.fixture
def pay(nora, roles):
    def pay(on, amount, payer="", *, role="Trainer", reference="", currency="EUR"):
        paid = add_payment(
            viewer=nora,
            role=roles[role],
            on=date.fromisoformat(on),
            amount=Money(Decimal(amount), currency),
            payer=payer,
        )
        Payment.objects.filter(pk=paid.pk).update(reference=reference)
        return paid

    pay("2026-11-23", "500", "Coöperatie Midden", reference="Part of 2026-029")
    pay("2026-11-18", "-63.95", "Pronk", reference="Card payment 4471")
    pay("2026-10-20", "901", "Harewood", role="Board", reference="Rent")
    pay("2026-10-09", "770", "Harewood", role="Board", currency="GBP")
    return pay


def titles(nora, **narrowing):
    page = records(viewer=nora, selection=Selection(PAYMENTS, **narrowing))
    return [one.title for one in page.records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pronk", ["Pronk"]),
        ("card 4471", ["Pronk"]),
        ("63.95", ["Pronk"]),
        ("63,95", ["Pronk"]),
        ("€901.00", ["Harewood"]),
        ("770", ["Harewood"]),
        ("harewood rent", ["Harewood"]),
        ("100%", []),
        ("nobody", []),
    ],
)
def test_every_word_is_looked_for_amounts_too(nora, pay, text, found):
    assert titles(nora, text=text) == found


def test_money_in_and_out_is_listed_apart(nora, pay):
    assert titles(nora, way=Way.OUT) == ["Pronk"]
    assert len(titles(nora, way=Way.IN)) == 3


def test_an_account_is_found_by_its_name_and_anothers_is_not_there(nora, omar, pay):
    mine = Account.objects.create(owner=nora, identifier="NL01", name="Business")
    Account.objects.create(owner=omar, identifier="NL02", name="Secret")
    Payment.objects.filter(owner=nora, payer="Pronk").update(account=mine)

    assert titles(nora, account="business") == ["Pronk"]
    assert filters(viewer=nora, kind=PAYMENTS).accounts == (("NL01", "Business"),)
    with pytest.raises(NotThere):
        titles(nora, account="NL02")


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (RecordOrder.OLDEST, ["770", "901", "-63.95", "500"]),
        # Of two currencies one stands after the other.
        (RecordOrder.LARGEST, ["901", "500", "-63.95", "770"]),
        (RecordOrder.SMALLEST, ["-63.95", "500", "901", "770"]),
        (RecordOrder.NAME, ["500", "901", "770", "-63.95"]),
        (RecordOrder.NAME_BACK, ["-63.95", "901", "770", "500"]),
        (RecordOrder.ROLE, ["901", "770", "500", "-63.95"]),
        (RecordOrder.ROLE_BACK, ["500", "-63.95", "901", "770"]),
    ],
)
def test_a_list_is_sorted(nora, pay, order, found):
    page = records(viewer=nora, selection=Selection(PAYMENTS, order=order))

    assert [one.amount for one in page.records] == [Decimal(text) for text in found]


def test_a_list_sorted_by_name_is_whole_in_quiet_view(nora, pay):
    by_name = Selection(PAYMENTS, order=RecordOrder.NAME)

    with wearing(disguise_of(viewer=nora, nouns={})):
        assert len(records(viewer=nora, selection=by_name).records) == 4


def test_a_list_is_added_up_once_a_change(nora, pay):
    def n_sums(**sorting):
        with CaptureQueriesContext(connection) as asked:
            n = records(viewer=nora, selection=Selection(PAYMENTS, **sorting)).n_records
        return n, sum("SUM(" in one["sql"] for one in asked)

    assert [n_sums(), n_sums(order=RecordOrder.OLDEST)] == [(4, 1), (4, 0)]

    with book_of(nora, what="payment_add"):
        pay("2026-11-24", "1")
        assert n_sums()[0] == 5
        pay("2026-11-25", "1")

    assert [n_sums(), n_sums()] == [(6, 1), (6, 0)]


def test_months_say_what_all_of_them_come_to(nora, pay):
    page = records(viewer=nora, selection=Selection(PAYMENTS))

    assert [(one.month.month, one.n_records) for one in page.months] == [
        (11, 2),
        (10, 2),
    ]
    assert page.months[0].totals == (
        RecordTotal("EUR", Decimal("500.00"), Decimal("63.95")),
    )
    assert {one.currency for one in page.months[1].totals} == {"EUR", "GBP"}


@pytest.mark.parametrize("order", RecordOrder)
def test_pages_hold_each_record_once(nora, roles, order):
    for n in range(RECORDS_A_PAGE + 20):
        on = TODAY - timedelta(days=n // 3)
        role = roles["Board" if n % 4 else "Trainer"]
        add_time(viewer=nora, role=role, on=on, seconds=60 * (1 + n % 7))
    selection = Selection(RecordKind.TIME, order=order)

    pages = [records(viewer=nora, selection=selection, page=n) for n in (1, 2)]
    keys = [one.id for page in pages for one in page.records]

    assert [len(page.records) for page in pages] == [RECORDS_A_PAGE, 20]
    assert len({*keys}) == RECORDS_A_PAGE + 20


def test_of_a_split_payment_a_role_counts_its_part(nora, roles, pay):
    paid = pay("2026-11-24", "1000", "Atlas")
    PaymentShare.objects.create(
        owner=nora, payment=paid, role=roles["Board"], amount_minor=30000
    )

    def received(role):
        narrowed = Selection(PAYMENTS, role=role, start=date(2026, 11, 24))
        [total] = records(viewer=nora, selection=narrowed).totals
        return total.received

    assert (received("trainer"), received("board")) == (Decimal(700), Decimal(300))
