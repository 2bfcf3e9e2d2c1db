"""N26's CSV export: the headings of now, and the earlier English and German ones."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "n26"
LABEL = "N26 export (CSV)"

_REQUIRED = (
    ("Booking Date", "Partner Name", "Partner Iban", "Payment Reference"),
    ("Date", "Payee", "Account number", "Transaction type", "Payment reference"),
    ("Datum", "Empfänger", "Kontonummer", "Transaktionstyp", "Verwendungszweck"),
)
_MAIN_ACCOUNT = ("", "Main", "Main Account", "Hauptkonto")


def recognise(source: Source) -> bool:
    """Return whether the headings are one of N26's three sets."""
    return any(heading_of(source, required) for required in _REQUIRED)


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; a space beside the main account is its own account."""
    heading = need_heading(source, *_REQUIRED)
    return convert(rows(source, heading), _Reader(heading).line)


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.on = heading.need("Booking Date", "Date", "Datum")
        self.payer = heading.need("Partner Name", "Payee", "Empfänger")
        self.counter = heading.need("Partner Iban", "Account number", "Kontonummer")
        self.reference = heading.need(
            "Payment Reference", "Payment reference", "Verwendungszweck"
        )
        name = "Betrag" if "Datum" in heading.columns else "Amount"
        self.amount, self.currency = heading.need_bracketed(name)
        self.account = heading.at("Account Name")

    def line(self, number: int, row: Row) -> BankLine:
        return BankLine(
            line=number,
            booked_on=values.day(row[self.on], "%Y-%m-%d"),
            amount_minor=values.minor(row[self.amount], self.currency),
            currency=self.currency,
            payer=row[self.payer].strip(),
            counter_account=account_of(row[self.counter]),
            reference=row[self.reference].strip(),
            account=self._account(row),
        )

    def _account(self, row: Row) -> str:
        name = "" if self.account is None else row[self.account].strip()
        space = "" if name in _MAIN_ACCOUNT else f"{name}:"
        return f"{NAME}:{space}{self.currency}"
