"""Revolut's CSV statement, and the form with Paid Out and Paid In it had before.

A fee is not part of Amount; the balance falls by both. So a line here is Amount
less Fee, which is what the account really gained or lost.
"""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks import revolut_old
from plait.formats.banks import revolut_words as words
from plait.formats.banks.amounts import minor_of, minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

NAME = "revolut"
LABEL = "Revolut statement (CSV)"


def recognise(source: Source) -> bool:
    """Return whether the headings are Revolut's, of now or before."""
    is_of_now = any(heading_of(source, names) for names in words.REQUIRED)
    return is_of_now or revolut_old.recognise(source)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per completed row; pending and reverted ones moved nothing."""
    if revolut_old.recognise(source):
        return revolut_old.read(source)
    heading = need_heading(source, *words.REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.product = heading.need(*words.PRODUCT)
        self.on = heading.need(*words.COMPLETED)
        self.text = heading.need(*words.DESCRIPTION)
        self.amount = heading.need(*words.AMOUNT)
        self.fee = heading.need(*words.FEE)
        self.currency = heading.need(*words.CURRENCY)
        self.state = heading.need(*words.STATE)
        self.type = heading.at(*words.TYPE)
        self.balance = heading.at(*words.BALANCE)
        self.balances = Balances()

    def line(self, number: int, row: Row) -> BankLine | None:
        """Return the payment of a row; None for one that moved no money."""
        if not self._has_completed(row[self.state]):
            return None
        currency = values.currency_code(row[self.currency])
        fee = row[self.fee].strip()
        amount = minor_of(row[self.amount], currency)
        product = words.product_of(row[self.product].strip())
        line = BankLine(
            line=number,
            booked_on=written_day(row[self.on], "dmy"),
            amount_minor=amount - (minor_of(fee, currency) if fee else 0),
            currency=currency,
            payer=self._payer(row),
            reference=row[self.text].strip(),
            # The statement names no account; products and currencies are apart.
            account=f"{NAME}:{product}:{currency}",
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency)
            self.balances.follow(line, balance)
        return line

    def _payer(self, row: Row) -> str:
        text = revolut_old.payer_of(row[self.text])
        kind = "" if self.type is None else row[self.type].strip().casefold()
        # Only of a transfer: a museum may be called Van Gogh.
        return text.removeprefix("Van ") if kind == "overschrijving" else text

    def _has_completed(self, text: str) -> bool:
        """Return whether money moved: of what is pending or turned back, none did."""
        state = text.strip().casefold()
        if state not in words.HAS_COMPLETED:
            raise BadValue(
                "It cannot be told whether this payment was booked",
                value=text,
                fix="Export the file again when the payment is booked.",
            )
        return words.HAS_COMPLETED[state]
