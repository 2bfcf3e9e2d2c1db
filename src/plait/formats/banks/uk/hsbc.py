"""HSBC UK's CSV statement (also first direct): money out and in apart.

The balance is told once a day. HSBC's other download has no heading and three columns
that could be any bank's in any currency; it goes by a mapping.
"""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of
from plait.formats.banks.uk.payee_names import name_in

NAME = "hsbc"
LABEL = "HSBC UK statement (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Date|Type|Description|Paid out|Paid in|Balance",
    besides="",
    currency="GBP",
    date="Date",
    decimal=".",
    money_in="Paid in",
    money_out="Paid out",
    description="Description",
    name_in=name_in,
    balance="Balance",
)
recognise, read = reader_of(_TABLE)
