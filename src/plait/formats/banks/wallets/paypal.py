"""PayPal's activity report: gross and fee apart, a conversion in three rows.

A payment in another currency comes with two rows that convert it: what it brought
goes out again in its own currency, and comes in as the booked one. That is one
payment here, in the booked currency, from whoever paid. Such rows stand before or
behind their payment, so the file is read twice: first what was converted, then all.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, RecordStatus
from plait.formats import values
from plait.formats.banks.balances import Balances
from plait.formats.banks.bank_table import BankTable
from plait.formats.banks.table_reader import heading_in
from plait.formats.banks.wallets import paypal_words as words
from plait.formats.banks.wallets.fees import fee_of, with_fees
from plait.formats.banks.wallets.paypal_rows import Columns, PayPalRow
from plait.formats.rows import Heading, convert, rows
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

NAME = "paypal"
LABEL = "PayPal activity (CSV)"

FEES = "PayPal"
"""Who is paid the fees."""


class _Converted(NamedTuple):
    """What the rows of one conversion add up to, by currency."""

    legs: dict[str, int]

    def booked(self, currency: str, net: int) -> tuple[str, int] | None:
        """Return what a payment became, None where these rows do not convert it whole."""
        others = [one for one in self.legs.items() if one[0] != currency]
        if self.legs.get(currency) == -net and len(others) == 1:
            return others[0]
        return None


def recognise(source: Source) -> bool:
    """Return whether the headings are PayPal's in a language that is known."""
    return _found(source) is not None


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per payment and one per fee; holds and pending ones are none."""
    found = _found(source)
    if found is None:
        raise Unreadable(
            "The line that names the columns is missing",
            value=source.name,
            fix="Export the file again and leave its first lines as they are.",
        )
    heading, language = found
    reader = _Reader(Columns(heading, language))
    reader.look_through(source, heading)
    reader.order = _order(source, reader.days, language, options)
    lines = convert(rows(source, heading), reader.line)
    return reader.balances.behind(with_fees(lines, reader.fees))


def _found(source: Source) -> tuple[Heading, words.Language] | None:
    for language in words.LANGUAGES:
        table = BankTable(
            name=NAME, heading="|".join(language.heading), currency="", date=""
        )
        if heading := heading_in(source, table):
            return heading, language
    return None


def _order(
    source: Source, days: set[str], language: words.Language, options: Options
) -> str:
    """Return the order of day and month: by the dates, else as the person says."""
    if language is words.GERMAN:
        return "dmy"
    is_day_first = values.is_day_first(days)
    if is_day_first is None:
        is_day_first = options.is_day_first
    if is_day_first is None and any("/" in day or "-" in day for day in days):
        raise Unreadable(
            "The dates in this file can be read two ways",
            value=source.name,
            fix="Say which with --dates day-first or --dates month-first.",
        )
    return "mdy" if is_day_first is False else "dmy"


class _Reader:
    """What the whole file says, and the fee that goes with the last line."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.balances = Balances()
        self.days: set[str] = set()
        self.order = "dmy"
        self.fees: list[BankLine] = []
        self._converted: dict[str, _Converted] = {}
        self._paid: set[str] = set()

    def look_through(self, source: Source, heading: Heading) -> None:
        """Learn the dates, the conversions and which payments they are of."""
        legs: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for _, cells in rows(source, heading):
            try:
                row = self.columns.read(cells)
            except (BadValue, IndexError):
                continue
            self.days.add(row.day)
            if row.has_moved and words.is_one_of(row.type, words.CONVERSIONS):
                legs[row.related][row.currency] += row.net
        self._converted = {of: _Converted(dict(one)) for of, one in legs.items() if of}
        self._paid = self._payments_converted(source, heading)

    def _payments_converted(self, source: Source, heading: Heading) -> set[str]:
        """Return the numbers of the payments that their conversions turn whole."""
        found = set()
        for _, cells in rows(source, heading) if self._converted else ():
            try:
                row = self.columns.read(cells)
            except (BadValue, IndexError):
                continue
            if self._booked(row):
                found.add(row.number)
        return found

    def _booked(self, row: PayPalRow) -> tuple[str, int] | None:
        converted = self._converted.get(row.number) if row.number else None
        if converted is None or not self._is_payment(row):
            return None
        return converted.booked(row.currency, row.net)

    def _is_payment(self, row: PayPalRow) -> bool:
        others = words.CONVERSIONS + words.TRANSFERS + words.NO_PAYMENTS
        return row.has_moved and not words.is_one_of(row.type, others)

    def line(self, number: int, cells: list[str]) -> BankLine | None:
        """Return the payment of a row, None where it moved no money of its own."""
        row = self.columns.read(cells)
        if not row.has_moved:
            return None
        line = BankLine(
            line=number,
            booked_on=written_day(row.day, self.order),
            amount_minor=row.gross,
            currency=row.currency,
            payer=row.payer,
            reference=row.reference,
            account=f"{NAME}:{row.currency}",
            bank_id=row.number,
        )
        self.balances.follow(
            line._replace(amount_minor=row.net), self.columns.minor_balance(row)
        )
        return self._as_booked(row, line)

    def _as_booked(self, row: PayPalRow, line: BankLine) -> BankLine | None:
        if words.is_one_of(row.type, words.NO_PAYMENTS):
            return None
        if words.is_one_of(row.type, words.CONVERSIONS):
            # The two rows of a payment are within it; others only change purses.
            if row.related in self._paid:
                return None
            return line._replace(status=RecordStatus.PRIVATE)
        if words.is_one_of(row.type, words.TRANSFERS):
            line = line._replace(status=RecordStatus.PRIVATE)
        elif booked := self._booked(row):
            currency, amount = booked
            return line._replace(
                amount_minor=amount, currency=currency, account=f"{NAME}:{currency}"
            )
        if fee := row.net - row.gross:
            self.fees.append(fee_of(line, fee, FEES))
        return line
