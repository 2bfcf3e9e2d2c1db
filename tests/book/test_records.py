"""The list that a selection opens: whose, which, how many, in what order."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.book.models import CheckIn, Event, Payment
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.queries import RECORDS_A_PAGE, NotThere, records
from plait.domain.money import Money
from plait.domain.record_list import RecordTotal
from plait.domain.selection import RecordKind, RecordState, Selection
from tests.book.conftest import NOW, TODAY

PAYMENTS = RecordKind.PAYMENTS
TIME = RecordKind.TIME


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.fixture
def paid(nora, role_of):
    """Three payments of two payers, one of them spelled twice."""
    atlas, board = role_of(nora, "Atlas"), role_of(nora, "Board")
    for month, role, payer in (
        (8, atlas, "Zorggroep Atlas"),
        (9, atlas, "ZORGGROEP  ATLAS"),
        (10, board, "De Linde"),
    ):
        add_payment(
            viewer=nora,
            role=role,
            on=date(2026, month, 28),
            amount=eur("1200"),
            payer=payer,
        )
    return atlas, board


def titles(page) -> list[str]:
    return [one.title for one in page.records]


def test_the_newest_record_comes_first_with_its_role_and_amount(nora, paid):
    page = records(viewer=nora, selection=Selection(PAYMENTS))

    assert titles(page) == ["De Linde", "ZORGGROEP  ATLAS", "Zorggroep Atlas"]
    newest = page.records[0]
    assert (newest.role, newest.amount, newest.currency) == (
        "board",
        Decimal("1200.00"),
        "EUR",
    )


def test_a_payer_is_found_in_any_spelling(nora, paid):
    page = records(viewer=nora, selection=Selection(PAYMENTS, payer="zorggroep atlas"))

    assert page.n_records == 2


def test_a_payment_that_names_nobody_is_of_its_roles_organisation(nora, paid):
    atlas, _ = paid
    add_payment(viewer=nora, role=atlas, on=TODAY, amount=eur("10"))
    house = atlas.organisation.name

    page = records(viewer=nora, selection=Selection(PAYMENTS, payer=house))

    assert [one.amount for one in page.records] == [Decimal("10.00")]


def test_a_period_holds_its_first_day_and_not_its_end(nora, paid):
    selection = Selection(PAYMENTS, start=date(2026, 8, 28), end=date(2026, 9, 28))

    page = records(viewer=nora, selection=selection)

    assert [one.on for one in page.records] == [date(2026, 8, 28)]


def test_what_came_in_and_what_went_out_is_added_up_by_currency(nora, paid):
    atlas, _ = paid
    add_payment(viewer=nora, role=atlas, on=TODAY, amount=eur("-50"))
    pounds = Money(Decimal(780), "GBP")
    add_payment(viewer=nora, role=atlas, on=TODAY, amount=pounds)

    page = records(viewer=nora, selection=Selection(PAYMENTS))

    assert page.totals == (
        RecordTotal("EUR", Decimal("3600.00"), Decimal("50.00")),
        RecordTotal("GBP", Decimal("780.00"), Decimal("0.00")),
    )


def test_hours_that_serve_two_roles_are_listed_once_for_each(nora, paid):
    atlas, board = paid
    add_time(viewer=nora, role=atlas, on=TODAY, seconds=5400, also_for=[board])

    both = [
        records(viewer=nora, selection=Selection(TIME, role=role.key)) for role in paid
    ]

    assert [page.n_records for page in both] == [1, 1]
    assert both[1].hours == 1.5
    assert records(viewer=nora, selection=Selection(TIME)).n_records == 1


def test_what_waits_and_what_is_private_can_be_listed_apart(nora, paid):
    Payment.objects.create(
        owner=nora, fingerprint=1, booked_on=TODAY, amount_minor=900, currency="EUR"
    )

    def n(state):
        selection = Selection(PAYMENTS, state=state)
        return records(viewer=nora, selection=selection).n_records

    assert [n(state) for state in RecordState] == [1, 3, 0]


def test_events_that_gave_way_are_not_listed(nora, paid):
    at = {"starts_at": NOW, "ends_at": NOW + timedelta(hours=1), "on": TODAY}
    kept = Event.objects.create(
        owner=nora, fingerprint=1, uid="a", title="Board meeting", **at
    )
    batch = nora.batch_set.create(number=1, created_at=NOW)
    Event.objects.create(owner=nora, fingerprint=2, uid="b", superseded_by=batch, **at)

    page = records(viewer=nora, selection=Selection(RecordKind.EVENTS))

    assert titles(page) == [kept.title]
    assert page.records[0].starts_at.strftime("%H:%M") == "10:30"  # in Amsterdam


def test_a_check_in_is_listed_with_what_it_answered(nora, paid):
    atlas, _ = paid
    monday = date(2026, 11, 9)
    scores = {"energy": 4, "meaning": 5, "growth": 3, "pressure": 2}
    CheckIn.objects.create(owner=nora, role=atlas, week_on=monday, **scores)

    page = records(viewer=nora, selection=Selection(RecordKind.CHECK_INS))

    assert page.records[0].scores == (4, 5, 3, 2)


def test_a_page_holds_so_many_and_the_last_one_the_rest(nora, paid):
    atlas, _ = paid
    for _n in range(RECORDS_A_PAGE):
        add_payment(viewer=nora, role=atlas, on=TODAY, amount=eur("1"))

    pages = [
        records(viewer=nora, selection=Selection(PAYMENTS), page=number)
        for number in (1, 2, 99)
    ]

    assert [len(page.records) for page in pages] == [RECORDS_A_PAGE, 3, 3]
    assert [page.page for page in pages] == [1, 2, 2]


def test_nobody_sees_anothers_records_nor_that_a_role_is_anothers(nora, omar, paid):
    assert records(viewer=omar, selection=Selection(PAYMENTS)).n_records == 0
    with pytest.raises(NotThere):
        records(viewer=omar, selection=Selection(PAYMENTS, role="atlas"))


def test_a_list_takes_as_many_queries_however_long_it_is(
    nora, paid, django_assert_max_num_queries
):
    atlas, _ = paid
    for _n in range(30):
        add_payment(viewer=nora, role=atlas, on=TODAY, amount=eur("1"))

    with django_assert_max_num_queries(6):
        records(viewer=nora, selection=Selection(PAYMENTS, role="atlas", payer="De L"))
