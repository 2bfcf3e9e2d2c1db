"""Belfius and BNP Paribas Fortis, in Dutch and French."""

from datetime import date

import pytest

BELFIUS = (
    "Boekingsdatum vanaf;01/09/2026\nBoekingsdatum tot en met;31/12/2026\nNaam tegenpartij bevat;\nRekening tegenpartij;\n"
    "Laatste saldo;1.245,50 EUR\n"
    "Datum/uur van het laatste saldo;16/09/2026 12:46:57\n;\n"
    "Rekening;Boekingsdatum;Rekeninguittrekselnummer;Transactienummer;"
    "Rekening tegenpartij;Naam tegenpartij bevat;Straat en nummer;Postcode en plaats;"
    "Transactie;Valutadatum;Bedrag;Devies;BIC;Landcode;Mededelingen\n"
    "BE71 0961 2345 6769;15/09/2026;;;;Kiosk;;1000 Brussel;BETALING;14/09/2026;-4,50;EUR"
    ";;;\n"
    "BE71 0961 2345 6769;14/09/2026;;;BE68 5390 0754 7034;VZW Haven;;;STORTING;"
    "14/09/2026;1250,00;EUR;;;factuur 7\n"
)
FRENCH_HEADING = (
    "Compte;Date de comptabilisation;Numéro d'extrait;Numéro de transaction;"
    "Compte contrepartie;Nom contrepartie contient;Rue et numéro;Code postal et localité"
    ";Transaction;Date valeur;Montant;Devise;BIC;Code pays;Communications\n"
)
BNP = (
    "Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;"
    "Type verrichting;Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status;"
    "Reden van weigering\n"
    "2026-;16/09/2026;16/09/2026;-99;EUR;BE71096123456769;X;;Kiosk;;x;Geweigerd;saldo\n"
    "2026-0002;15/09/2026;15/09/2026;-4.50;EUR;BE71096123456769;X;;Kiosk;;BETALING;"
    "Geaccepteerd;\n"
    "2026-0001;14/09/2026;14/09/2026;1250,00;EUR;BE71096123456769;X;BE68539007547034;"
    "VZW Haven;factuur 7;STORTING;Geaccepteerd;\n"
)
FRENCH_BNP_HEADING = (
    "Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;"
    "Numéro de compte;Type de transaction;Contrepartie;Nom de la contrepartie;"
    "Communication;Détails;Statut;Motif du refus\n"
)


def rows_of(text):
    return text[text.rindex("BE", 0, text.index("Kiosk")) :]


TABLES = {
    "belfius": [BELFIUS, FRENCH_HEADING + rows_of(BELFIUS)],
    "bnp_fortis": [
        BNP,
        FRENCH_BNP_HEADING
        + BNP.partition("\n")[2]
        .replace("Geaccepteerd", "Accepté")
        .replace("Geweigerd", "Refusé"),
    ],
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in TABLES for text in TABLES[name]]
)
def test_what_is_booked_is_read_in_both_languages(statement, name, text):
    read = statement(text)

    assert (read.format, read.problems) == (name, [])
    out, into = read.lines
    assert (out.amount_minor, out.payer, out.reference) == (-450, "Kiosk", "BETALING")
    assert (into.amount_minor, into.payer) == (125000, "VZW Haven")
    assert (into.counter_account, into.reference) == ("BE68539007547034", "factuur 7")
    assert {one.account for one in read.lines} == {"BE71096123456769"}


def test_belfius_covers_the_days_that_were_asked_for_until_it_was_asked(statement):
    [period] = statement(BELFIUS).periods

    assert (period.starts_on, period.ends_on) == (date(2026, 9, 1), date(2026, 9, 16))
