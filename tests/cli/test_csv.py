"""Commands with a table print it as CSV, the same that their page downloads."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.domain.money import Money
from tests.book.conftest import TODAY
from tests.cli.test_commands import SINGLE
from tests.tell_tales import english_in

# Its own columns are tried with the lists of records.
WITH_CSV = [
    name
    for name, command in SINGLE.items()
    if name != "records" and any("--csv" in one.opts for one in command.params)
]


@pytest.fixture
def book(nora, role_of):
    role = role_of(nora, "Atlas")
    for month in (9, 10):
        on, amount = date(2026, month, 28), Money(Decimal("1200.50"), "EUR")
        add_payment(viewer=nora, role=role, on=on, amount=amount, payer="=De Linde")
    add_time(viewer=nora, role=role, on=TODAY, seconds=5400, description="Plan")
    change_person(viewer=nora, language="nl", country="NL")


def read(answer):
    assert answer.exit_code == 0, answer.output
    return list(csv.reader(io.StringIO(answer.stdout.removeprefix("\ufeff"))))


def test_every_table_has_headings_in_the_reader_s_language(plait, book):
    assert {"income", "hours", "role list", "payer list", "history"} <= {*WITH_CSV}
    for name in WITH_CSV:
        headings, *rows = read(plait(*name.split(), "--csv"))

        assert english_in(" · ".join(headings)) == [], name
        assert {len(row) for row in rows} <= {len(headings)}, name


def test_income_by_payer_is_no_formula_and_by_month_a_row_each(plait, book):
    period = ("--period", "2026")
    payers = read(plait("income", "--by", "payer", *period, "--csv"))
    months = read(plait("income", "--by", "month", *period, "--csv"))

    assert payers[1] == ["'=De Linde", "2401", "atlas", "EUR"]
    assert ["2026-09", "1200.5", "1200.5", "0", "EUR"] in months


def test_what_is_wrong_is_a_sentence_and_no_table(plait, book):
    answer = plait("income", "nothing", "--csv")

    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert "nothing" in answer.stderr
