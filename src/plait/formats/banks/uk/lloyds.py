"""Lloyds, Halifax and Bank of Scotland: one CSV for accounts, one for their cards."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of
from plait.formats.banks.uk.payee_names import name_in

NAME = "lloyds"
LABEL = "Lloyds, Halifax or Bank of Scotland statement (CSV)"

_ACCOUNT = BankTable(
    name=NAME,
    heading="Transaction Date|Sort Code|Account Number|Transaction Description"
    "|Debit Amount|Credit Amount",
    currency="GBP",
    date="Transaction Date",
    decimal=".",
    money_in="Credit Amount",
    money_out="Debit Amount",
    description="Transaction Description",
    name_in=name_in,
    account="Account Number",
    branch="Sort Code",
    balance="Balance",
)
# A card's charges are positive, and what was paid off negative.
_CARD = BankTable(
    name="lloyds_card",
    heading="Date|Date entered|Reference|Description|Amount",
    besides="",
    currency="GBP",
    date="Date entered",
    decimal=".",
    amount="Amount",
    is_spending_positive=True,
    description="Description",
    name_in=name_in,
)
recognise, read = reader_of(_ACCOUNT, _CARD)
