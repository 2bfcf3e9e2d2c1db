"""ING's (Germany) CSV of transactions, with and without the balance."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.preambles import days_in, german_iban_in
from plait.formats.banks.table_reader import reader_of

NAME = "ing_diba"
LABEL = "ING statement, Germany (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Buchung|Auftraggeber/Empfänger|Buchungstext|Verwendungszweck|Betrag",
    currency="EUR",
    currency_column="Währung",
    date="Buchung",
    decimal=",",
    amount="Betrag",
    payer="Auftraggeber/Empfänger",
    references=("Verwendungszweck",),
    description="Buchungstext",
    account_above=german_iban_in,
    days_above=days_in,
    balance="Saldo",
)
recognise, read = reader_of(_TABLE)
