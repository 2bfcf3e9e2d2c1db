"""ABN AMRO's workbook, and what is saved from it."""

from datetime import date

import pytest

from plait.formats.banks.nl import abnamro_xls
from plait.formats.source import Unreadable
from tests.formats.banks.nl.old_workbook import workbook

DUTCH = [
    "Rekeningnummer",
    "Muntsoort",
    "Transactiedatum",
    "Rentedatum",
    "Beginsaldo",
    "Eindsaldo",
    "Transactiebedrag",
    "Omschrijving",
]
ENGLISH = [
    "accountNumber",
    "mutationcode",
    "transactiondate",
    "valuedate",
    "startsaldo",
    "endsaldo",
    "amount",
    "description",
]
IN = (
    "/TRTP/SEPA OVERBOEKING/IBAN/NL39RABO0300065264/NAME/Praktijk Lindenhof"
    "/REMI/factuur 7/EREF/NOTPROVIDED"
)
OUT = "BEA, Betaalpas                   Kiosk,PAS123"


@pytest.mark.parametrize("heading", [DUTCH, ENGLISH])
def test_the_rows_of_the_workbook_are_read_to_the_cent(statement, heading):
    first = ["417164300", "EUR", 20260914.0, 20260914.0, 100.0, 1350.0000000001]
    second = ["417164300", "EUR", "20260915", "20260915", 1350.0, 1345.5]

    read = statement(
        workbook([heading, [*first, 1250.0000000001, IN], [*second, -4.5, OUT]])
    )

    assert (read.format, read.problems) == ("abnamro_xls", [])
    into, out = read.lines
    assert (into.amount_minor, into.payer) == (125000, "Praktijk Lindenhof")
    assert (into.account, into.counter_account) == ("417164300", "NL39RABO0300065264")
    assert (into.reference, into.booked_on) == ("factuur 7", date(2026, 9, 14))
    assert (out.amount_minor, out.payer) == (-450, "Kiosk")
    [period] = read.periods
    assert (period.opening_minor, period.closing_minor) == (10000, 134550)


def test_what_was_saved_from_it_as_csv_is_read(statement):
    read = statement(
        ",".join(DUTCH)
        + f'\n417164300,EUR,20260914,20260914,"0,00","9,50","9,50",{IN}\n'
    )

    assert (read.format, read.lines[0].amount_minor) == ("abnamro_xls", 950)


def test_the_workbook_and_the_text_give_the_same_payment(statement):
    row = ["417164300", "EUR", 20260914.0, 20260914.0, 0.0, 1250.0, 1250.0, IN]
    text = f"417164300\tEUR\t20260914\t0,00\t1250,00\t20260914\t1250,00\t{IN}\n"

    of_both = [
        statement(content).lines[0] for content in (workbook([DUTCH, row]), text)
    ]

    assert of_both[0].identity == of_both[1].identity


@pytest.mark.parametrize(
    "content", [workbook([["Name", "Amount"]]), workbook([DUTCH])[:1500]]
)
def test_other_and_damaged_workbooks_are_left_alone(a_file, content):
    assert not abnamro_xls.recognise(a_file(content))


def test_a_damaged_workbook_is_refused(a_file, options):
    with pytest.raises(Unreadable, match="damaged, locked or too large"):
        list(abnamro_xls.read(a_file(workbook([DUTCH])[:1500]), options))
