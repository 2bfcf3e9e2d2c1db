"""ING's (Netherlands) CSV statement: Dutch or English, the sign in a word."""

from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_or_none
from plait.formats.banks.balances import Balances
from plait.formats.rows import Heading, Row, convert, heading_of, need_heading, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "ing"
LABEL = "ING statement, Netherlands (CSV)"

_REQUIRED = (
    ("Datum", "Naam / Omschrijving", "Rekening", "Tegenrekening", "Af Bij"),
    ("Date", "Name / Description", "Account", "Counterparty", "Debit/credit"),
    # The savings account names its columns a little otherwise.
    ("Datum", "Omschrijving", "Rekening", "Tegenrekening", "Af Bij", "Valuta"),
)
_BALANCES = ("Datum", "Rekening", "Rekening naam", "Valuta", "Boeksaldo")
_SIGNS = {"af": -1, "bij": 1, "debit": -1, "credit": 1}


def recognise(source: Source) -> bool:
    """Return whether the headings are one of ING's three sets, or its balances'."""
    return any(heading_of(source, required) for required in (*_REQUIRED, _BALANCES))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per row; amounts are unsigned, Af and Debit go out."""
    if heading_of(source, _BALANCES):
        raise Unreadable(
            "This file of ING lists balances and no payments",
            value=source.name,
            fix="Download the transactions of the account instead of its balances.",
        )
    heading = need_heading(source, *_REQUIRED)
    reader = _Reader(heading)
    return reader.balances.behind(convert(rows(source, heading), reader.line))


class _Reader:
    """Where each value stands in a row."""

    def __init__(self, heading: Heading) -> None:
        self.on = heading.need("Datum", "Date")
        self.payer = heading.need(
            "Naam / Omschrijving", "Name / Description", "Omschrijving"
        )
        self.account = heading.need("Rekening", "Account")
        self.counter = heading.need("Tegenrekening", "Counterparty")
        self.direction = heading.need("Af Bij", "Debit/credit")
        self.reference = heading.need("Mededelingen", "Notifications")
        self.valuta = heading.at("Valuta")
        self.balance = heading.at("Saldo na mutatie", "Resulting balance")
        self.balances = Balances()
        if self.valuta is None:
            name = "Bedrag" if "Datum" in heading.columns else "Amount"
            self.amount, self.currency = heading.need_bracketed(name)
        else:
            self.amount, self.currency = heading.need("Bedrag"), ""

    def line(self, number: int, row: Row) -> BankLine:
        currency = self.currency or values.currency_code(row[self.valuta or 0])
        amount = values.minor(row[self.amount], currency, ",")
        on = row[self.on].strip()
        line = BankLine(
            line=number,
            booked_on=values.day(on, "%Y-%m-%d" if "-" in on else "%Y%m%d"),
            amount_minor=amount * _sign(row[self.direction]),
            currency=currency,
            payer=row[self.payer].strip(),
            counter_account=account_of(row[self.counter]),
            reference=row[self.reference].strip(),
            account=account_of(row[self.account]),
        )
        if self.balance is not None:
            balance = minor_or_none(row[self.balance], currency, ",")
            self.balances.follow(line, balance)
        return line


def _sign(text: str) -> int:
    sign = _SIGNS.get(text.strip().casefold())
    if sign is None:
        raise BadValue(
            "It cannot be told whether this money came in or went out",
            value=text,
            fix="Write Af or Bij, Debit or Credit in this column.",
        )
    return sign
