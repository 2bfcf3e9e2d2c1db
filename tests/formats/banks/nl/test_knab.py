from datetime import date

from plait.domain.records import BankLine

HEADING = (
    "Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;"
    "Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;"
)
ROW = (
    '"NL40KNAB0255000000";"14-09-2026";"EUR";"C";"2420,00";"NL39RABO0300065264";'
    '"Praktijk Lindenhof";"14-09-2026";"Overboeking";"factuur 7";"";'
)


def test_a_row_below_the_name_of_the_export_is_read(statement):
    read = statement(f"KNAB EXPORT;;;;;;;;;;;\n{HEADING}\n{ROW}\n")

    assert read.format == "knab"
    assert read.lines == [
        BankLine(
            line=3,
            booked_on=date(2026, 9, 14),
            amount_minor=242000,
            currency="EUR",
            payer="Praktijk Lindenhof",
            counter_account="NL39RABO0300065264",
            reference="factuur 7",
            account="NL40KNAB0255000000",
        )
    ]


def test_a_day_may_be_eight_digits(statement):
    read = statement(f"{HEADING}\n{ROW.replace('14-09-2026', '20260914')}\n")

    assert read.lines[0].booked_on == date(2026, 9, 14)


def test_a_debit_went_out(statement):
    row = ROW.replace('"C"', '"D"')

    read = statement(f"{HEADING}\n{row}\n")

    assert read.lines[0].amount_minor == -242000


def test_a_row_without_its_direction_is_a_problem_of_its_own(statement):
    row = ROW.replace('"C"', '""')

    read = statement(f"{HEADING}\n{row}\n{ROW}\n")

    [problem] = read.problems
    assert problem.what == "It cannot be told whether this money came in or went out"
    assert len(read.lines) == 1
