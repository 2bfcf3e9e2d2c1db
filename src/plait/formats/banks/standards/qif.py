"""QIF: what money programs and some banks still write, one letter a line.

It names neither a currency nor the order of day and month: the first is the person's
own, the second is what the dates themselves allow. A split transaction moved its
total once, so it is one payment, and what its parts were for is its reference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, RecordStatus
from plait.formats import values
from plait.formats.banks.amounts import minor_of
from plait.formats.lines import lines_of
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue
from plait.formats.written_dates import written_day

NAME = "qif"
LABEL = "QIF (Quicken)"

_START = re.compile(r"\s{0,50}!(?:Type:|Account\b|Option:|Clear:)", re.IGNORECASE)
_MONEY = frozenset(["bank", "cash", "ccard", "oth a", "oth l"])
_OPENING = "opening balance"
_MOST_PARTS = 100
_LONGEST_REFERENCE = 500
_SHORT_YEAR = re.compile(r"/(\d)$")


@dataclass
class _Record:
    """The lines of one entry, by their letter."""

    line: int
    cells: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Take in a line; of a letter that comes again the first counts."""
        letter, value = text[:1].upper(), text[1:].strip()
        if letter in "SE$%":
            if letter == "E" and value and len(self.parts) < _MOST_PARTS:
                self.parts.append(value)
        else:
            self.cells.setdefault(letter, value)

    def get(self, *letters: str) -> str:
        """Return the first of these that says something."""
        return next((self.cells[one] for one in letters if self.cells.get(one)), "")


def recognise(source: Source) -> bool:
    """Return whether the file begins with a header of QIF."""
    return bool(_START.match(source.head_text))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per entry of an account, a card or a purse."""
    return _Reader(options, _order(source, options)).lines(source)


def _order(source: Source, options: Options) -> str:
    days = {
        _plain_day(text[1:])
        for _, text in lines_of(source)
        if isinstance(text, str) and text[:1] in "Dd" and len(text) < 30
    }
    is_day_first = values.is_day_first(days)
    if is_day_first is None:
        is_day_first = options.is_day_first
    if is_day_first is None and any(day[:4].count("/") for day in days):
        raise Unreadable(
            "The dates in this file can be read two ways",
            value=source.name,
            fix="Say which with --dates day-first or --dates month-first.",
        )
    return "mdy" if is_day_first is False else "dmy"


def _plain_day(text: str) -> str:
    """Return a date with one mark between its parts.

    >>> _plain_day("3/ 7'26"), _plain_day("12/31' 6"), _plain_day("31.12.2026")
    ('3/7/26', '12/31/06', '31/12/2026')
    """
    plain = "".join(text.split()).replace("'", "/").replace(".", "/").replace("-", "/")
    return _SHORT_YEAR.sub(r"/0\1", plain)


class _Reader:
    """What the file has said so far: the account, and the kind of its entries."""

    def __init__(self, options: Options, order: str) -> None:
        self.options, self.order = options, order
        self.account = ""
        self.kind = "bank"

    def lines(self, source: Source) -> Iterator[Line | Problem]:
        """Yield what each entry is; an entry ends with a line that is ^."""
        record: _Record | None = None
        for number, text in lines_of(source):
            if isinstance(text, Problem):
                yield text
            elif text.startswith("!"):
                self._begin(text[1:].strip().casefold())
                record = None
            elif text.startswith("^"):
                if record:
                    yield from self._ended(record)
                record = None
            elif text.strip():
                record = record or _Record(number)
                record.add(text.rstrip("\r\n"))
        if record:
            yield from self._ended(record)

    def _begin(self, header: str) -> None:
        if header.startswith("type:"):
            self.kind = header.removeprefix("type:").strip()
        elif header.startswith("account"):
            self.kind = "account"

    def _ended(self, record: _Record) -> Iterator[Line | Problem]:
        if self.kind == "account":
            self.account = record.get("N")
        elif self.kind in _MONEY:
            yield from self._payment(record)
        elif self.kind == "invst":
            yield Problem(
                f"line {record.line}",
                "This is a deal in securities, which is no income from work",
                values.shorten(record.get("Y", "N", "P")),
                "Nothing to do; payments of the other accounts are read.",
            )

    def _payment(self, record: _Record) -> Iterator[Line | Problem]:
        transfer_to = record.get("L").partition("/")[0]
        is_transfer = transfer_to.startswith("[") and transfer_to.endswith("]")
        if record.get("P").casefold() == _OPENING:
            # It says how the account is called, and moves no money.
            if is_transfer and not self.account:
                self.account = transfer_to[1:-1]
            return
        try:
            line = self._line(record)
        except BadValue as bad:
            where = f"line {record.line}"
            yield Problem(where, bad.what, values.shorten(bad.value), bad.fix)
            return
        is_own = is_transfer and transfer_to[1:-1] != self.account
        yield line._replace(status=RecordStatus.PRIVATE) if is_own else line

    def _line(self, record: _Record) -> BankLine:
        account = f"{NAME}:{self.account or self.kind}"
        currency = self.options.currency_of(account)
        on = written_day(_plain_day(record.get("D")), self.order)
        texts = dict.fromkeys([record.get("M"), *record.parts])
        return BankLine(
            line=record.line,
            booked_on=values.bounded_day(on, self.options.today),
            amount_minor=minor_of(record.get("T", "U"), currency),
            currency=currency,
            payer=record.get("P"),
            reference=" ".join(text for text in texts if text)[:_LONGEST_REFERENCE],
            account=account,
        )
