"""MT940, SWIFT's bank statement: a message a month, texts cut at 65 characters."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from generator.banks.ledger import Booking, Row, Statement
from generator.tables import decimal

_WIDTH = 65


def mt940(statement: Statement) -> bytes:
    """Return the messages, in the letters that SWIFT knows."""
    lines: list[str] = []
    opening = statement.opening
    months = groupby(statement.rows, key=lambda row: f"{row.booking.on:%y%m}")
    for number, (_, rows) in enumerate(months, start=1):
        message = statement._replace(opening=opening, rows=list(rows))
        lines.extend(_message(message, number))
        opening = message.closing
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _message(statement: Statement, number: int) -> Iterator[str]:
    first, last = statement.rows[0].booking.on, statement.rows[-1].booking.on
    currency = statement.account.currency
    yield f":20:VEER{last:%Y%m}"
    yield f":25:{statement.account.number}"
    yield f":28C:{number:05}"
    yield f":60F:{_side(statement.opening)}{first:%y%m%d}{currency}" + _amount(
        statement.opening
    )
    for row in statement.rows:
        yield from _entry(row)
    yield f":62F:{_side(statement.closing)}{last:%y%m%d}{currency}" + _amount(
        statement.closing
    )
    yield "-"


def _side(cents: int) -> str:
    return "D" if cents < 0 else "C"


def _amount(cents: int) -> str:
    return decimal(abs(cents), ",")


def _entry(row: Row) -> Iterator[str]:
    booking = row.booking
    side = _side(booking.cents) + _amount(booking.cents)
    on, day = f"{booking.on:%y%m%d}", f"{booking.on:%m%d}"
    yield f":61:{on}{day}{side}NTRFNONREF//VEER{booking.on:%y%m%d}{row.number:05}"
    first, *rest = _cut(_text(booking))
    yield f":86:{first}"
    yield from rest


def _text(booking: Booking) -> str:
    """Return what the bank tells of the other side, in its marks between slashes."""
    bic = f"{booking.iban[4:8]}NL2U"
    other = f"/IBAN/{booking.iban}/BIC/{bic}/NAME/{booking.name}"
    return f"/TRTP/SEPA OVERBOEKING{other}/REMI/{booking.text}/EREF/NOTPROVIDED"


def _cut(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    letters = plain.replace("&", "+")
    return [letters[n : n + _WIDTH] for n in range(0, len(letters), _WIDTH)]
