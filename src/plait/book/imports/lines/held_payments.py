"""A payment as it is compared with a line, and whether both can be one."""

from datetime import date
from typing import NamedTuple

from plait.book.imports.lines.twins import Missed
from plait.domain.records import BankLine
from plait.domain.rules import plain
from plait.formats.banks.account_numbers import iban_of

# Fewer letters stand in nearly any text.
_SHORTEST = 3
_FEWEST_WORDS = 3

Money = tuple[str, date, int, str]
"""What a payment is about: account, day, amount and currency."""

MissedPayment = Missed[BankLine]


class HeldPayment(NamedTuple):
    """A payment that the book holds, or that an earlier file of the import brings."""

    fingerprint: int
    account: str
    on: date
    minor: int
    currency: str
    side: str
    payer: str
    reference: str
    source: str
    bank_id: str
    booking_id: str

    @property
    def money(self) -> Money:
        """What it is about."""
        return self.account, self.on, self.minor, self.currency


def money_of(missed: MissedPayment) -> Money:
    """Return what a line is about."""
    line = missed.line
    return missed.account, line.booked_on, line.amount_minor, line.currency


def is_alike(one: HeldPayment, line: BankLine) -> bool:
    """Return whether both name the same side, payer or reference, in part at least."""
    if one.side and one.side == line.counter_account:
        return True
    if one.bank_id and one.bank_id == line.bank_id:
        return True
    ours, theirs = _texts(one.payer, one.reference), _texts(line.payer, line.reference)
    return any(t in " ".join(theirs) for t in ours) or any(
        t in " ".join(ours) for t in theirs
    )


def says_no_more(one: HeldPayment, line: BankLine) -> bool:
    """Return whether every word of one stands in the other, as when it is read anew.

    Earlier readers kept a whole text where today's take the name and the purpose out.
    """
    ours = set(plain(f"{one.payer} {one.reference}").split())
    theirs = set(plain(f"{line.payer} {line.reference}").split())
    fewest = min(len(ours), len(theirs))
    return fewest >= _FEWEST_WORDS and (ours <= theirs or theirs <= ours)


def may_be_one_side(one: str, other: str) -> bool:
    """Return False for two different IBANs; other numbers are written in many ways."""
    ibans = {iban_of(one), iban_of(other)} - {""}
    return len(ibans) < 2


def _texts(*texts: str) -> list[str]:
    """Return the texts in plain form, without those too short to say anything."""
    found = [plain(text) for text in texts]
    return [text for text in found if len(text) >= _SHORTEST]
