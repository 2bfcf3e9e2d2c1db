"""bunq's CSV statement, in English and Dutch, with and without the own account.

bunq writes decimals as the phone is set: 1.149,50 or 1,149.50.
"""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "bunq"
LABEL = "bunq statement (CSV)"

_ENGLISH = BankTable(
    name=NAME,
    heading="Date|Amount|Counterparty|Name|Description",
    besides="Interest Date|Account",
    currency="EUR",
    date="Date",
    order="dmy",
    amount="Amount",
    payer="Name",
    counter_account="Counterparty",
    references=("Description",),
    account="Account",
)
_DUTCH = BankTable(
    name=NAME,
    heading="Datum|Bedrag|Rekening|Tegenrekening|Naam|Omschrijving",
    besides="Rentedatum",
    currency="EUR",
    date="Datum",
    order="dmy",
    amount="Bedrag",
    payer="Naam",
    counter_account="Tegenrekening",
    references=("Omschrijving",),
    account="Rekening",
)
recognise, read = reader_of(_ENGLISH, _DUTCH)
