"""ASN Bank, SNS and RegioBank, with and without a heading."""

from datetime import date

import pytest

from plait.domain.records import BankLine

IN = (
    "14-09-2026,NL86ASNB0123456789,NL39RABO0300065264,praktijk lindenhof,,,,EUR,100.00,"
    "EUR,2420.00,14-09-2026,14-09-2026,8810,OVB,90043053,'factuur 7','september, deel 1',9"
)
OUT = (
    "15-09-2026,NL86ASNB0123456789,,,,,,EUR,2520.00,EUR,-4.50,15-09-2026,15-09-2026,"
    "8820,BEA,90043054,,'kiosk >utrecht 14.09.2026 12u30',9"
)
HEADING = (
    "Boekingsdatum,Opdrachtgeversrekening,Tegenrekeningnummer,Naam tegenrekening,Adres,"
    "Postcode,Plaats,Valutasoort rekening,Saldo rekening voor mutatie,"
    "Valutasoort mutatie,Transactiebedrag,Journaaldatum,Valutadatum,"
    "Interne transactiecode,Globale transactiecode,Volgnummer transactie,"
    "Betalingskenmerk,Omschrijving,Afschriftnummer"
)


def test_rows_without_a_heading_are_known_by_their_shape(statement):
    read = statement(f"{IN}\n{OUT}\n")

    assert (read.format, read.problems) == ("asn", [])
    assert read.lines[0] == BankLine(
        line=1,
        booked_on=date(2026, 9, 14),
        amount_minor=242000,
        currency="EUR",
        payer="praktijk lindenhof",
        counter_account="NL39RABO0300065264",
        reference="factuur 7 september, deel 1",
        account="NL86ASNB0123456789",
        bank_id="14-09-2026:90043053",
    )
    assert (read.lines[1].amount_minor, read.lines[1].payer) == (-450, "kiosk")


def test_the_balance_before_each_row_tells_both_ends(statement):
    [period] = statement(f"{IN}\n{OUT}\n").periods

    assert (period.opening_minor, period.closing_minor) == (10000, 251550)


def test_a_name_may_begin_with_an_apostrophe(statement):
    named = IN.replace("praktijk lindenhof", "'t hof bv")

    read = statement(f"{named}\n{OUT}\n")

    assert read.lines[0].payer == "'t hof bv"


def test_double_quotation_marks_do_as_well(statement):
    read = statement("\n".join(row.replace("'", '"') for row in (IN, OUT)))

    assert read.lines[0].reference == "factuur 7 september, deel 1"


def test_each_line_may_end_with_a_comma(statement):
    read = statement(f"{IN},\n{OUT},\n")

    assert (read.format, len(read.lines)) == ("asn", 2)


def test_a_heading_may_stand_above(statement):
    read = statement(f"{HEADING}\n{OUT.replace(chr(39), '')}\n")

    assert (read.format, read.lines[0].amount_minor) == ("asn", -450)
    assert read.lines[0].bank_id == "15-09-2026:90043054"
    assert read.periods[0].opening_minor == 252000


def test_without_the_running_number_no_line_has_one(statement):
    named = HEADING.replace("Volgnummer transactie", "Iets anders")

    read = statement(f"{named}\n{OUT.replace(chr(39), '')}\n")

    assert read.lines[0].bank_id == ""


def test_a_notice_of_the_bank_is_no_payment(statement):
    read = statement(f"{IN}\n{OUT.replace('-4.50', '0.00')}\n")

    assert len(read.lines) == 1


def test_a_row_of_another_shape_is_a_problem_of_its_own(statement):
    many = "\n".join([IN] * 40)
    read = statement(f"{many}\n14-09-2026,NL86ASNB0123456789\n{OUT}\n")

    assert [problem.where for problem in read.problems] == ["line 41"]
    assert len(read.lines) == 41


@pytest.mark.parametrize(
    "text",
    [
        IN.replace("14-09-2026", "2026-09-14"),
        IN.replace("NL86ASNB0123456789", "12345678"),
        IN + ",1",
        "1,2\n" + IN,
    ],
)
def test_other_shapes_are_left_to_others(a_file, options, text):
    from plait.formats.banks.nl import asn

    assert not asn.recognise(a_file(text))
