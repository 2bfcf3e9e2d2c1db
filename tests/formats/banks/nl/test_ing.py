from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.nl import ing
from plait.formats.source import Unreadable

DUTCH = [
    "Datum",
    "Naam / Omschrijving",
    "Rekening",
    "Tegenrekening",
    "Code",
    "Af Bij",
    "Bedrag (EUR)",
    "Mutatiesoort",
    "Mededelingen",
]
ENGLISH = [
    "Date",
    "Name / Description",
    "Account",
    "Counterparty",
    "Code",
    "Debit/credit",
    "Amount (EUR)",
    "Transaction type",
    "Notifications",
]
ROW = [
    "20240131",
    "Praktijk Lindenhof",
    "NL69INGB0123456789",
    "NL39RABO0300065264",
    "OV",
    "Bij",
    "1234,56",
    "Overschrijving",
    "Naam: Praktijk Lindenhof Omschrijving: factuur 7",
]
LATER = (["Saldo na mutatie", "Tag"], ["2000,00", ""])


def table(*rows, delimiter=";"):
    return "".join(delimiter.join(f'"{c}"' for c in row) + "\n" for row in rows)


def read(source, options):
    found = ing.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize(
    "rows",
    [
        (DUTCH, ROW),
        (DUTCH + LATER[0], ROW + LATER[1]),
        (ENGLISH, [*ROW[:5], "Credit", *ROW[6:]]),
    ],
)
def test_a_row_is_read_in_dutch_and_english(a_file, options, rows, delimiter):
    source = a_file(table(*rows, delimiter=delimiter))

    assert ing.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 1, 31),
            amount_minor=123456,
            currency="EUR",
            payer="Praktijk Lindenhof",
            counter_account="NL39RABO0300065264",
            reference="Naam: Praktijk Lindenhof Omschrijving: factuur 7",
            account="NL69INGB0123456789",
        )
    ]


@pytest.mark.parametrize("word", ["Af", "Debit", " af "])
def test_what_went_out_is_negative(a_file, options, word):
    [line] = read(a_file(table(DUTCH, [*ROW[:5], word, *ROW[6:]])), options)

    assert line.amount_minor == -123456


def test_a_direction_that_says_neither_is_a_problem(a_file, options):
    found = read(a_file(table(DUTCH, [*ROW[:5], "?", *ROW[6:]], ROW)), options)

    assert isinstance(found[0], Problem)
    assert found[0].what == "It cannot be told whether this money came in or went out"
    assert isinstance(found[1], BankLine)


def test_a_savings_account_is_read(a_file, options):
    text = (
        "Datum;Omschrijving;Rekening;Rekening naam;Tegenrekening;Af Bij;Bedrag;Valuta;"
        "Mutatiesoort;Mededelingen;Saldo na mutatie\n"
        "2024-01-31;Rente;N 123-45678;Oranje;;Bij;12,34;EUR;Rente;Rente 2023;100,00\n"
    )
    source = a_file(text)

    assert ing.recognise(source)
    [line] = read(source, options)
    assert (line.amount_minor, line.account) == (1234, "N 123-45678")


def test_a_list_of_balances_is_refused_by_its_name(a_file, options):
    source = a_file(
        '"Datum";"Rekening";"Rekening naam";"Valuta";"Boeksaldo"\n'
        '"2026-09-15";"A12345678";"Oranje Spaarrekening";"EUR";"1.234,56"\n'
    )

    assert ing.recognise(source)
    with pytest.raises(Unreadable, match="lists balances and no payments"):
        ing.read(source, options)
