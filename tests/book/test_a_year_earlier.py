"""A list beside the same list a year earlier, of equally long stretches."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plait.answers.records.records import records_answer
from plait.book.models import Account, Payment
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.book.queries import period_basis, records
from plait.book.queries.record_lists.earlier import a_year_earlier
from plait.domain.money import Money
from plait.domain.selection import RecordKind, RecordOrder, Selection, selection_from
from plait.wording.words import words_for
from tests.book.conftest import TODAY


@pytest.fixture
def pay(nora, role_of):
    role = role_of(nora, "Trainer")

    def pay(on, amount, currency="EUR", payer="Atlas"):
        money = Money(Decimal(amount), currency)
        day = date.fromisoformat(on)
        return add_payment(viewer=nora, role=role, on=day, amount=money, payer=payer)

    return pay


@pytest.fixture
def earlier(nora):
    def earlier(period, on=TODAY, **narrowing):
        selection = selection_from({"period": period, **narrowing})
        selection = selection.dated(period_basis(viewer=nora, on=on))
        return a_year_earlier(viewer=nora, selection=selection, on=on)

    return earlier


@pytest.fixture
def sentence(nora, earlier):
    def sentence(period, on=TODAY, language="en", **narrowing):
        found = earlier(period, on, **narrowing)
        page = records(viewer=nora, selection=Selection(RecordKind.PAYMENTS))
        answer = records_answer(page, words_for(language), found).earlier
        return answer.sentence if answer else ""

    return sentence


def test_a_list_says_what_it_came_to_a_year_earlier(pay, sentence):
    for on, amount, currency in (
        ("2025-09-30", "1", "EUR"),
        ("2025-10-01", "500", "EUR"),
        ("2025-10-20", "300", "EUR"),
        ("2025-10-31", "-60", "EUR"),
        ("2025-10-31", "70", "GBP"),
        ("2025-11-01", "2", "EUR"),
        ("2026-10-05", "900", "EUR"),
    ):
        pay(on, amount, currency)

    assert sentence("2026-10") == (
        # 500 + 300; two currencies are two sums.
        "The same list a year earlier: €800 and £70 came in, €60 went out (4 payments)."
    )
    assert sentence("2026-10", way="out") == (
        "The same list a year earlier: €60 went out (1 payment)."
    )
    assert sentence("2026-10", payer="nobody") == (
        "The same list a year earlier: no payments."
    )
    assert sentence("2026-10", language="nl") == (
        "Dezelfde lijst een jaar eerder: er kwam €\u202f800 en £\u202f70 binnen en er ging"
        " €\u202f60 uit (4 betalingen)."
    )


def test_what_still_runs_is_compared_up_to_today(pay, sentence):
    pay("2025-11-01", "100")
    pay("2025-11-20", "200")
    pay("2025-11-21", "400")
    pay("2026-11-20", "10")
    before = (
        "The same list a year earlier, up to 20 November 2025:"
        " €300 came in (2 payments)."
    )

    assert sentence("2026-11") == before

    pay("2026-11-25", "5")  # known already, though it is still to come

    assert sentence("2026-11") == (
        f"This list up to 20 November 2026: €10 came in (1 payment). {before}"
    )


def test_an_account_is_compared_up_to_its_last_day_known(nora, pay, earlier):
    account = Account.objects.create(owner=nora, identifier="NL01")
    for on in ("2025-10-16", "2025-10-17", "2025-09-01", "2026-10-16"):
        pay(on, "100")
    Payment.objects.filter(owner=nora).update(account=account, source="camt")
    pay("2026-10-20", "5")  # by hand, which says nothing of the account

    found = earlier("2026-10")

    assert earlier("2026-10", account="NL01").sums == found.sums
    assert not found.is_all_now
    assert found.until == date(2026, 10, 16)
    assert found.selection.end == date(2025, 10, 17)
    assert found.sums.n == 1


@pytest.mark.parametrize(
    ("period", "on", "n"),
    [
        # All of February, in whichever year the 29th is.
        ("2025-02", "2025-06-01", 2),
        ("2024-02", "2024-06-01", 1),
        # Up to the 28th there were 28 days a year later, and before.
        ("2024-02-01/2024-02-28", "2024-06-01", 1),
        ("2024-02-01/2024-02-29", "2024-06-01", 1),
    ],
)
def test_29_february_belongs_to_february(pay, earlier, period, on, n):
    for day in ("2022-01-01", "2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29"):
        pay(day, "10")

    assert earlier(period, date.fromisoformat(on)).sums.n == n


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2025-10", "payments"),  # the first payment is of 2 October 2024
        ("role", "payments"),
        ("", "payments"),
        ("2026-12", "payments"),  # nothing of it is known yet
        ("2024-02-29/2024-02-29", "payments"),
        ("2026-10", "events"),
        ("2026-10", "time"),
    ],
)
def test_without_a_year_before_there_is_no_sentence(pay, earlier, period, kind):
    pay("2024-10-02", "10")
    pay("2025-10-02", "10")

    assert earlier(period, kind=kind) is None
    assert earlier("2026-10") is not None


def test_hours_have_it_too_and_the_order_goes_along(nora, role_of, earlier, sentence):
    role = role_of(nora, "Trainer")
    for on in ("2025-09-30", "2025-10-02", "2025-10-03", "2026-10-02", "2026-11-19"):
        day = date.fromisoformat(on)
        add_time(viewer=nora, role=role, on=day, seconds=5400)

    found = earlier("2026-10", kind="time", sort="oldest")

    assert sentence("2026-10", kind="time") == (
        "The same list a year earlier: 3 hours (2 time entries)."
    )
    assert found.selection.order is RecordOrder.OLDEST
    page = records(viewer=nora, selection=replace(found.selection))
    assert (page.hours, page.n_records) == (found.sums.hours, found.sums.n_records)
