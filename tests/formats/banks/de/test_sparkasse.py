from datetime import date

import pytest

from plait.domain.records import BankLine
from plait.formats.banks.de import sparkasse

CAMT = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";'
    '"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";'
    '"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";'
    '"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";'
    '"Betrag";"Waehrung";"Info"\n'
)


def row(on="28.02.24", amount="-1234,56", info="Umsatz gebucht"):
    return (
        f'"DE89370400440532013000";"{on}";"{on}";"FOLGELASTSCHRIFT";"Miete März €";'
        '"";"";"";"";"";"";"Müller Hausverwaltung";"DE02120300000000202051";"BYLADEM1";'
        f'"{amount}";"EUR";"{info}"\n'
    )


def read(source, options):
    return list(sparkasse.read(source, options))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_booked_row_is_read_with_its_umlauts(a_file, options, encoding):
    source = a_file(CAMT + row(), encoding=encoding)

    assert sparkasse.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 2, 28),
            amount_minor=-123456,
            currency="EUR",
            payer="Müller Hausverwaltung",
            counter_account="DE02120300000000202051",
            reference="Miete März €",
            account="DE89370400440532013000",
        )
    ]


def test_a_year_of_four_digits_is_read_too(a_file, options):
    [line] = read(a_file(CAMT + row(on="28.02.2024")), options)

    assert line.booked_on == date(2024, 2, 28)


def test_what_is_only_announced_is_left_out(a_file, options):
    source = a_file(CAMT + row(info="Umsatz vorgemerkt") + row())

    assert [line.line for line in read(source, options)] == [3]


def test_the_older_table_with_account_numbers_is_read(a_file, options):
    text = (
        "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;"
        "Beguenstigter/Zahlungspflichtiger;Kontonummer;BLZ;Betrag;Waehrung;Info\n"
        "12345678;28.02.24;28.02.24;GUTSCHRIFT;Honorar;Weidenhof;987654;12030000;"
        "50,00;EUR;Umsatz gebucht\n"
    )

    [line] = read(a_file(text), options)

    assert (line.account, line.counter_account) == ("12345678", "987654")
