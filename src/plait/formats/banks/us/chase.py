"""Chase's CSV of transactions: of an account, and of a card."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "chase"
LABEL = "Chase transactions (CSV)"

_ACCOUNT = BankTable(
    name=NAME,
    heading="Details|Posting Date|Description|Amount|Type|Balance",
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
    currency="USD",
    date="Post Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Description",
    references=("Memo",),
    description="Description",
)
recognise, read = reader_of(_ACCOUNT, _CARD)
