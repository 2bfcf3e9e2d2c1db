"""Nationwide's CSV statement: lines about the account above, and pound signs."""

import re

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of
from plait.formats.banks.uk.payee_names import name_in

NAME = "nationwide"
LABEL = "Nationwide statement (CSV)"

_ACCOUNT = re.compile(r'"?Account Name:"?,"?([^",\r\n]{1,80})')


def _account_in(above: list[str]) -> str:
    """Return what the file calls the account, as `nationwide:FlexAccount ****45678`."""
    found = next((m for text in above if (m := _ACCOUNT.match(text))), None)
    return f"{NAME}:{found[1].strip()}" if found else ""


_TABLE = BankTable(
    name=NAME,
    heading="Date|Transaction type|Description|Paid out|Paid in|Balance",
    besides="",
    currency="GBP",
    date="Date",
    decimal=".",
    money_in="Paid in",
    money_out="Paid out",
    description="Description",
    name_in=name_in,
    account_above=_account_in,
    balance="Balance",
)
recognise, read = reader_of(_TABLE)
