from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.nl import rabobank

NAMES = [
    "IBAN/BBAN",
    "Munt",
    "BIC",
    "Volgnr",
    "Datum",
    "Rentedatum",
    "Bedrag",
    "Saldo na trn",
    "Tegenrekening IBAN/BBAN",
    "Naam tegenpartij",
    "Naam uiteindelijke partij",
    "Naam initiërende partij",
    "BIC tegenpartij",
    "Code",
    "Batch ID",
    "Transactiereferentie",
    "Machtigingskenmerk",
    "Incassant ID",
    "Betalingskenmerk",
    "Omschrijving-1",
    "Omschrijving-2",
    "Omschrijving-3",
    "Reden retour",
    "Oorspr bedrag",
    "Oorspr munt",
    "Koers",
]
USUAL = {
    "IBAN/BBAN": "NL39RABO0300065264",
    "Munt": "EUR",
    "Volgnr": "000000000000000412",
    "Datum": "2024-01-31",
    "Bedrag": "+1234,56",
    "Tegenrekening IBAN/BBAN": "NL69INGB0123456789",
    "Naam tegenpartij": "Praktijk Café Lindenhof",
    "Omschrijving-1": "Factuur 2024-07 training",
    "Omschrijving-2": "januari",
}


def table(*changes):
    """Write the heading and a row per dictionary of what is unlike the usual."""
    rows = [NAMES, *([{**USUAL, **c}.get(n, "") for n in NAMES] for c in changes)]
    return "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def read(source, options):
    found = rabobank.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_a_row_is_read_in_either_encoding(a_file, options, encoding):
    source = a_file(table({}), encoding=encoding)

    assert rabobank.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 1, 31),
            amount_minor=123456,
            currency="EUR",
            payer="Praktijk Café Lindenhof",
            counter_account="NL69INGB0123456789",
            reference="Factuur 2024-07 training januari",
            account="NL39RABO0300065264",
            bank_id="000000000000000412",
        )
    ]


def test_a_payment_mark_stands_in_where_there_is_no_description(a_file, options):
    change = {"Omschrijving-1": "", "Omschrijving-2": "", "Betalingskenmerk": "7000123"}

    [line] = read(a_file(table(change)), options)

    assert line.reference == "7000123"


def test_text_that_begins_like_a_formula_is_kept_as_it_is(a_file, options):
    change = {"Naam tegenpartij": "=SUM(A1:A9)", "Omschrijving-1": "@cmd -1"}

    [line] = read(a_file(table(change)), options)

    assert (line.payer, line.reference) == ("=SUM(A1:A9)", "@cmd -1 januari")


def test_a_day_without_thousands_marks_and_one_with_them_agree(a_file, options):
    found = read(
        a_file(table({"Bedrag": "-1234,56"}, {"Bedrag": "-1.234,56"})), options
    )

    assert [line.amount_minor for line in found] == [-123456, -123456]


@pytest.mark.parametrize("amount", ["1,234.56", "1e9", "NaN", "", "12.34"])
def test_an_amount_that_is_none_in_this_file_is_a_problem(a_file, options, amount):
    found = read(a_file(table({"Bedrag": amount}, {})), options)

    assert isinstance(found[0], Problem)
    assert (found[0].where, found[0].what) == ("line 2", "This is not a number")
    assert isinstance(found[1], BankLine)


def test_a_file_cut_off_in_its_last_line_keeps_the_lines_before(a_file, options):
    text = table({}, {})

    found = read(a_file(text[:-120]), options)

    assert [type(f) for f in found] == [BankLine, Problem]


def test_a_heading_alone_gives_nothing(a_file, options):
    assert read(a_file(table()), options) == []
