"""OFX: statements as banks hand them to money programs (.ofx, .qfx, .qbo).

OFX 1 is SGML whose values have no end tag, OFX 2 is XML. One reader serves both: a
value is what stands between its tag and the next one, and only the few aggregates
that matter here are followed. Nothing is ever expanded or fetched.
"""

import re
from collections.abc import Iterator
from datetime import date

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line, StatementPeriod
from plait.formats import values
from plait.formats.banks.standards import ofx_fields, ofx_period
from plait.formats.banks.standards.ofx_fields import Fields, first, need
from plait.formats.banks.standards.ofx_parts import Part, parts
from plait.formats.markup import cut_off, refuse_doctype
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "ofx"
LABEL = "OFX statement (also QFX, QBO)"

_START = re.compile(r"\s*(?:OFXHEADER\s*:|<\?xml\b|<\?OFX\b|<OFX\b)")
_ROOT = re.compile(r"<OFX[\s>]")
_STATEMENTS = ("STMTRS", "CCSTMTRS")
_OWN_ACCOUNT = ("BANKACCTFROM", "CCACCTFROM")


def recognise(source: Source) -> bool:
    """Return whether the file starts as OFX does and holds its root."""
    head = source.head_text
    return bool(_START.match(head)) and bool(_ROOT.search(head))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per transaction, and what each statement covers behind them."""
    refuse_doctype(source)
    return _lines(source, options.today)


def _lines(source: Source, today: date) -> Iterator[Line | Problem]:
    statement = _Statement(today)
    count = 0
    for part in parts(source):
        if not part.is_transaction:
            yield from statement.follow(part)
        elif statement.is_open:
            count += 1
            yield _line_or_problem(part, count, statement)
    if not statement.is_complete:
        raise cut_off(source)
    if not statement.n_seen:
        raise Unreadable(
            "This OFX file holds no bank or card statement",
            value=source.name,
            fix="Choose the account's transactions when you download it.",
        )


def _line_or_problem(part: Part, count: int, statement: "_Statement") -> Line | Problem:
    try:
        return statement.line(part)
    except BadValue as bad:
        where = f"line {part.line}, transaction {count}"
        return Problem(where, bad.what, values.shorten(bad.value), bad.fix)


class _Statement:
    """What the file has said so far about the statement that is being read."""

    def __init__(self, today: date) -> None:
        self.is_complete = False
        self.is_open = False
        self.n_seen = 0
        self._today = today
        self._begin()

    def _begin(self) -> None:
        self._is_own_account = self._is_balance = False
        self._period = ofx_period.Period(self._today)
        self._numbers: Fields = {}
        self._account = ""
        self._currency = ""

    def follow(self, part: Part) -> Iterator[StatementPeriod]:
        """Take in what stands between transactions; yield a statement that ends."""
        for name, is_end, value in ofx_fields.tags(part.text):
            if name == "OFX":
                self.is_complete = is_end
            elif name in _STATEMENTS:
                self.is_open = not is_end
                if is_end:
                    yield self._period.of(part.line, self._account, self._currency)
                else:
                    self.n_seen += 1
                    self._begin()
            elif name == "LEDGERBAL":
                self._is_balance = not is_end
            elif name in _OWN_ACCOUNT:
                self._is_own_account = not is_end
            elif not is_end:
                self._value(name, value)

    def _value(self, name: str, value: str) -> None:
        if name == "CURDEF":
            self._currency = value.strip()
        elif self._is_balance or name in ("DTSTART", "DTEND"):
            self._period.follow(name, value)
        elif self._is_own_account:
            self._numbers[name] = value
            self._account = ofx_fields.account(self._numbers)

    def line(self, part: Part) -> BankLine:
        """Return the transaction as a line, or raise `BadValue`."""
        if not part.is_closed:
            raise BadValue(
                "This transaction has no end",
                value=part.text,
                fix="Correct it in the file, or download the statement again.",
            )
        fields = ofx_fields.fields_of(part.text)
        # CURRENCY is what the amount is in; ORIGCURRENCY what it was before.
        code = fields.get("CURRENCY/CURSYM", self._currency)
        currency = values.currency_code(code)
        amount = need(fields, "TRNAMT")
        mark = ofx_fields.decimal_mark(amount)
        on = ofx_fields.day(need(fields, "DTPOSTED"))
        self._period.last_on = max(self._period.last_on, on)
        return BankLine(
            line=part.line,
            booked_on=values.bounded_day(on, self._today),
            amount_minor=values.minor(amount, currency, mark),
            currency=currency,
            payer=first(fields, "PAYEE/NAME", "EXTDNAME", "NAME"),
            counter_account=ofx_fields.account(fields, "BANKACCTTO/")
            or ofx_fields.account(fields, "CCACCTTO/"),
            reference=first(fields, "MEMO"),
            account=self._account,
            bank_id=first(fields, "FITID"),
        )
