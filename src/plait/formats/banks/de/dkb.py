"""DKB's CSV: accounts and Visa cards, as since 2023 and as before."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.preambles import card_in, days_in, german_iban_in
from plait.formats.banks.table_reader import reader_of

NAME = "dkb"
LABEL = "DKB statement (CSV)"

_ACCOUNT = BankTable(
    name=NAME,
    heading="Buchungsdatum|Status|Zahlungspflichtige*r|Zahlungsempfänger*in"
    "|Verwendungszweck",
    currency="EUR",
    date="Buchungsdatum",
    decimal=",",
    amount="Betrag (€)|Betrag",
    payer_in="Zahlungspflichtige*r",
    payer_out="Zahlungsempfänger*in",
    counter_account="IBAN",
    references=("Verwendungszweck",),
    description="Umsatztyp",
    account_above=german_iban_in,
    status="Status",
    booked="Gebucht",
    not_booked="Vorgemerkt",
)
_EARLIER_ACCOUNT = BankTable(
    name=NAME,
    heading="Buchungstag|Buchungstext|Auftraggeber / Begünstigter|Verwendungszweck"
    "|Betrag (EUR)",
    currency="EUR",
    date="Buchungstag",
    decimal=",",
    amount="Betrag (EUR)",
    payer="Auftraggeber / Begünstigter",
    counter_account="Kontonummer",
    references=("Verwendungszweck",),
    description="Buchungstext",
    account_above=german_iban_in,
    days_above=days_in,
)
_CARD = BankTable(
    name="dkb_card",
    heading="Belegdatum|Wertstellung|Status|Beschreibung|Umsatztyp",
    currency="EUR",
    date="Wertstellung",
    decimal=",",
    amount="Betrag (€)|Betrag",
    payer="Beschreibung",
    description="Umsatztyp",
    account_above=card_in,
    status="Status",
    booked="Gebucht",
    not_booked="Vorgemerkt",
)
_EARLIER_CARD = BankTable(
    name="dkb_card",
    heading="Umsatz abgerechnet und nicht im Saldo enthalten|Wertstellung"
    "|Belegdatum|Beschreibung|Betrag (EUR)",
    currency="EUR",
    date="Wertstellung",
    decimal=",",
    amount="Betrag (EUR)",
    payer="Beschreibung",
    description="Beschreibung",
    account_above=card_in,
    days_above=days_in,
)
recognise, read = reader_of(_ACCOUNT, _EARLIER_ACCOUNT, _CARD, _EARLIER_CARD)
