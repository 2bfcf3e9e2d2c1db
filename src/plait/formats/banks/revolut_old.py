"""Revolut's earlier statement: `30 Dec 2019`, money out and in apart, fees within."""

import re
from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import (
    Heading,
    Row,
    bracketed,
    convert,
    heading_of,
    need_heading,
    rows,
)
from plait.formats.source import Source
from plait.formats.written_dates import written_day

_REQUIRED = ("Completed Date", "Exchange Out", "Exchange In", "Category")
_MARKS_OF_A_PAYER = re.compile(
    r"(?:Payment|Transfer) (?:from|to) |(?:From|To) |Zahlung von |Bonifico da "
)


def recognise(source: Source) -> bool:
    """Return whether the headings are those of the earlier statement."""
    heading = heading_of(source, _REQUIRED)
    return heading is not None and any("Paid Out (" in c for c in heading.columns)


def read(source: Source) -> Iterator[Line | Problem]:
    """Yield a bank line per row."""
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


def payer_of(text: str) -> str:
    """Return the name in a description such as `Payment from Ada Vermeer`."""
    return _MARKS_OF_A_PAYER.sub("", text.strip(), count=1)


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.on = heading.need("Completed Date")
        self.text = heading.need("Description", "Reference")
        self.out, self.currency = heading.need_bracketed("Paid Out")
        self.into, _ = heading.need_bracketed("Paid In")
        self.balance = bracketed(heading.columns, "Balance")
        self.balances = Balances()

    def line(self, number: int, row: Row) -> BankLine:
        paid_out, paid_in = self._amount(row[self.out]), self._amount(row[self.into])
        line = BankLine(
            line=number,
            booked_on=written_day(row[self.on]),
            amount_minor=paid_in - paid_out,
            currency=self.currency,
            payer=payer_of(row[self.text]),
            reference=row[self.text].strip(),
            account=f"revolut:Current:{self.currency}",
        )
        if self.balance:
            cell = row[self.balance[0]].strip()
            self.balances.follow(line, minor_or_none(cell, self.currency, "."))
        return line

    def _amount(self, cell: str) -> int:
        return values.minor(cell, self.currency) if cell.strip() else 0
