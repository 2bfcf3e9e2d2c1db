"""Commands with a table print it as CSV, the same that their page downloads."""

import csv
import io
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import get_args, get_origin, get_type_hints

import pytest

from plait.accounts.operations import change_person
from plait.answers.records.record import RecordAnswer
from plait.answers.records.records import RecordsAnswer
from plait.answers.registry import ANSWERS
from plait.answers.roles.role import RoleAnswer
from plait.answers.tables.every import TABLED
from plait.book.operations.by_hand import add_payment
from plait.book.operations.records import add_time
from plait.domain.money import Money
from tests.book.conftest import TODAY
from tests.cli.test_commands import ALL
from tests.tell_tales import english_in

# Its own columns are tried with the lists of records; the second asks what to try.
NOT_HERE = {"records", "takeon", "role show", "share preview", "share open"}
WITH_CSV = [
    name
    for name, command in ALL.items()
    if name not in NOT_HERE and any("--csv" in one.opts for one in command.params)
]
# Answers that are no table, though they hold several of a thing.
NO_TABLE = {
    RecordAnswer: "one record",
    RecordsAnswer: "the list writes its own file, of all pages",
    RoleAnswer: "its tables are files one by one: see ROLE_TABLES",
}


# What a command cannot do without in this book.
NEEDED = {"stress": ("--floor", "1000"), "plan": ("--capacity", "40")}


def holds_rows(answer: type) -> bool:
    """Return whether an answer has several of something that has fields."""
    return any(
        is_dataclass(part)
        for kind in get_type_hints(answer).values()
        if get_origin(kind) is tuple
        for part in get_args(kind)
    )


def test_every_answer_that_holds_rows_is_a_table():
    several = {answer for answer in ANSWERS.values() if holds_rows(answer)}

    assert several - TABLED == NO_TABLE.keys()


def test_every_command_that_prints_a_table_takes_csv():
    commands = {
        name.partition(" --")[0] for name, kind in ANSWERS.items() if kind in TABLED
    }
    without = [
        name
        for name in commands
        if name in ALL and not any("--csv" in one.opts for one in ALL[name].params)
    ]

    assert without == []


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
        answer = plait(*name.split(), "--csv", *NEEDED.get(name, ()))
        headings, *rows = read(answer)

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
