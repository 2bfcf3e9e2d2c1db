"""Wise's balance statement: one file per currency, fees within the amounts."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "wise"
LABEL = "Wise balance statement (CSV)"

_REQUIRED = ("TransferWise ID", "Date", "Amount", "Currency", "Payment Reference")


def recognise(source: Source) -> bool:
    """Return whether the headings are Wise's."""
    return heading_of(source, _REQUIRED) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row: what the balance gained or lost.

    `Total fees` is told beside an amount that holds them already. A conversion has
    a line in each of two balances, under one number: two lines, not one twice.
    """
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.bank_id = heading.need("TransferWise ID")
        self.on = heading.need("Date")
        self.amount = heading.need("Amount")
        self.currency = heading.need("Currency")
        self.text = heading.need("Description")
        self.mark = heading.need("Payment Reference")
        self.payer = heading.need("Payer Name")
        self.payee = heading.need("Payee Name")
        self.counter = heading.need("Payee Account Number")
        self.merchant = heading.need("Merchant")
        self.balance = heading.at("Running Balance")
        self.balances = Balances()

    def line(self, number: int, row: Row) -> BankLine:
        currency = values.currency_code(row[self.currency])
        amount = values.minor(row[self.amount], currency)
        line = BankLine(
            line=number,
            booked_on=values.day(row[self.on], "%d-%m-%Y"),
            amount_minor=amount,
            currency=currency,
            payer=self._other_side(row, is_in=amount > 0),
            counter_account=account_of(row[self.counter]) if amount < 0 else "",
            reference=(row[self.mark].strip() or row[self.text].strip()),
            account=f"{NAME}:{currency}",
            bank_id=row[self.bank_id].strip(),
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency, ".")
            self.balances.follow(line, balance)
        return line

    def _other_side(self, row: Row, *, is_in: bool) -> str:
        name = row[self.payer] if is_in else row[self.payee]
        return (name.strip() or row[self.merchant].strip()) or row[self.text].strip()
