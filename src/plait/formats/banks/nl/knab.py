"""Knab's CSV statement: unsigned amounts, and the direction as C or D."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "knab"
LABEL = "Knab statement (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Rekeningnummer|Transactiedatum|CreditDebet|Bedrag|Tegenrekeninghouder",
    currency="EUR",
    currency_column="Valutacode|Valuta",
    date="Transactiedatum",
    amount="Bedrag",
    direction="CreditDebet",
    words_in="C|Credit",
    words_out="D|Debet",
    payer="Tegenrekeninghouder",
    counter_account="Tegenrekeningnummer",
    references=("Omschrijving",),
    account="Rekeningnummer",
)
recognise, read = reader_of(_TABLE)
