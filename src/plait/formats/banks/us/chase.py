"""Chase's CSV of transactions: of an account, and of a card.

In an account's file what is pending has no balance yet.
"""

from collections.abc import Iterator
from itertools import islice

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_rows import RowReader
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import heading_in, read_any, reader_of
from plait.formats.rows import Heading, convert, rows
from plait.formats.source import Options, Source

NAME = "chase"
LABEL = "Chase transactions (CSV)"

_ACCOUNT = BankTable(
    name=NAME,
    heading="Details|Posting Date|Description|Amount|Type|Balance",
    besides="Check or Slip #",
    currency="USD",
    date="Posting Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Description",
    description="Description",
    balance="Balance",
)
_CARD = BankTable(
    name="chase_card",
    heading="Transaction Date|Post Date|Description|Category|Type|Amount",
    besides="Card|Memo",
    currency="USD",
    date="Post Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Description",
    references=("Memo",),
    description="Description",
)
_EARLIER_CARD = BankTable(
    name="chase_card",
    heading="Type|Trans Date|Post Date|Description|Amount",
    besides="",
    currency="USD",
    date="Post Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Description",
    description="Description",
)
_TABLES = (_ACCOUNT, _CARD, _EARLIER_CARD)
_ROWS_WITH_PENDING = 500

recognise, _ = reader_of(*_TABLES)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row that is booked."""
    heading = heading_in(source, _ACCOUNT)
    if heading is None or not _has_balances(source, heading):
        return read_any(source, _TABLES)
    balances = Balances()
    reader = RowReader(_ACCOUNT, heading, [], balances)
    booked = (
        (number, row)
        for number, row in rows(source, heading)
        if not row or row[reader.balance].strip()
    )
    return balances.behind(convert(booked, reader.line))


def _has_balances(source: Source, heading: Heading) -> bool:
    at = heading.need("balance")
    few = islice(rows(source, heading), _ROWS_WITH_PENDING)
    return any(row[at].strip() for _, row in few if row)
