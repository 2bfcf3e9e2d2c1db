"""Barclays' CSV of transactions: name, reference and kind in one Memo."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of
from plait.formats.banks.uk.payee_names import name_in

NAME = "barclays"
LABEL = "Barclays transactions (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Number|Date|Account|Amount|Subcategory|Memo",
    besides="",
    currency="GBP",
    date="Date",
    decimal=".",
    amount="Amount",
    description="Memo",
    name_in=name_in,
    account="Account",
)
recognise, read = reader_of(_TABLE)
