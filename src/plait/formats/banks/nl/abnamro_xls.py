"""ABN AMRO's XLS statement, a workbook as Excel 97 wrote it; or saved as CSV since.

Amounts are binary numbers that end in …0001, so they are rounded to the cent.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.abnamro_text import parted
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "abnamro_xls"
LABEL = "ABN AMRO statement (XLS)"

_REQUIRED = (
    ("Rekeningnummer", "Muntsoort", "Transactiedatum", "Transactiebedrag"),
    ("accountNumber", "mutationcode", "transactiondate", "amount"),
)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LARGEST_BYTES = 20_000_000


def recognise(source: Source) -> bool:
    """Return whether the first row of the workbook, or the heading, is the bank's."""
    if not source.head.startswith(_OLD_EXCEL):
        return any(heading_of(source, required) for required in _REQUIRED)
    try:
        columns = next((row for _, row in _sheet(source)), [])
    except Unreadable:
        return False
    return any(set(required) <= set(columns) for required in _REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row, and behind them what each account opens and ends on."""
    if source.head.startswith(_OLD_EXCEL):
        numbered = _sheet(source)
        number, columns = next(numbered, (0, []))
        heading = Heading(number, "", columns)
    else:
        heading = need_heading(source, *_REQUIRED)
        numbered = rows(source, heading)
    reader = _Reader(heading)
    return reader.balances.behind(convert(numbered, reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.account = heading.need("Rekeningnummer", "accountNumber")
        self.currency = heading.need("Muntsoort", "mutationcode")
        self.on = heading.need("Transactiedatum", "transactiondate")
        self.amount = heading.need("Transactiebedrag", "amount")
        self.text = heading.need("Omschrijving", "description")
        self.balance = heading.need("Eindsaldo", "endsaldo")
        self.balances = Balances()

    def line(self, number: int, row: Row) -> BankLine:
        payer, counter_account, reference = parted(row[self.text])
        currency = values.currency_code(row[self.currency])
        on = row[self.on].strip()
        line = BankLine(
            line=number,
            booked_on=values.day(on, "%Y-%m-%d" if "-" in on else "%Y%m%d"),
            amount_minor=_minor(row[self.amount], currency),
            currency=currency,
            payer=payer,
            counter_account=counter_account,
            reference=reference,
            account=account_of(row[self.account]),
        )
        self.balances.follow(line, _balance(row[self.balance], currency))
        return line


def _minor(text: str, currency: str) -> int:
    mark = "," if text.rfind(",") > text.rfind(".") else "."
    return values.rounded_minor(values.number(text, mark), currency)


def _balance(text: str, currency: str) -> int | None:
    try:
        return _minor(text, currency)
    except BadValue:
        return None


def _sheet(source: Source) -> Iterator[tuple[int, Row]]:
    """Yield the rows of the first sheet as text; refuse what the library cannot read."""
    if source.size > _LARGEST_BYTES:
        raise _damaged(source)
    from python_calamine import CalamineWorkbook

    try:
        with source.open() as file:
            sheet = CalamineWorkbook.from_object(file).get_sheet_by_index(0)
        found = list(sheet.iter_rows())
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise _damaged(source) from error
    for number, cells in enumerate(found, 1):
        if any(cells):
            yield number, [_text(cell) for cell in cells]


def _text(cell: Any) -> str:  # noqa: ANN401  # the library names no type for it
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}".removesuffix(".0")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _damaged(source: Source) -> Unreadable:
    return Unreadable(
        "This workbook is damaged, locked or too large",
        value=source.name,
        fix="Download it again, or download the statement as TXT.",
    )
