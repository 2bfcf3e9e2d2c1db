"""KBC's and CBC's CSV statement (Belgium), in Dutch, English and French."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "kbc"
LABEL = "KBC or CBC statement, Belgium (CSV)"

_DUTCH = BankTable(
    name=NAME,
    heading="Rekeningnummer|Munt|Datum|Omschrijving|Bedrag|Saldo|Naam tegenpartij",
    currency="EUR",
    currency_column="Munt",
    date="Datum",
    decimal=",",
    amount="Bedrag",
    payer="Naam tegenpartij",
    counter_account="rekeningnummer tegenpartij|Rekening tegenpartij",
    references=("gestructureerde mededeling", "Vrije mededeling"),
    description="Omschrijving",
    account="Rekeningnummer",
    balance="Saldo",
)
_ENGLISH = BankTable(
    name=NAME,
    heading="Account number|Currency|Date|Amount|Balance|Counterparty name",
    currency="EUR",
    currency_column="Currency",
    date="Date",
    decimal=",",
    amount="Amount",
    payer="Counterparty name",
    counter_account="counterparty's account number",
    references=("standard-format reference", "Free-format reference"),
    description="Description",
    account="Account number",
    balance="Balance",
)
_FRENCH = BankTable(
    name=NAME,
    heading="Numéro de compte|Devise|Date|Montant|Solde|Nom contrepartie",
    currency="EUR",
    currency_column="Devise",
    date="Date",
    decimal=",",
    amount="Montant",
    payer="Nom contrepartie",
    counter_account="numéro de compte contrepartie",
    references=("communication structurée", "Communication libre"),
    description="Description",
    account="Numéro de compte",
    balance="Solde",
)
recognise, read = reader_of(_DUTCH, _ENGLISH, _FRENCH)
