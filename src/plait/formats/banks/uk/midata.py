"""Midata, the CSV that British banks agreed on: Santander, Cahoot and others.

Banks put stars in place of names of people, so a name may be none.
"""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of
from plait.formats.banks.uk.payee_names import name_in

NAME = "midata"
LABEL = "Midata of a British bank (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Date|Type|Merchant/Description|Debit/Credit|Balance",
    currency="GBP",
    date="Date",
    decimal=".",
    amount="Debit/Credit",
    description="Merchant/Description",
    name_in=name_in,
    balance="Balance",
    footer="Arranged overdraft",
)
recognise, read = reader_of(_TABLE)
