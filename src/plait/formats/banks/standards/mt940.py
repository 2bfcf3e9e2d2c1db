"""MT940: the SWIFT statement in tagged lines, in the dialects of some forty banks.

A line's `bank_id` is the bank's own reference (behind // in the :61:). CAMT gives the
same text as AcctSvcrRef; where it tells a booking in parts, each part bears it as
`booking_id`, so that the booking that stands whole here meets its parts there (see
`bank_references.same_booking`).
"""

import re
from collections.abc import Iterator

from plait.domain.errors import Problem
from plait.domain.money import is_currency
from plait.domain.records import BankLine, Line
from plait.formats import values
from plait.formats.banks.account_numbers import account_of, iban_of
from plait.formats.banks.bank_references import stable_reference
from plait.formats.banks.standards import mt940_details
from plait.formats.banks.standards.mt940_entry import entry_of
from plait.formats.banks.standards.mt940_fields import Field, fields
from plait.formats.banks.standards.mt940_parts import in_ns_lines
from plait.formats.banks.standards.mt940_period import Pages
from plait.formats.markup import cut_off
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue

NAME = "mt940"
LABEL = "MT940 statement"

_MESSAGE = (
    re.compile(r"(?:^|\{4:):20:", re.MULTILINE),
    re.compile(r"^:25P?:", re.MULTILINE),
    re.compile(r"^:(?:60[FM]|61|34F|13D?):", re.MULTILINE),
)
# SWIFT allows 34 characters behind a :61:.
_LONGEST_SECOND = 500


def recognise(source: Source) -> bool:
    """Return whether reference, account and balance stand in it as tagged lines."""
    at = 0
    for tag in _MESSAGE:
        found = tag.search(source.head_text, at)
        if not found:
            return False
        at = found.end()
    return True


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per :61:, and what each statement covers once it ends."""
    statement = _Statement(options)
    for field in fields(source):
        # After the closing balance a :86: speaks of the statement, not of an entry.
        if field.tag in ("86", "NS") and statement.entry:
            statement.add_details(field)
        elif field.tag == "NS":
            statement.pages.follow_owner(field)
        elif field.tag != "86":
            yield from statement.close_entry()
            if field.tag in ("34F", "13", "13D") and not statement.is_open:
                raise _interim(source)
            # The next statement begins and this one never told its closing balance.
            if field.tag.startswith(("20", "60")) and statement.is_open:
                raise cut_off(source, f"line {field.line}")
            yield from statement.follow(field)
    yield from statement.close_entry()
    if statement.is_open:
        raise cut_off(source)
    yield from statement.pages.close()


def _interim(source: Source) -> Unreadable:
    return Unreadable(
        "This is an interim report (MT942): what it lists may still change, and a"
        " statement holds it once more",
        value=source.name,
        fix="Download the statement of whole days instead: MT940 or CAMT.053.",
    )


class _Statement:
    """What the file has said so far; `entry` waits for the details after it."""

    def __init__(self, options: Options) -> None:
        self.is_open = False
        self.entry: Field | None = None
        self.pages = Pages(options.today)
        self._options = options
        self._details: list[str] = []
        self._ns_lines: list[str] = []
        self._account = ""
        self._currency = ""

    def add_details(self, field: Field) -> None:
        """Take in a field that tells more of the entry."""
        (self._details if field.tag == "86" else self._ns_lines).extend(field.text)

    def follow(self, field: Field) -> Iterator[Line]:
        """Take in a field that is not about the details of an entry."""
        if field.tag == "61":
            self.entry, self._details, self._ns_lines = field, [], []
        elif field.tag in ("25", "25P"):
            self._account = _own_account(field.text[0])
        elif field.tag in ("60F", "60M"):
            yield from self.pages.open(field, self._account)
            self.is_open, self._currency = True, self.pages.currency
        elif field.tag in ("62F", "62M"):
            self.is_open = False
            yield from self.pages.end(field)

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

    def _line(self, field: Field) -> BankLine:
        entry = entry_of(field.text[0])
        second = " ".join(" ".join(field.text[1:20])[:_LONGEST_SECOND].split())
        details = mt940_details.details_of(self._details, entry, second, self._account)
        if self._ns_lines and not self._details:
            details = in_ns_lines(self._ns_lines)
        currency = values.currency_code(self._currency)
        return BankLine(
            line=field.line,
            booked_on=values.bounded_day(entry.booked_on, self._options.today),
            amount_minor=entry.sign * values.minor(entry.amount, currency, ","),
            currency=currency,
            payer=details.payer,
            counter_account=details.counter_account,
            reference=details.reference,
            account=self._account,
            bank_id=stable_reference(entry.bank_reference),
        )


def _own_account(text: str) -> str:
    """Return the IBAN if one part is one (a BIC may stand before it).

    Else bank and number, without a currency that stands as a part of its own.
    """
    parts = [part for part in text[:200].strip(" /").split("/") if part.strip()]
    ibans = filter(None, map(iban_of, parts))
    numbers = [part for part in parts if not is_currency(part.strip())]
    return next(ibans, "") or account_of("/".join(numbers))
