"""Commerzbank's CSV of transactions: other side and purpose in one text."""

import re

from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import reader_of

NAME = "commerzbank"
LABEL = "Commerzbank transactions (CSV)"

_LONGEST = 500
_BEHIND = re.compile(
    r"\s{2,}.*|\s*(?:End-to-End-Ref|Kundenreferenz|Mandatsref|Gläubiger-ID)\b.*",
    re.DOTALL,
)


def _name_in(text: str) -> str:
    """Return what stands before two spaces or the first of the bank's own marks."""
    return _BEHIND.sub("", text[:_LONGEST], count=1).strip()


_TABLE = BankTable(
    name=NAME,
    heading="Buchungstag|Wertstellung|Umsatzart|Buchungstext|Betrag|Währung",
    currency="EUR",
    currency_column="Währung",
    date="Buchungstag",
    decimal=",",
    amount="Betrag",
    description="Buchungstext",
    name_in=_name_in,
    account="IBAN Kontoinhaber|IBAN Auftraggeberkonto",
)
recognise, read = reader_of(_TABLE)
