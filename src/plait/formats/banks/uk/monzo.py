"""Monzo's CSV export, with or without the balance columns added later."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "monzo"
LABEL = "Monzo export (CSV)"

_REQUIRED = ("Transaction ID", "Date", "Type", "Name", "Emoji", "Amount", "Currency")


def recognise(source: Source) -> bool:
    """Return whether the headings are Monzo's."""
    return heading_of(source, _REQUIRED) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; dates are day first.

    Moves to and from a pot stay, being money that left or came to the account, and
    so do checks of a card over zero. What was declined has no amount: left out.
    """
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.bank_id = heading.need("Transaction ID")
        self.on = heading.need("Date")
        self.kind = heading.need("Type")
        self.name = heading.need("Name")
        self.amount = heading.need("Amount")
        self.currency = heading.need("Currency")
        self.balance = heading.at("Balance")
        self.balances = Balances()
        self.texts = [heading.at("Description"), heading.at("Notes and #tags")]

    def line(self, number: int, row: Row) -> BankLine | None:
        kind = row[self.kind].strip()
        if not row[self.amount].strip() or "declined" in kind.casefold():
            return None
        currency = values.currency_code(row[self.currency])
        line = BankLine(
            line=number,
            booked_on=values.day(row[self.on], "%d/%m/%Y"),
            amount_minor=values.minor(row[self.amount], currency),
            currency=currency,
            payer=row[self.name].strip() or kind,
            reference=self._reference(row),
            account=f"{NAME}:{currency}",
            bank_id=row[self.bank_id].strip(),
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency, ".")
            self.balances.follow(line, balance)
        return line

    def _reference(self, row: Row) -> str:
        """Join description and notes; each once, as the notes often repeat it."""
        texts = [row[part].strip() for part in self.texts if part is not None]
        return " ".join(dict.fromkeys(filter(None, texts)))
