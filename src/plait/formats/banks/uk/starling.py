"""Starling Bank's CSV statement: the currency stands in the headings."""

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
from plait.formats.source import Options, Source

NAME = "starling"
LABEL = "Starling statement (CSV)"

_REQUIRED = ("Date", "Counter Party", "Reference", "Type")


def recognise(source: Source) -> bool:
    """Return whether the headings are Starling's."""
    heading = heading_of(source, _REQUIRED)
    return heading is not None and bracketed(heading.columns, "Amount") is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; dates are day first."""
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.on = heading.need("Date")
        self.payer = heading.need("Counter Party")
        self.reference = heading.need("Reference")
        self.amount, self.currency = heading.need_bracketed("Amount")
        self.balance = bracketed(heading.columns, "Balance")
        self.balances = Balances()
        self.account = f"{NAME}:{self.currency}"

    def line(self, number: int, row: Row) -> BankLine | None:
        # Lines such as an opening balance carry no amount.
        if not row[self.amount].strip():
            return None
        line = BankLine(
            line=number,
            booked_on=values.day(row[self.on], "%d/%m/%Y"),
            amount_minor=values.minor(row[self.amount], self.currency),
            currency=self.currency,
            payer=row[self.payer].strip(),
            reference=row[self.reference].strip(),
            account=self.account,
        )
        if self.balance:
            balance = minor_or_none(row[self.balance[0]], self.currency, ".")
            self.balances.follow(line, balance)
        return line
