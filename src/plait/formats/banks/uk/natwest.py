"""NatWest's, RBS's and Ulster Bank's CSV statement: of accounts, and of cards.

Both have the same columns. A card's charges are positive and an account's negative;
a card is told by its number, which is masked.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_rows import RowReader
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import need_heading_in, reader_of
from plait.formats.banks.uk.payee_names import name_in
from plait.formats.rows import Row, convert, rows
from plait.formats.source import Options, Source

NAME = "natwest"
LABEL = "NatWest or Royal Bank of Scotland statement (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Date|Type|Description|Value|Balance|Account Name|Account Number",
    currency="GBP",
    date="Date",
    decimal=".",
    amount="Value",
    description="Description",
    name_in=name_in,
    account="Account Number",
    balance="Balance",
    has_apostrophes=True,
)
_CARD = replace(_TABLE, is_spending_positive=True)
_MASKED = re.compile(r"'?\d{4,6}[*xX]{4,}\d{4}")

recognise, _ = reader_of(_TABLE)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row, charges of a card as money that went out."""
    heading = need_heading_in(source, _TABLE)
    balances = Balances()
    account = RowReader(_TABLE, heading, [], balances)
    card = RowReader(_CARD, heading, [], balances)

    def line(number: int, row: Row) -> BankLine | None:
        is_card = _MASKED.match(row[account.account].strip())
        return (card if is_card else account).line(number, row)

    return balances.behind(convert(rows(source, heading), line))
