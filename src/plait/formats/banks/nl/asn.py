"""The CSV of ASN Bank, SNS and RegioBank: with or without a heading.

Without one, the last texts stand in single quotation marks, and a name may begin with
one ('t Hof), so that the csv module cannot tell where such a text ends.
"""

import re
from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_rows import RowReader
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.headerless import (
    ACCOUNT,
    ANY,
    CURRENCY,
    DATE,
    EMPTY,
    NUMBER,
    has_shape,
)
from plait.formats.banks.table_reader import heading_in
from plait.formats.lines import lines_of
from plait.formats.rows import Heading, Row, convert, rows
from plait.formats.rows_whole import BrokenRow, cells, no_text
from plait.formats.source import Options, Source

NAME = "asn"
LABEL = "ASN Bank, SNS or RegioBank statement (CSV)"


def _shop_in(text: str) -> str:
    """Return the shop of a card payment, `kiosk >amsterdam 5.10.2026 12u30`."""
    shop, is_by_card, _ = text.partition(">")
    return shop.strip() if is_by_card else ""


_TABLE = BankTable(
    name=NAME,
    heading="Boekingsdatum|Opdrachtgeversrekening|Tegenrekeningnummer"
    "|Naam tegenrekening|Omschrijving",
    currency="EUR",
    currency_column="Valutasoort mutatie",
    date="Boekingsdatum",
    amount="Transactiebedrag|Bedrag",
    payer="Naam tegenrekening",
    counter_account="Tegenrekeningnummer",
    references=("Betalingskenmerk", "Omschrijving"),
    description="Omschrijving",
    name_in=_shop_in,
    account="Opdrachtgeversrekening",
    balance_before="Saldo rekening voor mutatie|Saldo voor mutatie",
)
_COLUMNS = (
    "boekingsdatum",
    "opdrachtgeversrekening",
    "tegenrekeningnummer",
    "naam tegenrekening",
    "adres",
    "postcode",
    "plaats",
    "valutasoort rekening",
    "saldo rekening voor mutatie",
    "valutasoort mutatie",
    "transactiebedrag",
    "journaaldatum",
    "valutadatum",
    "interne transactiecode",
    "globale transactiecode",
    "volgnummer transactie",
    "betalingskenmerk",
    "omschrijving",
    "afschriftnummer",
)
_NUMBER_OF_A_DAY = ("journaaldatum", "volgnummer transactie")
_CODE, _DIGITS = re.compile("[A-Z]{2,3}"), re.compile(r"\d*")
_SHAPE = (
    *(DATE, ACCOUNT, ANY, ANY, EMPTY, EMPTY, EMPTY, CURRENCY, NUMBER, CURRENCY, NUMBER),
    *(DATE, DATE, _DIGITS, _CODE, _DIGITS, ANY, ANY, _DIGITS),
)

# The two texts near the end stand in single quotation marks, commas within them.
_N_BEFORE_TEXTS, _LONGEST_TEXTS = 16, 1_000
_LAST_TEXTS = re.compile(r"('[^']*'|[^,]*),('.*'|[^,]*),(\d*)")


def recognise(source: Source) -> bool:
    """Return whether the headings are these banks', or each row has its 19 columns."""
    return heading_in(source, _TABLE) is not None or has_shape(source, _SHAPE, _parted)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; what moved no money is a notice of the bank."""
    known = heading_in(source, _TABLE)
    heading = known or Heading(0, ",", _COLUMNS)
    numbered = rows(source, known) if known else _rows(source)
    at = [heading.at(name) for name in _NUMBER_OF_A_DAY]
    balances = Balances()
    reader = RowReader(_TABLE, heading, [], balances)

    def line(number: int, row: Row) -> BankLine | None:
        found = reader.line(number, row)
        if found is None or not found.amount_minor:
            return None
        # The bank numbers the payments of a day, whichever days are exported.
        parts = [row[place].strip() for place in at if place is not None]
        is_whole = len(parts) == len(at) and all(parts)
        return found._replace(bank_id=":".join(parts) if is_whole else "")

    return balances.behind(convert(numbered, line))


def _parted(text: str) -> Row:
    """Return the cells of a line, none where they are not 19."""
    row = cells(text, ",") or []
    if len(row) > len(_SHAPE) and not row[-1]:
        row.pop()  # some files end each line with a comma
    if len(row) > len(_SHAPE):
        texts_joined = ",".join(row[_N_BEFORE_TEXTS:])[:_LONGEST_TEXTS]
        found = _LAST_TEXTS.fullmatch(texts_joined)
        row = [*row[:_N_BEFORE_TEXTS], *found.groups()] if found else []
    texts = slice(_N_BEFORE_TEXTS, _N_BEFORE_TEXTS + 2)
    row[texts] = [cell.strip("'") for cell in row[texts]]
    return [cell.strip() for cell in row] if len(row) == len(_SHAPE) else []


def _rows(source: Source) -> Iterator[tuple[int, Row]]:
    for number, text in lines_of(source):
        if isinstance(text, Problem):
            yield number, BrokenRow(text)
        elif "\0" in text:
            yield number, BrokenRow(no_text(number, text))
        elif text.strip():
            yield number, _parted(text)
