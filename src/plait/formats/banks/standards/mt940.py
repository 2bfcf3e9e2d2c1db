"""MT940: the SWIFT statement in tagged lines, as Dutch and German banks write it.

The mt-940 library reads field :61:, the one with a grammar; it is handed each alone,
since given a whole file it gives up at the first line that it cannot read.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from plait.domain.errors import Problem
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of, iban_of
from plait.formats.banks.bank_references import given, stable_reference
from plait.formats.banks.standards import mt940_details
from plait.formats.banks.standards.mt940_fields import Field, fields
from plait.formats.markup import cut_off
from plait.formats.source import Options, Source
from plait.formats.values import BadValue

NAME = "mt940"
LABEL = "MT940 statement"

_MESSAGE = (
    re.compile(r"(?:^|\{4:):20:", re.MULTILINE),
    re.compile(r"^:25P?:", re.MULTILINE),
    re.compile(r"^:(?:60[FM]|61):", re.MULTILINE),
)
_BALANCE = re.compile(r"[CD]\d{6}([A-Z]{3})")


def recognise(source: Source) -> bool:
    """Return whether reference, account and balance stand in it as tagged lines."""
    at = 0
    for tag in _MESSAGE:
        found = tag.search(source.head_text, at)
        if not found:
            return False
        at = found.end()
    return True


def read(source: Source, options: Options) -> Iterator[Line | Problem]:  # noqa: ARG001  # one signature for all
    """Yield a bank line per :61:, told apart by the :86: that follows it."""
    statement = _Statement()
    for field in fields(source):
        # After the closing balance a :86: speaks of the statement, not of an entry.
        if field.tag == "86" and statement.entry:
            statement.details += field.text
        elif field.tag not in ("86", "NS"):
            yield from statement.close_entry()
            # The next statement begins and this one never told its closing balance.
            if field.tag.startswith(("20", "60")) and statement.is_open:
                raise cut_off(source, f"line {field.line}")
            statement.follow(field)
    yield from statement.close_entry()
    if statement.is_open:
        raise cut_off(source)


class _Statement:
    """What the file has said so far; `entry` waits for the details after it."""

    def __init__(self) -> None:
        self.is_open = False
        self.entry: Field | None = None
        self.details: list[str] = []
        self._account = ""
        self._currency = ""

    def follow(self, field: Field) -> None:
        """Take in a field that is not about the details of an entry."""
        if field.tag == "61":
            self.entry, self.details = field, []
        elif field.tag in ("25", "25P"):
            self._account = _own_account(field.text[0])
        elif field.tag in ("60F", "60M"):
            found = _BALANCE.match(field.text[0])
            self.is_open, self._currency = True, found[1] if found else ""
        elif field.tag in ("62F", "62M"):
            self.is_open = False

    def close_entry(self) -> Iterator[Line | Problem]:
        """Yield the entry that was waiting, now that all of it is known."""
        entry, self.entry = self.entry, None
        if entry is None:
            return
        try:
            yield self._line(entry)
        except BadValue as bad:
            where = f"line {entry.line}"
            yield Problem(where, bad.what, values.shorten(bad.value), bad.fix)

    def _line(self, entry: Field) -> BankLine:
        first, _, bank_reference = entry.text[0].partition("//")
        second = " ".join(entry.text[1:]).strip()
        parsed = _parsed(first)
        details = mt940_details.details_of(self.details)
        currency = values.currency_code(self._currency)
        minor = values.minor(str(abs(parsed["amount"].amount)), currency)
        counter_account = mt940_details.account_in(second)
        own_reference = given((parsed["customer_reference"] or "").strip())
        return BankLine(
            line=entry.line,
            booked_on=_plain_date(parsed.get("guessed_entry_date") or parsed["date"]),
            # RC takes a credit back, RD gives a debit back.
            amount_minor=-minor if parsed["status"].upper() in ("D", "RC") else minor,
            currency=currency,
            payer=details.payer,
            counter_account=details.counter_account or counter_account,
            reference=details.reference
            or ("" if counter_account else second)
            or own_reference,
            account=self._account,
            bank_id=stable_reference(bank_reference.strip()),
        )


def _own_account(text: str) -> str:
    """Return the IBAN if one part is one (a BIC may stand before it)."""
    ibans = (iban_of(part) for part in text.split("/"))
    return next(filter(None, ibans), "") or account_of(text)


def _plain_date(day: date) -> date:
    # The library's own kind of date, which a database may not know.
    return date(day.year, day.month, day.day)


def _parsed(text: str) -> dict[str, Any]:
    """Return what the library reads in a :61:, or raise `BadValue`."""
    tag, transactions = _library()
    try:
        parsed: dict[str, Any] = tag(transactions, tag.parse(transactions, text))
    except (RuntimeError, ValueError, ArithmeticError):
        raise BadValue(
            "This line of the statement (:61:) is not written as MT940 asks",
            value=text,
            fix="Correct it in the file, or download the statement again.",
        ) from None
    return parsed


@cache
def _library() -> tuple[Any, Any]:
    from mt940.models import Transactions
    from mt940.tags import Statement

    # It logs every line that it cannot read, with names and amounts.
    logging.getLogger("mt940").setLevel(logging.CRITICAL)
    return Statement(), Transactions()
