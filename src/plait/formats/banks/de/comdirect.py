"""comdirect's CSV: the accounts of a person one below the other in one file.

Each begins with what it is called and its newest balance, and ends with its oldest.
A deposit of securities settles on the account, so it is passed over here.
"""

import re
from collections.abc import Iterator
from datetime import date

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, StatementPeriod
from plait.formats.banks.account_numbers import account_of
from plait.formats.banks.amounts import minor_of
from plait.formats.lines import cut_lines, text_of
from plait.formats.rows import Row, convert, headings
from plait.formats.rows_whole import BrokenRow, whole_rows
from plait.formats.source import Options, Source
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

NAME = "comdirect"
LABEL = "comdirect transactions (CSV)"

_CURRENCY = "EUR"
_WIDTH = 5
_SECTION = re.compile(r"Umsätze (.{1,80})")
_DAY = re.compile(r"\d\d\.\d\d\.\d{4}")
_DEPOSIT = "Depot"
_OPEN = "offen"
_AMOUNT = "Umsatz in EUR"
_MARKS = re.compile(
    r"\s*(Auftraggeber|Empfänger|Zahlungspflichtiger|Kto/IBAN|BLZ/BIC|Buchungstext):\s*"
)
_BANK_REFERENCE = re.compile(r"\s*Ref\. \S{1,40}$")


def recognise(source: Source) -> bool:
    """Return whether one of the first lines names comdirect's columns."""
    return any(
        {"Buchungstag", _AMOUNT} <= names and names & {"Vorgang", "Geschäftstag"}
        for _, names in headings(source)
    )


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per booked row, and the days and balances of each account."""
    return _Reader().lines(source)


class _Reader:
    """What the file has said so far, section by section."""

    def __init__(self) -> None:
        self.account = f"{NAME}:{_CURRENCY}"
        self.columns: Row = []
        self.is_deposit = False
        self.period: StatementPeriod | None = None
        self.periods: list[StatementPeriod] = []

    def lines(self, source: Source) -> Iterator[Line | Problem]:
        """Yield the lines, and behind them what each section says of its account."""
        with text_of(source) as file:
            yield from convert(whole_rows(cut_lines(file), 0, ";", _WIDTH), self._line)
        self._end_section()
        yield from self.periods

    def _line(self, number: int, row: Row) -> BankLine | None:
        if isinstance(row, BrokenRow):
            raise IndexError
        first = row[0].strip() if row else ""
        if found := _SECTION.fullmatch(first):
            self._begin_section(number, found[1], row)
        elif first.endswith("Kontostand"):
            self._take_balance(first, row)
        elif first == "Buchungstag":
            self.columns = [name.strip() for name in row]
        elif self.columns and not self.is_deposit and len(row) >= _WIDTH:
            return self._payment(number, dict(zip(self.columns, row, strict=False)))
        return None

    def _begin_section(self, number: int, name: str, row: Row) -> None:
        self._end_section()
        self.account, self.columns = f"{NAME}:{name}", []
        self.is_deposit = name.startswith(_DEPOSIT)
        days = [written_day(day, "dmy") for day in _DAY.findall(" ".join(row[1:]))]
        ends: tuple[date | None, date | None] = (None, None)
        if len(days) == 2:
            ends = (days[0], days[1])
        self.period = StatementPeriod(number, self.account, *ends, currency=_CURRENCY)

    def _take_balance(self, name: str, row: Row) -> None:
        if self.period is None:
            return
        balance = minor_of(row[1], _CURRENCY, ",")
        if name.startswith("Neuer"):
            self.period = self.period._replace(closing_minor=balance)
        else:
            self.period = self.period._replace(opening_minor=balance)

    def _end_section(self) -> None:
        if self.period is not None and not self.is_deposit:
            self.periods.append(self.period)
        self.period = None

    def _payment(self, number: int, cells: dict[str, str]) -> BankLine | None:
        on = cells["Buchungstag"].strip().removesuffix("Neu").removesuffix("neu")
        if on.casefold() == _OPEN:
            return None
        parts = _parts(cells.get("Buchungstext", ""))
        return BankLine(
            number,
            written_day(on, "dmy"),
            minor_of(_needed(cells), _CURRENCY, ","),
            _CURRENCY,
            payer=_other_side(parts) or _flat(parts[""]),
            counter_account=account_of(parts.get("Kto/IBAN", "")),
            reference=_flat(parts.get("Buchungstext") or parts[""] or cells["Vorgang"]),
            account=self.account,
        )


def _needed(cells: dict[str, str]) -> str:
    amount = cells.get(_AMOUNT, "").strip()
    if not amount:
        raise BadValue(
            "There is no amount in this line",
            value=" ".join(cells.values()),
            fix="Correct it in the file, or export it again.",
        )
    return amount


def _parts(text: str) -> dict[str, str]:
    """Return what stands behind each mark in a text, and "" for what stands before."""
    before, *found = _MARKS.split(_BANK_REFERENCE.sub("", text.strip()))
    return {"": before} | dict(zip(found[::2], found[1::2], strict=True))


def _other_side(parts: dict[str, str]) -> str:
    names = ("Auftraggeber", "Empfänger", "Zahlungspflichtiger")
    return _flat(next((parts[name] for name in names if name in parts), ""))


def _flat(text: str) -> str:
    return " ".join(text.split())
