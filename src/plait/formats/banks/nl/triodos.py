"""Triodos' CSV statement (Netherlands): mostly without a heading."""

import re
from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.headerless import ACCOUNT, ANY, DATE, NUMBER, has_shape
from plait.formats.banks.table_reader import heading_in, lines_of, need_heading_in
from plait.formats.rows import Heading
from plait.formats.source import Options, Source

NAME = "triodos"
LABEL = "Triodos statement, Netherlands (CSV)"

_TABLE = BankTable(
    name=NAME,
    heading="Datum|Rekening|Bedrag|Credit/Debet|Naam|Tegenrekening|Code|Omschrijving",
    currency="EUR",
    date="Datum",
    decimal=",",
    amount="Bedrag",
    direction="Credit/Debet",
    words_in="Credit",
    words_out="Debet",
    payer="Naam",
    counter_account="Tegenrekening",
    references=("Omschrijving",),
    description="Code",
    account="Rekening",
    balance="Saldo",
)
_COLUMNS = (
    "datum rekening bedrag credit/debet naam tegenrekening code omschrijving saldo"
)
_WORD = re.compile("Debet|Credit")
_CODE = re.compile("[A-Z]{0,3}")
_SHAPE = (DATE, ACCOUNT, NUMBER, _WORD, ANY, ANY, _CODE, ANY, NUMBER)


def recognise(source: Source) -> bool:
    """Return whether the headings are Triodos', or each row has its nine columns."""
    return heading_in(source, _TABLE) is not None or has_shape(source, _SHAPE)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; amounts are unsigned, Debet went out."""
    if has_shape(source, _SHAPE):
        return lines_of(source, _TABLE, Heading(0, ",", _COLUMNS.split()))
    return lines_of(source, _TABLE, need_heading_in(source, _TABLE))
