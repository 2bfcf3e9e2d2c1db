"""Revolut's CSV statement, and the form with Paid Out and Paid In it had before.

A fee is not part of Amount; the balance falls by both. So a line here is Amount
less Fee, which is what the account really gained or lost.
"""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks import revolut_old
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "revolut"
LABEL = "Revolut statement (CSV)"

_REQUIRED = ("Product", "Completed Date", "Description", "Amount", "Fee", "State")


def recognise(source: Source) -> bool:
    """Return whether the headings are Revolut's, of now or before."""
    return heading_of(source, _REQUIRED) is not None or revolut_old.recognise(source)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per completed row; pending and reverted ones moved nothing."""
    if revolut_old.recognise(source):
        return revolut_old.read(source)
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.product = heading.need("Product")
        self.on = heading.need("Completed Date")
        self.text = heading.need("Description")
        self.amount = heading.need("Amount")
        self.fee = heading.need("Fee")
        self.currency = heading.need("Currency")
        self.state = heading.need("State")
        self.balance = heading.at("Balance")
        self.balances = Balances()

    def line(self, number: int, row: Row) -> BankLine | None:
        # What is pending or turned back has moved no money.
        if row[self.state].strip().upper() != "COMPLETED":
            return None
        currency = values.currency_code(row[self.currency])
        fee = row[self.fee].strip()
        amount = values.minor(row[self.amount], currency)
        line = BankLine(
            line=number,
            booked_on=values.day(row[self.on].strip()[:10], "%Y-%m-%d"),
            amount_minor=amount - (values.minor(fee, currency) if fee else 0),
            currency=currency,
            payer=revolut_old.payer_of(row[self.text]),
            reference=row[self.text].strip(),
            # The statement names no account; products and currencies are apart.
            account=f"{NAME}:{row[self.product].strip()}:{currency}",
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency, ".")
            self.balances.follow(line, balance)
        return line
