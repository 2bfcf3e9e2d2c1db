"""plait records: the list that a figure rests on."""

from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.domain.money import Money
from tests.book.conftest import TODAY
from tests.tell_tales import english_in


@pytest.fixture
def book(nora, role_of):
    role = role_of(nora, "Atlas")
    amount = Money(Decimal("1200.50"), "EUR")
    for month in (9, 10):
        on = date(2026, month, 28)
        add_payment(viewer=nora, role=role, on=on, amount=amount, payer="De Linde")
    add_time(viewer=nora, role=role, on=TODAY, seconds=5400, description="Plan")
    return role


def test_it_lists_payments_and_what_they_come_to(plait, book):
    page = plait("records", "--payer", "de linde").stdout

    assert "2 payments" in page
    assert "2026-10-28  De Linde  atlas  €1,200.50" in page
    assert "€2,401.00 received" in page


def test_it_lists_hours_of_a_role_in_a_period(plait, book):
    words = ("--kind", "time", "--role", "atlas", "--from", "2026-11-01")
    page = plait("records", *words).stdout

    assert "1 time entry" in page
    assert "Plan" in page
    assert "1.5 h" in page


def test_scripts_get_the_same_list(as_json, book):
    answer = as_json("records", "--from", "2026-10-01")

    assert answer["selection"]["start"] == "2026-10-01"
    assert answer["n_records"] == 1
    assert answer["records"][0]["amount"] == "1200.50"


def test_a_spreadsheet_gets_all_of_it(plait, book):
    lines = plait("records", "--csv", "--sort", "oldest").stdout.splitlines()

    assert len(lines) == 3
    assert ",2026-09-28,De Linde,,1200.50,EUR,Atlas,atlas,with a role,," in lines[1]


def test_what_there_is_none_of_is_said(plait, book):
    assert "No events" in plait("records", "--kind", "events").stdout


def test_a_role_that_is_not_there_is_refused(plait, book):
    answer = plait("records", "--role", "nobody")

    assert answer.exit_code == 2
    assert "There is no role of that name: nobody" in answer.stderr


@pytest.mark.parametrize("kind", ["payments", "time", "events", "check-ins"])
def test_it_speaks_dutch(plait, nora, book, kind):
    change_person(viewer=nora, language="nl")

    page = plait("records", "--kind", kind, "--to", "2026-12-01").stdout

    assert english_in(page) == []
    assert "t/m 30 november 2026" in page
