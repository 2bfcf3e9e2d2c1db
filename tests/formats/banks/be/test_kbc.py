import pytest

DUTCH = (
    "Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;"
    "Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;"
    "Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling"
)
ENGLISH = (
    "Account number;Heading;Name;Currency;Statement number;Date;Description;Value date;"
    "Amount;Balance;credit;debit;counterparty's account number;Counterparty BIC;"
    "Counterparty name;Counterparty address;standard-format reference;"
    "Free-format reference"
)
FRENCH = (
    "Numéro de compte;Nom de la rubrique;Nom;Devise;Numéro de l'extrait;Date;"
    "Description;Valeur;Montant;Solde;crédit;débit;numéro de compte contrepartie;"
    "BIC contrepartie;Nom contrepartie;Adresse contrepartie;communication structurée;"
    "Communication libre"
)
OUT = (
    "BE71096123456769;;VERMEER NORA;EUR; 02026009;15/09/2026;BETALING AANKOPEN;"
    "15/09/2026;-4,50;1245,50;;-4,50;;;;;;"
)
INTO = (
    "BE71096123456769;;VERMEER NORA;EUR; 02026009;14/09/2026;OVERSCHRIJVING VAN;"
    "14/09/2026;1250,00;1250,00;1250,00;;BE68 5390 0754 7034;;VZW HAVEN;;"
    "***090/9337/55493***;"
)


@pytest.mark.parametrize("heading", [DUTCH, ENGLISH, FRENCH])
@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_rows_are_read_in_each_language_whatever_ends_them(statement, heading, end):
    read = statement(end.join([heading, OUT, INTO, ""]))

    assert (read.format, read.problems) == ("kbc", [])
    out, into = read.lines
    assert (out.amount_minor, out.payer, out.reference) == (
        -450,
        "",
        "BETALING AANKOPEN",
    )
    assert (into.payer, into.counter_account) == ("VZW HAVEN", "BE68539007547034")
    assert into.reference == "***090/9337/55493***"
    [period] = read.periods
    assert (period.account, period.opening_minor) == ("BE71096123456769", 0)
