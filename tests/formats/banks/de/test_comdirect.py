"""comdirect: several accounts in one file."""

from datetime import date

GIRO = (
    ';\n"Umsätze Girokonto";"Zeitraum: 01.09.2026 - 30.09.2026";\n'
    '"Neuer Kontostand";"1.245,50 EUR";\n\n'
    '"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";\n'
    '"offen";"--";"Karte";"Auftraggeber: Noch nicht";"-1,00";\n'
    '"15.09.2026";"15.09.2026";"Lastschrift / Belastung";'
    '"Auftraggeber: Kiosk Café Buchungstext: Kaffee Ref. 7Q2C1U7T/3378";"-4,50";\n'
    '"14.09.2026 Neu";"14.09.2026";"Übertrag / Überweisung";"Auftraggeber: Hafen e.V.'
    'Kto/IBAN: DE75512108001245126199 BLZ/BIC: X Buchungstext: Rechnung 7";"1.250,00";\n\n'
    '"Alter Kontostand";"0,00 EUR";\n\n'
)
SAVINGS = (
    '"Umsätze Tagesgeld PLUS-Konto";"Zeitraum: 01.09.2026 - 30.09.2026";\n'
    '"Neuer Kontostand";"5,00 EUR";\n\n"Keine Umsätze vorhanden."\n\n'
)
CARD = (
    '"Umsätze Visa-Karte (Kreditkarte)";"Zeitraum: 30 Tage";\n'
    '"Neuer Kontostand";"-20,00 EUR";\n'
    '"Buchungstag";"Umsatztag";"Vorgang";"Referenz";"Buchungstext";"Umsatz in EUR";\n'
    '"16.09.2026";"15.09.2026";"Visa-Umsatz";"123";"HOTEL ROMA";"-20,00";\n'
    '"Alter Kontostand";"0,00 EUR";\n'
)
DEPOSIT = (
    '"Umsätze Depot";"Zeitraum: 30 Tage";\n'
    '"Buchungstag";"Geschäftstag";"Stück / Nom.";"Bezeichnung";"WKN";"Währung";'
    '"Ausführungskurs";"Umsatz in EUR";\n'
    '"16.09.2026";"15.09.2026";"3";"ETF";"A1";"EUR";"10,00";"-30,00";\n'
)


def test_each_account_is_read_apart_and_a_deposit_passed_over(statement):
    read = statement(GIRO + SAVINGS + CARD + DEPOSIT, "cp1252")

    assert (read.format, read.problems) == ("comdirect", [])
    assert [(one.account, one.payer, one.amount_minor) for one in read.lines] == [
        ("comdirect:Girokonto", "Kiosk Café", -450),
        ("comdirect:Girokonto", "Hafen e.V.", 125000),
        ("comdirect:Visa-Karte (Kreditkarte)", "HOTEL ROMA", -2000),
    ]
    assert [one.reference for one in read.lines] == [
        "Kaffee",
        "Rechnung 7",
        "HOTEL ROMA",
    ]
    assert read.lines[1].counter_account == "DE75512108001245126199"


def test_days_and_balances_of_each_account_are_known(statement):
    giro, savings, card = statement(GIRO + SAVINGS + CARD + DEPOSIT).periods

    assert (giro.opening_minor, giro.closing_minor) == (0, 124550)
    assert (giro.starts_on, giro.ends_on) == (date(2026, 9, 1), date(2026, 9, 30))
    assert (savings.opening_minor, savings.closing_minor) == (None, 500)
    assert (card.starts_on, card.closing_minor) == (None, -2000)


def test_a_row_that_is_broken_costs_itself_only(statement):
    read = statement(GIRO.replace('"-4,50"', '"viel"'))

    assert [problem.what for problem in read.problems] == ["This is not a number"]
    assert len(read.lines) == 1


def test_one_account_alone_without_the_lines_around_is_read(statement):
    at = GIRO.index('"Buchungstag"')
    read = statement(GIRO[at:])

    assert {one.account for one in read.lines} == {"comdirect:EUR"}
