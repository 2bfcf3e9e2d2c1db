from datetime import date

import pytest

from plait.domain.records import BankLine, StatementPeriod
from plait.formats.banks import revolut

HEADING = (
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,"
    "Balance\n"
)
OLD_HEADING = (
    "Completed Date ; Description ; Paid Out (EUR) ; Paid In (EUR) ; Exchange Out; "
    "Exchange In; Balance (EUR); Category; Notes\n"
)


def row(amount="850.00", fee="0.00", state="COMPLETED", currency="EUR"):
    return (
        "TRANSFER,Current,2024-01-31 09:00:00,2024-02-01 10:00:00,"
        f"Payment from Ada Vermeer,{amount},{fee},{currency},{state},900.00\n"
    )


def read(source, options):
    found = revolut.read(source, options)
    return [one for one in found if not isinstance(one, StatementPeriod)]


def test_a_completed_payment_is_read(a_file, options):
    source = a_file(HEADING + row())

    assert revolut.recognise(source)
    assert read(source, options) == [
        BankLine(
            line=2,
            booked_on=date(2024, 2, 1),
            amount_minor=85000,
            currency="EUR",
            payer="Ada Vermeer",
            reference="Payment from Ada Vermeer",
            account="revolut:Current:EUR",
        )
    ]


def test_a_fee_comes_off_the_amount_as_it_does_off_the_balance(a_file, options):
    [line] = read(a_file(HEADING + row(amount="-100.00", fee="1.25")), options)

    assert line.amount_minor == -10000 - 125


@pytest.mark.parametrize("state", ["PENDING", "REVERTED", "DECLINED", ""])
def test_what_did_not_complete_is_left_out(a_file, options, state):
    assert read(a_file(HEADING + row(state=state)), options) == []


def test_yen_have_no_decimals(a_file, options):
    [line] = read(a_file(HEADING + row(amount="1200", currency="JPY")), options)

    assert (line.amount_minor, line.account) == (1200, "revolut:Current:JPY")


@pytest.mark.parametrize(
    ("cells", "amount"),
    [
        ("30 Dec 2019 ; To Bakkerij Zon ; 1,012.50 ; ; ; ; 10.00 ; general ;", -101250),
        ("Dec 30, 2019 ; From Ada ;  ; 20.00 ; ; ; 10.00 ; transfers ; x", 2000),
    ],
)
def test_the_earlier_form_is_read(a_file, options, cells, amount):
    source = a_file(OLD_HEADING + cells + "\n")

    assert revolut.recognise(source)
    [line] = read(source, options)
    assert (line.booked_on, line.amount_minor) == (date(2019, 12, 30), amount)


def test_the_earlier_form_names_the_other_side(a_file, options):
    text = OLD_HEADING + "30 Dec 2019 ; To Bakkerij Zon ; 12.50 ; ; ; ; 10.00 ; x ;\n"

    [line] = read(a_file(text), options)

    assert (line.payer, line.account) == ("Bakkerij Zon", "revolut:Current:EUR")


LANGUAGES = {
    "nl": (
        "Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,"
        "Status,Saldo\n"
        "Overschrijving,Betaalrekening,2026-01-09 10:00:00,2026-01-10 08:00:00,"
        "Van Ada Vermeer,75.5,0.5,EUR,VOLTOOID,90\n"
    ),
    "de": (
        "Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,"
        "Gebühr,Währung,Status,Kontostand\n"
        "Einzahlung,Giro,2026-01-09 10:00:00,2026-01-10 08:00:00,"
        "Zahlung von Ada Vermeer,75.50,0.50,EUR,ABGESCHLOSSEN,90.00\n"
    ),
    "fr": (
        "Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,"
        "Solde\n"
        "Virement,Valeur actuelle,2026-01-09 10:00:00,2026-01-10 08:00:00,"
        "Ada Vermeer,75.50,0.50,EUR,TERMINÉ,90.00\n"
    ),
    "es": (
        "Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,"
        "Comisión,Divisa,State,Saldo\n"
        "Transferencia,Actual,2026-01-09 10:00:00,2026-01-10 08:00:00,"
        "Ada Vermeer,75.50,0.50,EUR,COMPLETADO,90.00\n"
    ),
    "it": (
        "Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,"
        "Valuta,State,Saldo\n"
        "Ricarica,Attuale,2026-01-09 10:00:00,2026-01-10 08:00:00,"
        "Bonifico da Ada Vermeer,75.50,0.50,EUR,COMPLETATO,90.00\n"
    ),
    "pl": (
        "Rodzaj;Produkt;Data rozpoczęcia;Data zrealizowania;Opis;Kwota;Opłata;Waluta;"
        "State;Saldo\n"
        "Przelew;Bieżące;09.01.2026 10:00;10.01.2026 08:00;"
        "Ada Vermeer;75,50;0,50;EUR;ZAKOŃCZONO;90,00\n"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_payment_is_one_in_every_language(a_file, options, language):
    source = a_file(LANGUAGES[language])

    assert revolut.recognise(source)
    [line] = read(source, options)
    # 75.50 less a fee of 0.50
    assert (line.booked_on, line.amount_minor, line.payer, line.account) == (
        date(2026, 1, 10),
        7500,
        "Ada Vermeer",
        "revolut:Current:EUR",
    )


def test_a_state_that_nobody_knows_is_a_problem(a_file, options):
    [problem] = read(a_file(HEADING + row(state="KALAR")), options)

    assert (problem.where, problem.value) == ("line 2", "KALAR")
