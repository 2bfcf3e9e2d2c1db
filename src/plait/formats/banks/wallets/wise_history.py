"""Wise's transaction history: all currencies in one file, both sides of each transfer.

What went out is the source's amount and its fee, as the balance lost both; what came
in is the target's amount. A conversion between the person's own balances is private
on both sides. The balance statement tells the same lines, with the same amounts.
"""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, RecordStatus
from plait.formats import values
from plait.formats.banks.wallets.fees import fee_of, with_fees
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source
from plait.formats.values import BadValue

NAME = "wise_history"
LABEL = "Wise transaction history (CSV)"

_REQUIRED = (
    "ID",
    "Status",
    "Direction",
    "Source amount (after fees)",
    "Target amount (after fees)",
)
_WISE = "Wise"
_IN, _OUT, _NEUTRAL = "IN", "OUT", "NEUTRAL"
# What was sent and came back has moved nothing in the end.
_MOVED = {
    "COMPLETED": True,
    "CANCELLED": False,
    "CANCELED": False,
    "REFUNDED": False,
    "FUNDS_REFUNDED": False,
    "BOUNCED_BACK": False,
    "CHARGED_BACK": False,
    "PENDING": False,
    "PROCESSING": False,
    "IN_PROGRESS": False,
    "INCOMPLETE": False,
    "FAILED": False,
    "DECLINED": False,
}


def recognise(source: Source) -> bool:
    """Return whether the headings are those of Wise's history."""
    return heading_of(source, _REQUIRED) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per completed row, two for a conversion."""
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return with_fees(convert(rows(source, heading), reader.line), reader.waiting)


class _Reader:
    """Where each value stands in a row; `waiting` are further lines of the last one."""

    def __init__(self, heading: Heading) -> None:
        self.waiting: list[BankLine] = []
        self.number = heading.need("ID")
        self.status, self.direction = heading.need("Status"), heading.need("Direction")
        self.created = heading.need("Created on")
        self.finished = heading.need("Finished on")
        self.fee = heading.need("Source fee amount")
        self.fee_currency = heading.need("Source fee currency")
        self.from_name = heading.need("Source name")
        self.from_amount = heading.need("Source amount (after fees)")
        self.from_currency = heading.need("Source currency")
        self.to_name = heading.need("Target name")
        self.to_amount = heading.need("Target amount (after fees)")
        self.to_currency = heading.need("Target currency")
        self.reference = heading.need("Reference")

    def line(self, number: int, row: Row) -> BankLine | None:
        """Return what a balance lost or gained; None for what moved nothing."""
        if not self._has_moved(row[self.status]):
            return None
        direction = row[self.direction].strip().upper()
        if direction == _IN:
            return self._came_in(number, row)
        if direction == _OUT:
            return self._went_out(number, row)
        if direction == _NEUTRAL:
            out = self._went_out(number, row)
            # A fee in a third currency stays a cost; the two sides are one's own.
            into = self._came_in(number, row)
            self.waiting.append(into._replace(status=RecordStatus.PRIVATE))
            return out._replace(status=RecordStatus.PRIVATE)
        raise BadValue(
            "It cannot be told whether this money came in or went out",
            value=row[self.direction],
            fix="Correct the word for it in the file, or export it again.",
        )

    def _came_in(self, number: int, row: Row) -> BankLine:
        currency = values.currency_code(row[self.to_currency])
        amount = values.minor(row[self.to_amount], currency)
        return self._line(number, row, amount, currency, row[self.from_name])

    def _went_out(self, number: int, row: Row) -> BankLine:
        currency = values.currency_code(row[self.from_currency])
        amount = -values.minor(row[self.from_amount], currency)
        line = self._line(number, row, amount, currency, row[self.to_name])
        fee_text = row[self.fee].strip()
        if not fee_text:
            return line
        fee_currency = values.currency_code(row[self.fee_currency] or currency)
        fee = values.minor(fee_text, fee_currency)
        if fee_currency == currency:
            return line._replace(amount_minor=amount - fee)
        if fee:
            elsewhere = line._replace(
                currency=fee_currency, account=f"wise:{fee_currency}"
            )
            self.waiting.append(fee_of(elsewhere, -fee, _WISE))
        return line

    def _line(
        self, number: int, row: Row, amount: int, currency: str, name: str
    ) -> BankLine:
        on = row[self.finished].strip() or row[self.created].strip()
        return BankLine(
            line=number,
            booked_on=values.day(on[:10], "%Y-%m-%d"),
            amount_minor=amount,
            currency=currency,
            payer=name.strip(),
            reference=row[self.reference].strip(),
            # The balance statement calls them so: one account, in either file.
            account=f"wise:{currency}",
            bank_id=row[self.number].strip(),
        )

    def _has_moved(self, text: str) -> bool:
        status = text.strip().upper()
        if status not in _MOVED:
            raise BadValue(
                "It cannot be told whether this payment was booked",
                value=text,
                fix="Export the file again when the payment is booked.",
            )
        return _MOVED[status]
