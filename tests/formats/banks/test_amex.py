"""American Express and other cards: positive amounts are what was spent."""

from datetime import date

import pytest

from plait.formats.source import Unreadable

DETAILS = "Extended Details,Appears On Your Statement As,Address"
FILES = {
    "British": (
        (
            f"Date,Description,Amount,{DETAILS},Town/City,Postcode,Country,Reference\n"
            "03/04/2026,KIOSK CAFE,4.50,,KIOSK,,LEEDS,LS1,UK,'AT0001'\n"
            "05/04/2026,PAYMENT RECEIVED - THANK YOU,-100.00,,,,,,,'AT0002'\n"
        ),
        "GBP",
        (3, 4),
    ),
    "American": (
        (
            f"Date,Description,Card Member,Account #,Amount,{DETAILS},City/State,Zip Code,"
            "Country,Reference,Category\n"
            "04/03/2026,KIOSK CAFE,N VERMEER,-91008,4.50,,KIOSK,,OR,97201,US,'AT0001',Food\n"
            "04/05/2026,ONLINE PAYMENT,N VERMEER,-91008,-100.00,,,,,,,'AT0002',\n"
        ),
        "USD",
        (3, 4),
    ),
    "Dutch": (
        (
            "Datum,Omschrijving,Kaartlid,Rekening #,Bedrag,Aanvullende informatie,"
            "Vermeld op uw rekeningoverzicht als,Adres,Plaats,Postcode,Land,Referentie\n"
            "04/03/2026,KIOSK CAFE,N VERMEER,-91008,\"4,50\",,KIOSK,,,,,'AT0001'\n"
            "04/05/2026,HARTELIJK BEDANKT,N VERMEER,-91008,\"-100,00\",,,,,,,'AT0002'\n"
        ),
        "EUR",
        (3, 4),
    ),
    "German": (
        (
            "Datum,Beschreibung,Karteninhaber,Konto #,Betrag,Weitere Details,"
            "Erscheint auf Ihrer Abrechnung als,Adresse,Stadt,PLZ,Land,Betreff,Kategorie\n"
            "03/04/2026,KIOSK CAFE,N VERMEER,-91008,\"4,50\",,KIOSK,,,,,'AT0001',\n"
            "05/04/2026,ZAHLUNG ERHALTEN,N VERMEER,-91008,\"-100,00\",,,,,,,'AT0002',\n"
        ),
        "EUR",
        (3, 4),
    ),
    "Canadian": (
        (
            "Date,Date Processed,Description,Card Member,Account #,Amount,Merchant,Address,"
            "City / Province,Postal Code,Country,Reference\n"
            "03 Apr 2026,03 Apr 2026,KIOSK CAFE,N,-91008,4.50,,,TORONTO,M5V,CA,'AT0001'\n"
            "05 Apr 2026,05 Apr 2026,PAYMENT,N,-91008,-100.00,,,,,,'AT0002'\n"
        ),
        "CAD",
        (3, 4),
    ),
}
SHORT = "Date,Description,Card Member,Account #,Amount\n"


@pytest.mark.parametrize("country", FILES)
def test_charges_went_out_and_what_was_paid_off_came_in(statement, country):
    text, currency, (day, month) = FILES[country]

    read = statement(text)

    assert (read.format, read.problems) == ("amex", [])
    charge, paid_off = read.lines
    assert (charge.amount_minor, charge.payer) == (-450, "KIOSK CAFE")
    assert paid_off.amount_minor == 10000
    assert (charge.currency, charge.booked_on) == (currency, date(2026, month, day))
    assert charge.bank_id == "AT0001"


@pytest.mark.parametrize(
    ("day", "currency"), [("15/03/2026", "GBP"), ("03/15/2026", "USD")]
)
def test_the_short_form_tells_its_country_by_its_dates(statement, day, currency):
    read = statement(f"{SHORT}{day},KIOSK CAFE,N VERMEER,-91008,4.50\n")

    [line] = read.lines
    assert (line.currency, line.account) == (currency, "amex:91008")
    assert line.booked_on == date(2026, 3, 15)


def test_dates_that_fit_both_are_asked_for(statement, a_file, options):
    text = f"{SHORT}03/04/2026,KIOSK CAFE,N VERMEER,-91008,4.50\n"

    with pytest.raises(Unreadable, match="can be read two ways"):
        statement(text)


def test_the_person_may_have_said_which_comes_first(a_file, options):
    from plait.formats.banks import amex

    source = a_file(f"{SHORT}03/04/2026,KIOSK CAFE,N VERMEER,-91008,4.50\n")
    [line] = amex.read(source, options._replace(is_day_first=False))

    assert (line.currency, line.booked_on) == ("USD", date(2026, 3, 4))


def test_a_short_form_of_one_of_many_countries_is_refused(statement):
    heading = "Date,Date Processed,Description,Card Member,Account #,Amount\n"

    with pytest.raises(Unreadable, match="which country it is from"):
        statement(f"{heading}15/03/2026,15/03/2026,KIOSK,N,-91008,4.50\n")


def test_the_charges_of_discover_and_capital_one_went_out(statement):
    discover = statement(
        "Trans. Date,Post Date,Description,Amount,Category\n"
        "09/14/2026,09/15/2026,KIOSK CAFE,4.50,Restaurants\n"
    )
    capital_one = statement(
        "Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit\n"
        "2026-09-14,2026-09-15,1234,KIOSK CAFE,Dining,4.50,\n"
    )

    for read in (discover, capital_one):
        assert read.format == "us_cards"
        [line] = read.lines
        assert (line.amount_minor, line.currency) == (-450, "USD")
        assert line.booked_on == date(2026, 9, 15)
