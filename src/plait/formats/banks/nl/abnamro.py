"""ABN AMRO's TAB statement: no heading, eight columns told by their shape."""

import re
from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.abnamro_text import parted
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Row, convert, first_lines, text_of
from plait.formats.rows_whole import BrokenRow, no_text
from plait.formats.source import Options, Source

NAME = "abnamro"
LABEL = "ABN AMRO statement (TAB)"

_ACCOUNT, _CURRENCY, _ON, _BALANCE, _AMOUNT, _TEXT = 0, 1, 2, 4, 6, 7
_SHAPE = re.compile(
    r"(?:\d{9,10}|[A-Z]{2}\d{2}[A-Z0-9]{11,30})\t[A-Z]{3}\t\d{8}\t"
    r"-?\d+,\d\d\t-?\d+,\d\d\t\d{8}\t[+-]?\d+,\d\d\t[^\t]*\t?\r?\n?"
)


def recognise(source: Source) -> bool:
    """Return whether each of the first lines has the eight columns.

    The last of them may be cut off where the head of the file ends.
    """
    lines = first_lines(source)
    whole = lines[:-1] if len(lines) > 1 else lines
    return bool(lines) and all(_SHAPE.fullmatch(text) for text in whole)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row."""
    balances = Balances()

    def line(number: int, row: Row) -> BankLine:
        found = _line(number, row)
        after = minor_or_none(row[_BALANCE], found.currency, ",")
        balances.follow(found, after)
        return found

    return balances.behind(convert(_rows(source), line))


def _rows(source: Source) -> Iterator[tuple[int, Row]]:
    """Split at tabs alone: the bank puts quotation marks around nothing."""
    with text_of(source) as file:
        for number, text in enumerate(file, start=1):
            if "\0" in text:
                yield number, BrokenRow(no_text(number, text))
            elif text.strip():
                yield number, text.rstrip("\t\r\n").split("\t", _TEXT)


def _line(number: int, row: Row) -> BankLine:
    payer, counter_account, reference = parted(row[_TEXT])
    currency = values.currency_code(row[_CURRENCY])
    return BankLine(
        line=number,
        booked_on=values.day(row[_ON], "%Y%m%d"),
        amount_minor=values.minor(row[_AMOUNT], currency, ","),
        currency=currency,
        payer=payer,
        counter_account=counter_account,
        reference=reference,
        account=account_of(row[_ACCOUNT]),
    )
