from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.uk import starling
from plait.formats.source import Unreadable

HEADING = "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)\n"
NEWER = (
    "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),"
    "Spending Category,Notes\n"
)


def read(source, options):
    found = starling.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


def test_a_payment_that_came_in_is_positive(a_file, options):
    source = a_file(
        HEADING + "05/02/2024,Fernleigh School,INV 12,FASTER PAYMENT,850.00,1000.00\n"
    )

    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 2, 5),
            amount_minor=85000,
            currency="GBP",
            payer="Fernleigh School",
            reference="INV 12",
            account="starling:GBP",
        )
    ]


def test_the_columns_added_later_change_nothing(a_file, options):
    row = "05/02/2024,Fernleigh School,INV 12,CARD,-8.50,1000.00"

    older = read(a_file(HEADING + row + "\n"), options)
    newer = read(a_file(NEWER + row + ",TRAVEL,train\n"), options)

    assert older == newer


def test_the_currency_is_taken_from_the_heading(a_file, options):
    text = HEADING.replace("GBP", "EUR") + "05/02/2024,A,B,CARD,1.00,1.00\n"

    [line] = read(a_file(text), options)

    assert (line.currency, line.account) == ("EUR", "starling:EUR")


def test_a_heading_without_a_currency_refuses_the_file(a_file, options):
    source = a_file(HEADING.replace("GBP", "") + "05/02/2024,A,B,CARD,1.00,1.00\n")

    with pytest.raises(Unreadable, match="currency is missing in the heading"):
        read(source, options)


def test_one_bad_row_leaves_the_good_ones(a_file, options):
    source = a_file(
        HEADING
        + "05/02/2024,A,B,CARD,1.00,1.00\n"
        + "02-05-2024,A,B,CARD,1.00,1.00\n"
        + "06/02/2024,A,B,CARD,NaN,1.00\n"
        + "07/02/2024,A,B,CARD,3.00,1.00\n"
    )

    found = read(source, options)

    assert [line.line for line in found if isinstance(line, BankLine)] == [2, 5]
    assert [p.where for p in found if isinstance(p, Problem)] == ["line 3", "line 4"]
    assert [p.value for p in found if isinstance(p, Problem)] == ["02-05-2024", "NaN"]
