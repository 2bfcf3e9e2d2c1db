"""German banks: decimals behind a comma, lines about the account above the table."""

from datetime import date

import pytest

DKB = (
    '"Girokonto";"DE02 1203 0000 0000 2020 51"\n""\n'
    '"Kontostand vom 16.09.2026:";"1.245,50 €"\n""\n'
    '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";'
    '"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";'
    '"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"\n'
    '"16.09.26";"";"Vorgemerkt";"Nora V";"Noch nicht";"";"Ausgang";"";"-1 €";"";"";""\n'
    '"15.09.26";"15.09.26";"Gebucht";"Nora V";"Kiosk Café";"Kaffee";"Ausgang";'
    '"DE75512108001245126199";"-4,50 €";"";"";""\n'
    '"14.09.26";"14.09.26";"Gebucht";"Hafen e.V.";"Nora V";"Rechnung 7";"Eingang";'
    '"DE02120300000000202051";"1.250,00 €";"";"";""\n'
)
EARLIER_DKB = (
    '"Kontonummer:";"DE02120300000000202051 / Girokonto";\n\n'
    '"Von:";"01.09.2018";\n"Bis:";"30.09.2018";\n'
    '"Kontostand vom 20.09.2018:";"1,00 EUR";\n\n'
    '"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";'
    '"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";'
    '"Mandatsreferenz";"Kundenreferenz";\n'
    '"15.09.2018";"15.09.2018";"Lastschrift";"Kiosk Café";"Kaffee";"DE9999";"BLZ";'
    '"-4,50";"";"";"";\n'
    '"14.09.2018";"14.09.2018";"Überweisung";"Hafen e.V.";"Rechnung 7";"DE1230";"BLZ";'
    '"1.250,00";"";"";"";\n'
)
ING = (
    "Umsatzanzeige;Datei erstellt am: 16.09.2026 10:14\n\n"
    "IBAN;DE02 5001 0517 0137 0750 30\nKontoname;Girokonto\nBank;ING\nKunde;Nora V\n"
    "Zeitraum;01.09.2026 - 16.09.2026\nSaldo;1.245,50;EUR\n\n"
    "Sortierung;Datum absteigend\n\n"
    "Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;"
    "Saldo;Währung;Betrag;Währung\n"
    "15.09.2026;15.09.2026;Kiosk Café;Lastschrift;Kaffee;1.245,50;EUR;-4,50;EUR\n"
    "14.09.2026;14.09.2026;Hafen e.V.;Gutschrift;Rechnung 7;1.250,00;EUR;1.250,00;EUR\n"
)
COMMERZBANK = (
    "Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;"
    "Kategorie\n"
    "15.09.2026;15.09.2026;Lastschrift;Kiosk Café End-to-End-Ref.: K-1 Mandatsref: M;"
    "-4,50;EUR;DE02120300000000202051;\n"
    "14.09.2026;14.09.2026;Gutschrift;Hafen e.V.  Rechnung 7;1.250,00;EUR;"
    "DE02120300000000202051;\n"
)
VOLKSBANK = (
    "Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;"
    "Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;"
    "IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;"
    "Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung\n"
    "Giro;DE02120300000000202051;X;Bank;15.09.2026;15.09.2026;Kiosk Café;;;Lastschrift;"
    "Kaffee;-4,50;EUR;1245,50;\n"
    "Giro;DE02120300000000202051;X;Bank;14.09.2026;14.09.2026;Hafen e.V.;"
    "DE75512108001245126199;X;Gutschrift;Rechnung 7;1250,00;EUR;1250,00;\n"
)
TABLES = {
    "dkb": (DKB, "DE02120300000000202051"),
    "earlier dkb": (EARLIER_DKB, "DE02120300000000202051"),
    "ing_diba": (ING, "DE02500105170137075030"),
    "commerzbank": (COMMERZBANK, "DE02120300000000202051"),
    "volksbank": (VOLKSBANK, "DE02120300000000202051"),
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_what_is_booked_is_read_with_both_sides_apart(statement, name, encoding):
    content, account = TABLES[name]

    read = statement(content, encoding)

    assert (read.format, read.problems) == (name.removeprefix("earlier "), [])
    assert [(one.payer, one.amount_minor) for one in read.lines] == [
        ("Kiosk Café", -450),
        ("Hafen e.V.", 125000),
    ]
    assert {(one.account, one.currency) for one in read.lines} == {(account, "EUR")}
    assert account not in {one.counter_account for one in read.lines}


@pytest.mark.parametrize("name", ["ing_diba", "volksbank"])
def test_the_balances_tell_what_the_statement_opens_and_ends_on(statement, name):
    [period] = statement(TABLES[name][0]).periods

    assert (period.opening_minor, period.closing_minor) == (0, 124550)


def test_the_days_that_the_file_says_it_covers_are_known(statement):
    [of_ing] = statement(ING).periods
    [of_dkb] = statement(EARLIER_DKB).periods

    assert (of_ing.starts_on, of_ing.ends_on) == (date(2026, 9, 1), date(2026, 9, 16))
    assert (of_dkb.starts_on, of_dkb.ends_on) == (date(2018, 9, 1), date(2018, 9, 20))
    assert of_dkb.opening_minor is None


def test_a_file_without_payments_covers_its_days_all_the_same(statement):
    read = statement(ING[: ING.index("15.09.2026;15.09.2026;Kiosk")])

    [period] = read.periods
    assert (read.lines, period.account) == ([], "DE02500105170137075030")
    assert (period.starts_on, period.ends_on) == (date(2026, 9, 1), date(2026, 9, 16))


def test_ing_is_read_without_its_balance_as_well(statement):
    columns = ING.replace("Saldo;Währung;Betrag", "Betrag")
    text = columns.replace(";1.245,50;EUR;-4,50;EUR", ";-4,50;EUR")

    read = statement(text.replace(";1.250,00;EUR;1.250,00;EUR", ";1.250,00;EUR"))

    assert [one.amount_minor for one in read.lines] == [-450, 125000]
    assert read.periods[0].closing_minor is None


def test_a_status_that_is_not_known_is_a_problem(statement):
    read = statement(DKB.replace("Vorgemerkt", "In Prüfung"))

    [problem] = read.problems
    assert problem.what == "It cannot be told whether this payment was booked"


@pytest.mark.parametrize(
    "text",
    [
        (
            '"Karte";"Visa Kreditkarte";"4930 •••• •••• 1234"\n'
            '"Belegdatum";"Wertstellung";"Status";"Beschreibung";"Umsatztyp";"Betrag (€)"\n'
            '"14.09.26";"15.09.26";"Gebucht";"HOTEL ROMA";"Im Geschäft";"-42,00"\n'
        ),
        (
            '"Kreditkarte:";"4930********1234";\n\n'
            '"Umsatz abgerechnet und nicht im Saldo enthalten";"Wertstellung";'
            '"Belegdatum";"Beschreibung";"Betrag (EUR)";"Ursprünglicher Betrag";\n'
            '"Nein";"15.09.2026";"14.09.2026";"HOTEL ROMA";"-42,00";"-45,00 USD";\n'
        ),
    ],
)
def test_the_card_of_dkb_is_an_account_of_its_own(statement, text):
    read = statement(text)

    assert (read.format, read.problems) == ("dkb", [])
    [line] = read.lines
    assert (line.amount_minor, line.account) == (-4200, "4930********1234")
    assert (line.payer, line.booked_on) == ("HOTEL ROMA", date(2026, 9, 15))
