"""Bank of America's CSV of transactions: of an account, and of a card.

Above an account's transactions stands a summary with balances.
"""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "bank_of_america"
LABEL = "Bank of America transactions (CSV)"

_ACCOUNT = BankTable(
    name=NAME,
    heading="Date|Description|Amount|Running Bal.",
    currency="USD",
    date="Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Description",
    description="Description",
    balance="Running Bal.",
)
_CARD = BankTable(
    name="bank_of_america_card",
    heading="Posted Date|Reference Number|Payee|Address|Amount",
    besides="",
    currency="USD",
    date="Posted Date",
    order="mdy",
    decimal=".",
    amount="Amount",
    payer="Payee",
    description="Payee",
    bank_id="Reference Number",
)
recognise, read = reader_of(_ACCOUNT, _CARD)
