"""What an MT940 statement covers: its balances, over all of its pages.

A statement of several pages closes each with an intermediate balance (:62M:) and opens
the next with it (:60M:). The first and last balance are the statement's own.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plait.domain.records import StatementPeriod
from plait.formats import values
from plait.formats.banks.standards.mt940_fields import Field
from plait.formats.values import BadValue

_SIGNS = {"C": 1, "D": -1}


class _Balance(NamedTuple):
    on: date | None
    minor: int | None
    currency: str


class Pages:
    """Gathers the pages of a statement; `currency` is that of its balances."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._period: StatementPeriod | None = None
        self._holder = ""
        self.currency = ""

    def open(self, field: Field, account: str) -> Iterator[StatementPeriod]:
        """Take in an opening balance; yield the statement that ended before it."""
        self.currency = ""
        balance = self._balance(field.text[0])
        self.currency = balance.currency
        held = self._period
        if field.tag == "60M" and held and held.account == account:
            return
        yield from self.close()
        self._period = StatementPeriod(
            line=field.line,
            account=account,
            starts_on=balance.on,
            opening_minor=balance.minor,
            currency=balance.currency,
            holder=self._holder,
        )
        self._holder = ""

    def end(self, field: Field) -> Iterator[StatementPeriod]:
        """Take in a closing balance; yield the statement if it was the last page."""
        balance = self._balance(field.text[0])
        if self._period is None:
            return
        self._period = self._period._replace(
            ends_on=balance.on, closing_minor=balance.minor
        )
        if field.tag == "62F":
            yield from self.close()

    def follow_owner(self, field: Field) -> None:
        """Take in the name of the account's owner (:NS:22), before a balance or after."""
        for line in field.text:
            if line.startswith("22"):
                self._holder = line[2:].strip()[:200]
                if self._period:
                    self._period = self._period._replace(holder=self._holder)

    def close(self) -> Iterator[StatementPeriod]:
        """Yield the statement that was being read, if any."""
        if self._period is not None:
            yield self._period
        self._period = None

    def _balance(self, text: str) -> _Balance:
        """Return what a balance says, as far as it can be read: C|D YYMMDD EUR 1,00."""
        code = text[7:10]
        is_code = code.isalpha() and code.isupper() and code.isascii()
        # Some closing balances leave the currency out: it is that of the opening one.
        currency = code if is_code else self.currency if code[:1].isdigit() else ""
        amount = text[10:60] if is_code else text[7:60]
        try:
            year = int(text[1:3])
            on = date(
                year + (2000 if year < 70 else 1900), int(text[3:5]), int(text[5:7])
            )
            values.bounded_day(on, self._today)
            minor = _SIGNS[text[:1]] * values.minor(
                amount.strip(), values.currency_code(currency), ","
            )
        except (BadValue, ValueError, KeyError):
            return _Balance(None, None, currency)
        return _Balance(on, minor, currency)
