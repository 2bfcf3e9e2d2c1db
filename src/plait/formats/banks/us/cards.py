"""American cards whose charges are not negative: Discover and Capital One."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "us_cards"
LABEL = "Discover or Capital One card (CSV)"

_DISCOVER = BankTable(
    name="discover",
    heading="Trans. Date|Post Date|Description|Amount|Category",
    besides="",
    currency="USD",
    date="Post Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    is_spending_positive=True,
    payer="Description",
    description="Description",
)
_CAPITAL_ONE = BankTable(
    name="capital_one",
    heading="Transaction Date|Posted Date|Card No.|Description|Debit|Credit",
    currency="USD",
    date="Posted Date",
    order="mdy",
    decimal=".",
    money_in="Credit",
    money_out="Debit",
    payer="Description",
    description="Description",
    account="Card No.",
)
recognise, read = reader_of(_DISCOVER, _CAPITAL_ONE)
