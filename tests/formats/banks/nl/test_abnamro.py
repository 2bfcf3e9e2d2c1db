from datetime import date

import pytest

from plait.domain.errors import Problem
from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks.nl import abnamro

START = "123456789\tEUR\t20240131\t100,00\t1334,56\t20240131\t1234,56\t"
SLASHED = (
    "/TRTP/SEPA OVERBOEKING/IBAN/NL39RABO0300065264/BIC/RABONL2U"
    "/NAME/Praktijk Lindenhof/REMI/factuur 7 / januari/EREF/NOTPROVIDED"
)
COLUMNS = "".join(
    part.ljust(33)
    for part in (
        "SEPA Overboeking",
        "IBAN: NL39RABO0300065264",
        "BIC: RABONL2U",
        "Naam: Praktijk Lindenhof",
        "Omschrijving: factuur 7 / januari",
    )
).rstrip()


def read(source, options):
    found = abnamro.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


@pytest.mark.parametrize("text", [SLASHED, COLUMNS + "  Kenmerk: X1"])
def test_the_text_is_parted_into_payer_account_and_reference(a_file, options, text):
    source = a_file(f"{START}{text}\n")

    assert abnamro.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=1,
            booked_on=date(2024, 1, 31),
            amount_minor=123456,
            currency="EUR",
            payer="Praktijk Lindenhof",
            counter_account="NL39RABO0300065264",
            reference="factuur 7 / januari",
            account="123456789",
        )
    ]


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("BEA, Betaalpas                   Bakkerij Zon,PAS123  NR:X1", "Bakkerij Zon"),
        ("BEA   NR:X1   31.01.24/12.33 Bakkerij Zon,PAS123", "Bakkerij Zon"),
        (
            "ABN AMRO Bank N.V.               Basispakket         1,55",
            "ABN AMRO Bank N.V.",
        ),
    ],
)
def test_a_card_payment_or_a_charge_names_the_other_side(a_file, options, text, payer):
    [line] = read(a_file(f"{START}{text}\n"), options)

    assert line.payer == payer
    assert line.reference == " ".join(text.split())


def test_money_that_went_out_is_negative(a_file, options):
    [line] = read(a_file(START.replace("\t1234,56\t", "\t-1234,56\t") + "x\n"), options)

    assert line.amount_minor == -123456


def test_quotation_marks_in_a_text_are_text(a_file, options):
    found = read(a_file(f'{START}"open\n{START}x\n'), options)

    assert [line.payer for line in found] == ['"open', "x"]


def test_a_last_line_cut_off_is_a_problem(a_file, options):
    found = read(a_file(f"{START}x\n{START[:40]}"), options)

    assert isinstance(found[0], BankLine)
    assert isinstance(found[1], Problem)
    assert found[1].where == "line 2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\tb\n",
        f"{START}x\nsomething else\n{START}x\n",
        START.replace("20240131", "2024-01-31") + "x\n",
    ],
)
def test_a_file_of_another_shape_is_not_claimed(a_file, text):
    assert not abnamro.recognise(a_file(text))
