"""Dates, times and numbers as people's files write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from plait.domain.money import minor_digits, to_minor
from plait.domain.trouble import PlaitError

SHOWN_CHARACTERS = 80


class BadValue(PlaitError):
    """One value of a line cannot be taken; the line becomes a problem."""


def shorten(text: str) -> str:
    """Return the text as one line, cut where it is too long to show."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN_CHARACTERS else flat[: SHOWN_CHARACTERS - 1] + "…"


@lru_cache(maxsize=8192)
def day(text: str, form: str) -> date:
    """Return the date that `text` writes in strptime's `form`.

    >>> day("31/01/2024", "%d/%m/%Y")
    datetime.date(2024, 1, 31)
    """
    try:
        return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        raise BadValue(
            "This is not a date in the form that the file uses",
            value=text,
            fix="Correct the date in the file, or export it again.",
        ) from None


_PARTS = re.compile(r"(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})")


def is_day_first(dates: Iterable[str]) -> bool | None:
    """Tell 31/12/2024 from 12/31/2024 by the dates themselves; None if either fits.

    >>> is_day_first(["03/04/2024", "25/04/2024"]), is_day_first(["03/04/2024"])
    (True, None)
    """
    parts = [m.groups() for m in map(_PARTS.match, dates) if m]
    if any(int(first) > 12 for first, _, _ in parts):
        return True
    if any(int(second) > 12 for _, second, _ in parts):
        return False
    return None


def number(text: str, decimal: str = ".") -> Decimal:
    """Return a number with `decimal` as its mark, thousands marks left out.

    >>> number("2.000,50", ","), number("1,234.5"), number("-1 234,00", ",")
    (Decimal('2000.50'), Decimal('1234.5'), Decimal('-1234.00'))
    """
    thousands = "," if decimal == "." else "."
    plain = text.strip().replace(thousands, "").replace("\u2212", "-")
    for space in (" ", "\u00a0", "\u202f", "'"):
        plain = plain.replace(space, "")
    try:
        value = Decimal(plain.replace(decimal, "."))
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite():
        raise BadValue(
            "This is not a number",
            value=text,
            fix="Correct the number in the file, or export it again.",
        )
    return value


def minor(text: str, currency: str, decimal: str = ".") -> int:
    """Return an amount as written in whole minor units of the currency.

    >>> minor("-1.234,56", "EUR", ","), minor("1200", "JPY")
    (-123456, 1200)
    """
    value = number(text, decimal)
    if value.adjusted() > 12:
        raise BadValue(
            "This amount is too large to be a payment",
            value=text,
            fix="Check the amount and the decimal mark in the file.",
        )
    digits = minor_digits(currency)
    exponent = value.as_tuple().exponent
    if (
        isinstance(exponent, int)
        and -exponent > digits
        and value != round(value, digits)
    ):
        raise BadValue(
            "This amount has more decimals than its currency",
            value=f"{text} {currency}",
            fix="Check the amount and its currency in the file.",
        )
    return to_minor(value, currency)


def currency_code(text: str) -> str:
    """Return an ISO currency code in capitals, or refuse it."""
    code = text.strip().upper()
    if len(code) == 3 and code.isascii() and code.isalpha():
        return code
    raise BadValue(
        "This is not a currency code of three letters",
        value=text,
        fix="Write the currency as EUR, GBP, USD or another ISO code.",
    )


_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$")


def clock_seconds(text: str) -> int:
    """Return a duration written h:mm or h:mm:ss in seconds.

    >>> clock_seconds("1:30"), clock_seconds("100:00:01")
    (5400, 360001)
    """
    found = _CLOCK.match(text.strip())
    if not found:
        raise BadValue(
            "This is not a duration of hours and minutes",
            value=text,
            fix="Write it as 1:30 or 1:30:00.",
        )
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return int(timedelta(hours=hours, minutes=minutes, seconds=seconds).total_seconds())
