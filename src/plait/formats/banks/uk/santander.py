"""Santander UK's text file: four lines a payment, a space that is none behind each.

Its CSV is Midata.
"""

import re
from collections.abc import Iterator
from datetime import date

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, StatementPeriod
from plait.formats import values
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_of
from plait.formats.banks.balances import Balances
from plait.formats.banks.uk.payee_names import name_in
from plait.formats.lines import lines_of
from plait.formats.rows import first_lines
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "santander"
LABEL = "Santander UK statement (text file)"

_CURRENCY = "GBP"
_FIELD = re.compile(r"(From|Account|Date|Description|Amount|Balance):\s*(.*)")
_ORDER = ("Date", "Description", "Amount", "Balance")
_DAY = re.compile(r"\d\d/\d\d/\d{4}")


def recognise(source: Source) -> bool:
    """Return whether the first lines name days, an account and a payment's fields."""
    if not source.head_text.startswith("From:"):
        return False
    names = [field[0] for text in first_lines(source) if (field := _field(text))]
    return names[:2] == ["From", "Account"] and names[2:6] in ([*_ORDER], [])


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per payment; a payment that lacks a field is a problem."""
    if not recognise(source):
        raise Unreadable(
            "This is not Santander's text file",
            value=source.name,
            fix="Download it again as a text file, or as CSV.",
        )
    return _Reader().lines(source)


class _Reader:
    """What the file has said so far."""

    def __init__(self) -> None:
        self.account = f"{NAME}:{_CURRENCY}"
        self.days: list[date] = []
        self.payment: dict[str, str] = {}
        self.balances = Balances()

    def lines(self, source: Source) -> Iterator[Line | Problem]:
        """Yield every payment, and behind them what the account opens and ends on."""
        for line in self.balances.behind(self._payments(source)):
            if isinstance(line, StatementPeriod) and len(self.days) == 2:
                yield line._replace(starts_on=self.days[0], ends_on=self.days[1])
            else:
                yield line

    def _payments(self, source: Source) -> Iterator[BankLine | Problem]:
        for number, text in lines_of(source):
            if isinstance(text, Problem):
                yield text
            elif field := _field(text):
                yield from self._take(number, *field)

    def _take(self, number: int, name: str, value: str) -> Iterator[BankLine | Problem]:
        if name == "From":
            self.days = [values.day(day, "%d/%m/%Y") for day in _DAY.findall(value)]
        elif name == "Account":
            self.account = _account(value)
        else:
            if name == "Date":
                self.payment = {}
            self.payment[name] = value
            if name == "Balance":
                yield self._line(number)

    def _line(self, number: int) -> BankLine | Problem:
        try:
            return self._payment(number - len(_ORDER) + 1)
        except BadValue as bad:
            return Problem(
                f"line {number}", bad.what, values.shorten(bad.value), bad.fix
            )

    def _payment(self, number: int) -> BankLine:
        _need_all(self.payment)
        text = self.payment["Description"]
        line = BankLine(
            number,
            values.day(self.payment["Date"], "%d/%m/%Y"),
            minor_of(self.payment["Amount"], _CURRENCY, "."),
            _CURRENCY,
            payer=name_in(text),
            reference=" ".join(text.split()),
            account=self.account,
        )
        self.balances.follow(line, minor_of(self.payment["Balance"], _CURRENCY, "."))
        return line


def _need_all(payment: dict[str, str]) -> None:
    missing = next((name for name in _ORDER if name not in payment), "")
    if missing:
        raise BadValue(
            "A value that every transaction has is missing",
            value=missing,
            fix="Correct it in the file, or download the statement again.",
        )


def _account(text: str) -> str:
    """Return the account's number, or its last digits where the others are hidden."""
    digits = "".join(filter(str.isdigit, text))
    return f"{NAME}:{digits}" if len(digits) < 8 else account_of(text)


def _field(text: str) -> tuple[str, str] | None:
    found = _FIELD.match(text.replace("\xa0", " ").replace("\ufffd", " "))
    return (found[1], found[2].strip()) if found else None
