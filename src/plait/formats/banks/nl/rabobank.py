"""Rabobank's CSV statement: 26 columns, Windows-1252 or UTF-8, a number per line."""

from collections.abc import Iterator
from operator import itemgetter

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source

NAME = "rabobank"
LABEL = "Rabobank statement (CSV)"

_REQUIRED = ("IBAN/BBAN", "Munt", "Volgnr", "Datum", "Bedrag", "Naam tegenpartij")


def recognise(source: Source) -> bool:
    """Return whether the headings are Rabobank's."""
    return heading_of(source, _REQUIRED) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; `Volgnr` is unique within an account."""
    heading = need_heading(source, _REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.account = heading.need("IBAN/BBAN")
        self.currency = heading.need("Munt")
        self.bank_id = heading.need("Volgnr")
        self.on = heading.need("Datum")
        self.amount = heading.need("Bedrag")
        self.balance = heading.at("Saldo na trn")
        self.balances = Balances()
        self.counter = heading.need("Tegenrekening IBAN/BBAN")
        self.payer = heading.need("Naam tegenpartij")
        texts = [heading.need(f"Omschrijving-{part}") for part in (1, 2, 3)]
        self.texts = itemgetter(*texts)
        self.payment_mark = heading.need("Betalingskenmerk")

    def line(self, number: int, row: Row) -> BankLine:
        # By position: a hundred thousand lines by keyword take 30 ms longer.
        currency = values.currency_code(row[self.currency])
        line = BankLine(
            number,
            values.day(row[self.on], "%Y-%m-%d"),
            values.minor(row[self.amount], currency, ","),
            currency,
            row[self.payer].strip(),
            account_of(row[self.counter]),
            self._reference(row),
            account_of(row[self.account]),
            row[self.bank_id].strip(),
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency, ",")
            self.balances.follow(line, balance)
        return line

    def _reference(self, row: Row) -> str:
        """Join the description, cut by the bank into three; else the payment mark."""
        joined = " ".join(self.texts(row))
        return " ".join(joined.split()) or row[self.payment_mark].strip()
