"""The German savings banks' "CSV-CAMT" (and "CSV-MT940"): semicolons, 28.02.24."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "sparkasse"
LABEL = "Sparkasse statement (CSV-CAMT)"

_OTHER_SIDE = "Beguenstigter/Zahlungspflichtiger"
_REQUIRED = ("Auftragskonto", "Buchungstag", "Buchungstext", _OTHER_SIDE, "Betrag")
_PENDING = "vorgemerkt"
_SHORT_DATE = len("28.02.24")


def recognise(source: Source) -> bool:
    """Return whether the headings are the savings banks'."""
    return heading_of(source, _REQUIRED) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per booked row; what is only announced may still change."""
    heading = need_heading(source, _REQUIRED)
    return convert(rows(source, heading), _Reader(heading).line)


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.account = heading.need("Auftragskonto")
        self.on = heading.need("Buchungstag")
        self.kind = heading.need("Buchungstext")
        self.reference = heading.need("Verwendungszweck")
        self.payer = heading.need(_OTHER_SIDE)
        self.counter = heading.need("Kontonummer/IBAN", "Kontonummer")
        self.amount = heading.need("Betrag")
        self.currency = heading.need("Waehrung")
        self.state = heading.need("Info")

    def line(self, number: int, row: Row) -> BankLine | None:
        if _PENDING in row[self.state].casefold():
            return None
        currency = values.currency_code(row[self.currency])
        on = row[self.on].strip()
        form = "%d.%m.%y" if len(on) == _SHORT_DATE else "%d.%m.%Y"
        return BankLine(
            line=number,
            booked_on=values.day(on, form),
            amount_minor=values.minor(row[self.amount], currency, ","),
            currency=currency,
            payer=row[self.payer].strip(),
            counter_account=account_of(row[self.counter]),
            reference=row[self.reference].strip() or row[self.kind].strip(),
            account=account_of(row[self.account]),
        )
