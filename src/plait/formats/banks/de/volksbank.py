"""The CSV of the German cooperative banks: Volksbank, GLS, Sparda and others."""

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "volksbank"
LABEL = "Volksbank, Raiffeisenbank, GLS or Sparda statement (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="IBAN Auftragskonto|Buchungstag|Name Zahlungsbeteiligter"
    "|IBAN Zahlungsbeteiligter|Verwendungszweck|Betrag",
    currency="EUR",
    currency_column="Waehrung",
    date="Buchungstag",
    decimal=",",
    amount="Betrag",
    payer="Name Zahlungsbeteiligter",
    counter_account="IBAN Zahlungsbeteiligter",
    references=("Verwendungszweck",),
    description="Buchungstext",
    account="IBAN Auftragskonto",
    balance="Saldo nach Buchung",
)
recognise, read = reader_of(_TABLE)
